package org.huisheng.kpi.observation;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.huisheng.events.PlanEvent;
import org.huisheng.events.PlanEvent.PlanTaskSettled;
import org.huisheng.events.Side;
import org.huisheng.kpi.period.Period;

/**
 * What the improvement plan says, in numbers, in the month a task was due. One that was not done by then counts as due and
 * never as in time, however late it is done.
 */
final class PlanObservations {

    private PlanObservations() {}

    static List<Observation> of(UUID eventId, PlanEvent event) {
        return switch (event) {
            case PlanTaskSettled task -> {
                var facts = new ArrayList<Observation>();
                facts.add(fact(eventId, 0, "improvement.task-due", task));
                if (task.onTime()) {
                    facts.add(fact(eventId, 1, "improvement.task-on-time", task));
                }
                yield facts;
            }
        };
    }

    private static Observation fact(UUID eventId, int ordinal, String metric, PlanTaskSettled task) {
        return new Observation(
                eventId,
                ordinal,
                metric,
                Side.EMPLOYEE,
                Plausibility.department(task.department()),
                Plausibility.month(task.dueOn().atStartOfDay(Period.ZONE).toInstant()),
                Plausibility.date(task.occurredAt()),
                Observations.ONE,
                new Source(Source.Type.PLAN_TASK, task.taskId()),
                null,
                null,
                null,
                null,
                1);
    }
}
