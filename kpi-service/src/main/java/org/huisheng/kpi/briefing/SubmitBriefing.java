package org.huisheng.kpi.briefing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lays a draft before whoever approves it. */
@ApplicationScoped
class SubmitBriefing {

    private final Briefings briefings;
    private final Clock clock;

    SubmitBriefing(Briefings briefings, Clock clock) {
        this.briefings = briefings;
        this.clock = clock;
    }

    /** @param expected the version the caller saw, null when any will do */
    @Transactional
    Briefing submit(UUID id, @Nullable Long expected, String by) {
        var briefing = briefings.requireToChange(id, expected);
        briefing.submit(by, clock.instant().truncatedTo(ChronoUnit.MICROS));
        briefings.flush();
        return briefing;
    }
}
