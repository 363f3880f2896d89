package org.huisheng.kpi.briefing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.huisheng.kpi.briefing.content.BriefingContent;
import org.huisheng.kpi.seal.frozen.CanonicalJson;
import org.jspecify.annotations.Nullable;

/** Puts what somebody wrote in place of what stood there. */
@ApplicationScoped
class WriteBriefing {

    private final Briefings briefings;
    private final Clock clock;

    WriteBriefing(Briefings briefings, Clock clock) {
        this.briefings = briefings;
        this.clock = clock;
    }

    /** @param expected the version the caller saw, null when any will do */
    @Transactional
    Briefing write(UUID id, @Nullable Long expected, BriefingContent content, String by) {
        var briefing = briefings.requireToChange(id, expected);
        briefing.write(CanonicalJson.of(content), by, clock.instant().truncatedTo(ChronoUnit.MICROS));
        briefings.flush();
        return briefing;
    }
}
