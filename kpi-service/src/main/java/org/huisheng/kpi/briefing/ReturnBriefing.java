package org.huisheng.kpi.briefing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.huisheng.kpi.contract.conclusion.Findings;
import org.jspecify.annotations.Nullable;

/** Gives what was submitted back to its authors, and says why. */
@ApplicationScoped
class ReturnBriefing {

    private static final int REASON = 500;

    private final Briefings briefings;
    private final Clock clock;

    ReturnBriefing(Briefings briefings, Clock clock) {
        this.briefings = briefings;
        this.clock = clock;
    }

    /** @param expected the version the caller saw, null when any will do */
    @Transactional
    Briefing giveBack(UUID id, @Nullable Long expected, @Nullable String reason, String by) {
        var findings = new Findings();
        var why = reason == null
                ? findings.required("/reason", reason, "")
                : findings.text("/reason", reason.strip(), REASON);
        findings.refuse();
        var briefing = briefings.requireToChange(id, expected);
        briefing.giveBack(why, by, clock.instant().truncatedTo(ChronoUnit.MICROS));
        briefings.flush();
        return briefing;
    }
}
