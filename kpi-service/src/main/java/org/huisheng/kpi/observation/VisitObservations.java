package org.huisheng.kpi.observation;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.huisheng.events.Side;
import org.huisheng.events.VisitEvent;
import org.huisheng.events.VisitEvent.VisitCancelled;
import org.huisheng.events.VisitEvent.VisitCompleted;
import org.huisheng.events.VisitEvent.VisitPlanned;
import org.huisheng.kpi.period.Period;
import org.jspecify.annotations.Nullable;

/**
 * What visits to enterprises say, in numbers. Whether a visit was made counts in the month it was planned for, so that
 * coverage is that of a plan; what the enterprise thinks counts in the month it said so.
 */
final class VisitObservations {

    private VisitObservations() {}

    static List<Observation> of(UUID eventId, VisitEvent event) {
        var planned =
                Plausibility.month(event.plannedFor().atStartOfDay(Period.ZONE).toInstant());
        return switch (event) {
            case VisitPlanned visit ->
                List.of(fact(eventId, 0, "visit.planned", visit, planned, Observations.ONE, null, visit.park()));
            case VisitCancelled visit ->
                List.of(fact(
                        eventId, 0, "visit.planned", visit, planned, Observations.ONE.negate(), null, visit.park()));
            case VisitCompleted visit -> completion(eventId, visit, planned);
        };
    }

    private static List<Observation> completion(UUID eventId, VisitCompleted visit, YearMonth planned) {
        var rating = new Scaled(
                BigDecimal.valueOf(Plausibility.rating(visit.satisfaction())), BigDecimal.ONE, BigDecimal.valueOf(5));
        var visited = Plausibility.month(visit.occurredAt());
        return List.of(
                fact(eventId, 0, "visit.completed", visit, planned, Observations.ONE, null, visit.park()),
                fact(eventId, 1, "visit.satisfaction", visit, visited, rating.normalised(), rating, visit.park()));
    }

    private static Observation fact(
            UUID eventId,
            int ordinal,
            String metric,
            VisitEvent visit,
            YearMonth month,
            BigDecimal value,
            @Nullable Scaled scaled,
            @Nullable String park) {
        Instant occurredAt = Plausibility.date(visit.occurredAt());
        return new Observation(
                eventId,
                ordinal,
                metric,
                Side.ENTERPRISE,
                Plausibility.department(visit.department()),
                month,
                occurredAt,
                value,
                new Source(Source.Type.VISIT, visit.visitId()),
                scaled,
                null,
                null,
                Plausibility.tag(park),
                value.signum() < 0 ? -1 : 1);
    }
}
