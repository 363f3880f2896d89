package org.huisheng.kpi.briefing.paper;

import java.util.Arrays;
import org.huisheng.kit.problem.DomainException.Malformed;

/** What language papers can be had in. */
public enum PaperLanguage {
    CHINESE("zh-CN"),
    ENGLISH("en");

    private final String tag;

    PaperLanguage(String tag) {
        this.tag = tag;
    }

    /** As in addresses and in the papers themselves (BCP 47). */
    public String tag() {
        return tag;
    }

    /** @throws Malformed if there are none in it */
    public static PaperLanguage of(String tag) {
        return Arrays.stream(values())
                .filter(language -> language.tag.equals(tag))
                .findFirst()
                .orElseThrow(() -> new Malformed("bad-paper-language"));
    }
}
