package org.huisheng.kit.audit;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import org.huisheng.kit.problem.ProblemTexts;
import org.jspecify.annotations.Nullable;

/**
 * What a file of the log calls its columns: as people do in the language they ask for, and as the API does for programs, which
 * ask for none. What stands in them is what was hashed, in the same words for all; of the time only the zone is another.
 */
record LogWords(@Nullable ResourceBundle texts) {

    private static final ZoneId BUSINESS_ZONE = ZoneId.of("Asia/Shanghai");

    static LogWords of(@Nullable String language) {
        return new LogWords(
                language == null
                        ? null
                        : ResourceBundle.getBundle(
                                "audit",
                                ProblemTexts.negotiate(language),
                                Control.getNoFallbackControl(Control.FORMAT_PROPERTIES)));
    }

    List<String> headers(List<String> columns) {
        return texts == null ? columns : columns.stream().map(texts::getString).toList();
    }

    Object time(Instant at) {
        return texts == null ? at : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.atZone(BUSINESS_ZONE));
    }
}
