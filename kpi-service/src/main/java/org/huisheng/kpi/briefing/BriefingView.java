package org.huisheng.kpi.briefing;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.huisheng.kpi.briefing.content.BriefingContent;
import org.huisheng.kpi.seal.frozen.CanonicalJson;
import org.jspecify.annotations.Nullable;

/**
 * An issue as it is shown.
 *
 * @param number null until it is published
 * @param returnReason why it was given back the last time
 * @param editionHash SHA-256 of what was published, null before
 */
record BriefingView(
        UUID id,
        String period,
        @Nullable Integer number,
        BriefingStatus status,
        List<String> authors,
        Instant createdAt,
        Instant changedAt,
        @Nullable Instant submittedAt,
        @Nullable String submittedBy,
        @Nullable String returnReason,
        @Nullable String returnedBy,
        @Nullable Instant publishedAt,
        @Nullable String publishedBy,
        @Nullable String editionHash,
        BriefingContent content) {

    static BriefingView of(Briefing briefing) {
        return new BriefingView(
                briefing.id(),
                briefing.period(),
                briefing.number(),
                briefing.status(),
                briefing.authors().stream().sorted().toList(),
                briefing.createdAt(),
                briefing.changedAt(),
                briefing.submittedAt(),
                briefing.submittedBy(),
                briefing.returnReason(),
                briefing.returnedBy(),
                briefing.publishedAt(),
                briefing.publishedBy(),
                briefing.editionHash(),
                content(briefing));
    }

    static BriefingContent content(Briefing briefing) {
        return CanonicalJson.value(CanonicalJson.tree(briefing.content()), BriefingContent.class);
    }
}
