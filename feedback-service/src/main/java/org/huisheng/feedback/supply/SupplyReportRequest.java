package org.huisheng.feedback.supply;

import java.util.List;
import java.util.Set;
import org.huisheng.feedback.request.Checks;
import org.huisheng.feedback.supply.template.Section;
import org.huisheng.feedback.supply.template.SectionRequest;
import org.jspecify.annotations.Nullable;

/** The words of a report as somebody writes them. */
record SupplyReportRequest(@Nullable String title, @Nullable List<@Nullable SectionRequest> sections) {

    record Written(String title, List<Section> sections) {}

    /** @param figures codes of those the report has */
    Written check(Set<String> figures) {
        var checks = new Checks();
        var written = new Written(checks.text("/title", title, 200), SectionRequest.check(checks, sections, figures));
        checks.passed();
        return written;
    }
}
