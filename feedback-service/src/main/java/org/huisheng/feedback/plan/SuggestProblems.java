package org.huisheng.feedback.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.huisheng.feedback.calendar.BusinessCalendar;

/**
 * What keeps coming back: cases of one category resolved by one department, with the causes it named. Cases that show a
 * problem of the plan already are left out, so what was taken up is not suggested again.
 */
@ApplicationScoped
class SuggestProblems {

    /** A second time may be chance. */
    static final int FEWEST = 3;

    private static final int MOST = 20;

    private static final String RECURRING = """
            SELECT category, department, count(*) AS cases,
                (array_agg(root_cause ORDER BY opened_at DESC, id DESC))[1:3] AS causes,
                (array_agg(id ORDER BY opened_at DESC, id DESC))[1:20] AS latest
            FROM feedback_case
            WHERE opened_at >= ?1 AND root_cause IS NOT NULL AND department IS NOT NULL
                AND NOT EXISTS (
                    SELECT 1 FROM plan_problem_case link JOIN plan_problem problem ON problem.id = link.problem
                    WHERE link.case_id = feedback_case.id AND problem.plan = ?2)
            GROUP BY category, department HAVING count(*) >= ?3
            ORDER BY count(*) DESC, category, department LIMIT ?4
            """;

    private final Plans plans;
    private final EntityManager entities;
    private final Clock clock;

    SuggestProblems(Plans plans, EntityManager entities, Clock clock) {
        this.plans = plans;
        this.entities = entities;
        this.clock = clock;
    }

    /** @param causes what was named as root cause, the latest three @param latest of the cases, twenty at most */
    record Recurring(String category, String department, long cases, List<String> causes, List<UUID> latest) {}

    /** Of cases opened in so many months, this one and those before it. */
    @Transactional
    List<Recurring> of(UUID plan, int months) {
        plans.require(plan);
        var since = LocalDate.ofInstant(clock.instant(), BusinessCalendar.ZONE)
                .withDayOfMonth(1)
                .minusMonths(months - 1L)
                .atStartOfDay(BusinessCalendar.ZONE);
        return entities.createNativeQuery(RECURRING, Tuple.class)
                .setParameter(1, OffsetDateTime.from(since))
                .setParameter(2, plan)
                .setParameter(3, FEWEST)
                .setParameter(4, MOST)
                .getResultStream()
                .map(row -> recurring((Tuple) row))
                .toList();
    }

    private static Recurring recurring(Tuple row) {
        return new Recurring(
                row.get("category", String.class),
                row.get("department", String.class),
                row.get("cases", Number.class).longValue(),
                Arrays.asList(row.get("causes", String[].class)),
                Arrays.asList(row.get("latest", UUID[].class)));
    }
}
