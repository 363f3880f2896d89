package org.huisheng.feedback.story;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.UUID;
import org.huisheng.feedback.intake.FieldDigest;
import org.jspecify.annotations.Nullable;

/**
 * What a story says, and what it was written from. In English too, or not at all.
 *
 * @param body paragraphs, with the few marks the page knows: headings, lists, bold
 */
record Telling(
        String department,
        String title,
        String summary,
        String body,
        @Nullable String titleEn,
        @Nullable String summaryEn,
        @Nullable String bodyEn,
        SortedSet<UUID> cases,
        SortedSet<UUID> projects,
        List<Shown> pictures) {

    byte[] digest() {
        return FieldDigest.of(department, title, summary, body, titleEn, summaryEn, bodyEn, cases, projects, pictures);
    }

    /** Each text everybody will read, under the path of its field. */
    Map<String, String> texts() {
        var texts = new LinkedHashMap<String, String>();
        texts.put("/title", title);
        texts.put("/summary", summary);
        texts.put("/body", body);
        if (titleEn != null && summaryEn != null && bodyEn != null) {
            texts.put("/titleEn", titleEn);
            texts.put("/summaryEn", summaryEn);
            texts.put("/bodyEn", bodyEn);
        }
        for (var i = 0; i < pictures.size(); i++) {
            var path = "/pictures/" + i;
            texts.put(path + "/words", pictures.get(i).words());
            var english = pictures.get(i).wordsEn();
            if (english != null) {
                texts.put(path + "/wordsEn", english);
            }
        }
        return texts;
    }
}
