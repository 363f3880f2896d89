package org.huisheng.kpi.observation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.huisheng.events.ProjectEvent;
import org.huisheng.events.ProjectEvent.RootProjectStaged;
import org.huisheng.events.Side;

/** What root-planting projects say, in numbers, in the month a stage was reached. */
final class ProjectObservations {

    /** A project has a handful; more is nobody's project. */
    private static final int MOST_INDICATORS = 1000;

    private ProjectObservations() {}

    static List<Observation> of(UUID eventId, ProjectEvent event) {
        return switch (event) {
            case RootProjectStaged project -> {
                Plausibility.refuseUnless(
                        project.indicators() <= MOST_INDICATORS
                                && project.moved() >= 0
                                && project.moved() <= project.indicators(),
                        "more indicators moved than there are");
                yield switch (project.stage()) {
                    case EVALUATED -> evaluation(eventId, project);
                    case CLOSED -> List.of(fact(eventId, 0, "root-project.closed", 1, project));
                };
            }
        };
    }

    /** Indicators that did not move are told by those there are, so that their rate is one of all. */
    private static List<Observation> evaluation(UUID eventId, RootProjectStaged project) {
        var facts = new ArrayList<Observation>();
        facts.add(fact(eventId, 0, "root-project.evaluated", 1, project));
        if (project.indicators() > 0) {
            facts.add(fact(eventId, 1, "root-project.indicator", project.indicators(), project));
        }
        if (project.moved() > 0) {
            facts.add(fact(eventId, 2, "root-project.indicator-moved", project.moved(), project));
        }
        return facts;
    }

    private static Observation fact(UUID eventId, int ordinal, String metric, int count, RootProjectStaged project) {
        return new Observation(
                eventId,
                ordinal,
                metric,
                Side.EMPLOYEE,
                Plausibility.department(project.department()),
                Plausibility.month(project.occurredAt()),
                Plausibility.date(project.occurredAt()),
                BigDecimal.valueOf(count).setScale(Observation.DIGITS),
                new Source(Source.Type.ROOT_PROJECT, project.projectId()),
                null,
                null,
                null,
                null,
                1);
    }
}
