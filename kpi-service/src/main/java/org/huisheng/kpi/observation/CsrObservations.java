package org.huisheng.kpi.observation;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.huisheng.events.CsrEvent;
import org.huisheng.events.CsrEvent.CsrElementStaged;
import org.huisheng.events.CsrEvent.Stage;
import org.huisheng.events.Side;

/** What becomes of social responsibility in processes, in numbers, in the month a stage was reached. */
final class CsrObservations {

    private CsrObservations() {}

    static List<Observation> of(UUID eventId, CsrEvent event) {
        return switch (event) {
            case CsrElementStaged staged -> {
                var facts = new ArrayList<Observation>();
                facts.add(fact(eventId, 0, "integration.element-" + word(staged.stage()), staged));
                if (staged.firstOfProcess()) {
                    facts.add(fact(eventId, 1, "integration.process-" + word(staged.stage()), staged));
                }
                yield facts;
            }
        };
    }

    private static String word(Stage stage) {
        return switch (stage) {
            case PLANNED -> "planned";
            case EMBEDDED -> "embedded";
            case PRACTISED -> "practised";
            case EVALUATED -> "evaluated";
        };
    }

    private static Observation fact(UUID eventId, int ordinal, String metric, CsrElementStaged staged) {
        return new Observation(
                eventId,
                ordinal,
                metric,
                Side.EMPLOYEE,
                Plausibility.department(staged.department()),
                Plausibility.month(staged.occurredAt()),
                Plausibility.date(staged.occurredAt()),
                Observations.ONE,
                new Source(Source.Type.CSR_ELEMENT, staged.elementId()),
                null,
                null,
                null,
                Plausibility.tag(staged.process()),
                1);
    }
}
