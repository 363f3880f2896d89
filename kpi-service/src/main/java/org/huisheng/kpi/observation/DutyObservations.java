package org.huisheng.kpi.observation;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.huisheng.events.DutyEvent;
import org.huisheng.events.DutyEvent.DutyRecorded;
import org.huisheng.events.DutyEvent.DutyWithdrawn;
import org.huisheng.events.Side;

/** What records of duties say, in numbers, in the month the duty was performed. */
final class DutyObservations {

    private static final BigDecimal MOST = BigDecimal.valueOf(100);

    private DutyObservations() {}

    static List<Observation> of(UUID eventId, DutyEvent event) {
        return switch (event) {
            case DutyRecorded duty -> List.of(performance(eventId, duty));
            // Like a response it is taken back by its source.
            case DutyWithdrawn _ -> List.of();
        };
    }

    private static Observation performance(UUID eventId, DutyRecorded duty) {
        var score = Plausibility.number(duty.score());
        Plausibility.refuseUnless(score.signum() >= 0 && score.compareTo(MOST) <= 0, "score is not 0 to 100");
        var scaled = new Scaled(score, BigDecimal.ZERO, MOST);
        return new Observation(
                eventId,
                0,
                "duty-performance",
                Side.EMPLOYEE,
                Plausibility.department(duty.department()),
                Plausibility.month(duty.month()),
                Plausibility.date(duty.occurredAt()),
                scaled.normalised(),
                new Source(Source.Type.DUTY, duty.entryId()),
                scaled,
                Plausibility.label(duty.process()),
                Plausibility.label(duty.post()),
                Plausibility.tag(duty.process()),
                1);
    }
}
