package org.huisheng.feedback.plan.monthly;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huisheng.feedback.calendar.BusinessCalendar;
import org.huisheng.feedback.plan.monthly.MonthState.ActionLine;
import org.huisheng.feedback.plan.monthly.MonthState.DoneLine;
import org.huisheng.feedback.plan.monthly.MonthState.Listed;
import org.huisheng.feedback.plan.monthly.MonthState.MilestoneLine;
import org.huisheng.feedback.plan.monthly.MonthState.SupervisionLine;
import org.huisheng.feedback.plan.monthly.MonthState.TaskLine;

/**
 * Reads where a plan stood at the end of a month. Of what has no history, such as a day that was postponed, it says what holds
 * now; so reports are drafted soon after their month, and stay as they were approved.
 */
@ApplicationScoped
class ReadMonth {

    /** What one table of the paper holds; that there are more it says. */
    static final int MOST = 100;

    private static final String DONE = "from PlanTask t where t.plan = :plan and t.acceptedBy is not null"
            + " and t.endedAt >= :begin and t.endedAt < :end";
    private static final String UNENDED = " and (t.endedAt is null or t.endedAt >= :end)";
    private static final String LATE = "from PlanTask t where t.plan = :plan and t.dueOn <= :last" + UNENDED
            + " and (t.submittedAt is null or t.submittedAt >= :end)";
    private static final String DUE_NEXT =
            "from PlanTask t where t.plan = :plan and t.dueOn > :last and t.dueOn <= :next" + UNENDED;
    private static final String MILESTONES = "from PlanTask t join t.milestones m where t.plan = :plan"
            + " and (m.reachedOn between :first and :last"
            + " or m.dueOn <= :last and (m.reachedOn is null or m.reachedOn > :last)" + UNENDED + ")";
    private static final String HISTORY = "from PlanEntry e join PlanTask t on e.task = t.id where t.plan = :plan"
            + " and e.happenedAt >= :begin and e.happenedAt < :end and cast(e.step as String) = :step";

    private final EntityManager entities;

    ReadMonth(EntityManager entities) {
        this.entities = entities;
    }

    MonthState of(UUID plan, YearMonth month) {
        var begin = month.atDay(1).atStartOfDay(BusinessCalendar.ZONE).toInstant();
        var end = PlanReport.end(month);
        var last = month.atEndOfMonth();
        var next = month.plusMonths(1).atEndOfMonth();
        Map<String, Object> supervised = Map.of("plan", plan, "begin", begin, "end", end, "step", "SUPERVISED");
        return new MonthState(
                actions(plan, month),
                listed(
                        "select t.title, t.department, t.dueOn, t.endedAt, t.onTime",
                        DONE,
                        "t.endedAt, t.id",
                        DoneLine.class,
                        Map.of("plan", plan, "begin", begin, "end", end)),
                tasks(LATE, Map.of("plan", plan, "last", last, "end", end)),
                tasks(DUE_NEXT, Map.of("plan", plan, "last", last, "next", next, "end", end)),
                listed(
                        "select t.title, m.title, m.dueOn, m.reachedOn",
                        MILESTONES,
                        "m.dueOn, t.id",
                        MilestoneLine.class,
                        Map.of("plan", plan, "first", month.atDay(1), "last", last, "end", end)),
                listed(
                        "select e.happenedAt, t.title, t.department, e.words",
                        HISTORY,
                        "e.id",
                        SupervisionLine.class,
                        supervised),
                count(HISTORY, Map.of("plan", plan, "begin", begin, "end", end, "step", "REMINDED")));
    }

    /** Of all actions of the plan, which are at most two hundred. */
    private List<ActionLine> actions(UUID plan, YearMonth month) {
        return entities.createQuery("""
                        select p.title, a.title, count(t.id),
                               coalesce(sum(case when t.acceptedBy is not null and t.endedAt < :end then 1 else 0 end), 0)
                        from Action a join Problem p on a.problem = p.id
                        left join PlanTask t on t.action = a.id and t.createdAt < :end
                            and (t.endedAt is null or t.acceptedBy is not null or t.endedAt >= :end)
                        where a.plan = :plan group by p.title, a.title, a.number order by a.number
                        """, ActionLine.class)
                .setParameter("plan", plan)
                .setParameter("end", PlanReport.end(month))
                .getResultList();
    }

    private Listed<TaskLine> tasks(String from, Map<String, Object> parameters) {
        return listed("select t.title, t.department, t.dueOn", from, "t.dueOn, t.id", TaskLine.class, parameters);
    }

    private <T> Listed<T> listed(
            String select, String from, String order, Class<T> line, Map<String, Object> parameters) {
        var query = entities.createQuery(select + " " + from + " order by " + order, line);
        parameters.forEach(query::setParameter);
        var items = query.setMaxResults(MOST).getResultList();
        return new Listed<>(items, items.size() < MOST ? items.size() : count(from, parameters));
    }

    private long count(String from, Map<String, Object> parameters) {
        var query = entities.createQuery("select count(*) " + from, Long.class);
        parameters.forEach(query::setParameter);
        return query.getSingleResult();
    }
}
