package org.huisheng.feedback.supply.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.huisheng.feedback.request.Checks;
import org.jspecify.annotations.Nullable;

/** A section as somebody writes it. */
public record SectionRequest(
        @Nullable String title, @Nullable String text) {

    private static final int MOST_WORDS = 10_000;

    /** @param figures codes of those that may be named */
    public static List<Section> check(
            Checks checks, @Nullable List<@Nullable SectionRequest> given, Set<String> figures) {
        var sections = new ArrayList<Section>();
        var said = checks.required("/sections", given, List.<@Nullable SectionRequest>of());
        if (given != null && said.isEmpty()) {
            checks.add("/sections", "required");
        }
        if (said.size() > SupplyTemplate.MOST_SECTIONS) {
            checks.add("/sections", "too-many", SupplyTemplate.MOST_SECTIONS);
            return sections;
        }
        for (var i = 0; i < said.size(); i++) {
            var section = checks.required("/sections/" + i, said.get(i), new SectionRequest("-", "-"));
            var title = checks.text("/sections/" + i + "/title", section.title(), 200);
            var path = "/sections/" + i + "/text";
            var text = checks.text(path, section.text(), MOST_WORDS);
            Blank.unknownIn(text, figures).forEach(word -> checks.add(path, "unknown-placeholder", word));
            sections.add(new Section(title, text));
        }
        return sections;
    }
}
