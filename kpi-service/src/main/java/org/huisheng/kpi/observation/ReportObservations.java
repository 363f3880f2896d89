package org.huisheng.kpi.observation;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.huisheng.events.ReportEvent;
import org.huisheng.events.ReportEvent.SupplyReportSettled;
import org.huisheng.events.Side;
import org.huisheng.kpi.period.Period;

/**
 * What reports to authorities say, in numbers, in the month a report was due. One that was not sent by then counts as due and
 * never as in time, however late it is sent. What an endorsement counts for {@link CommentObservations} say.
 */
final class ReportObservations {

    private ReportObservations() {}

    static List<Observation> of(UUID eventId, ReportEvent event) {
        return switch (event) {
            case SupplyReportSettled report -> {
                var facts = new ArrayList<Observation>();
                facts.add(fact(eventId, 0, "report.due", report));
                if (report.onTime()) {
                    facts.add(fact(eventId, 1, "report.on-time", report));
                }
                yield facts;
            }
        };
    }

    private static Observation fact(UUID eventId, int ordinal, String metric, SupplyReportSettled report) {
        return new Observation(
                eventId,
                ordinal,
                metric,
                Side.GOVERNMENT,
                Plausibility.department(report.department()),
                Plausibility.month(report.dueOn().atStartOfDay(Period.ZONE).toInstant()),
                Plausibility.date(report.occurredAt()),
                Observations.ONE,
                new Source(Source.Type.SUPPLY_REPORT, report.reportId()),
                null,
                null,
                null,
                null,
                1);
    }
}
