package org.huisheng.kpi.briefing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.huisheng.kpi.briefing.edition.CompileEdition;
import org.huisheng.kpi.period.Period;
import org.huisheng.kpi.seal.frozen.Sha256;
import org.jspecify.annotations.Nullable;

/** Approves an issue: it gets the next number, and its figures are kept as they are at that moment. */
@ApplicationScoped
class PublishBriefing {

    private final Briefings briefings;
    private final CompileEdition compileEdition;
    private final Clock clock;

    PublishBriefing(Briefings briefings, CompileEdition compileEdition, Clock clock) {
        this.briefings = briefings;
        this.compileEdition = compileEdition;
        this.clock = clock;
    }

    /** @param expected the version the caller saw, null when any will do */
    @Transactional
    Briefing publish(UUID id, @Nullable Long expected, String by) {
        briefings.hold();
        var briefing = briefings.requireToChange(id, expected);
        briefing.requireApprovableBy(by);
        var number = briefings.nextNumber();
        var edition = compileEdition
                .compile(Period.parse(briefing.period()), BriefingView.content(briefing), number)
                .canonical();
        briefing.publish(
                number, edition, Sha256.of(edition), by, clock.instant().truncatedTo(ChronoUnit.MICROS));
        briefings.flush();
        return briefing;
    }
}
