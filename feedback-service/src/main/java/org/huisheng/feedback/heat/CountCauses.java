package org.huisheng.feedback.heat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.huisheng.feedback.calendar.BusinessCalendar;
import org.huisheng.feedback.casework.CaseAccess;
import org.huisheng.kit.problem.DomainException.NotAllowed;
import org.jspecify.annotations.Nullable;

/** Counts cases by the place in the register that was named as their root cause. */
@ApplicationScoped
class CountCauses {

    /** Most first, so that what is cut off is what hurts least. */
    static final int MOST = 1000;

    private static final String COUNTED = """
            WITH counted AS (
                SELECT cause_process AS process, cause_step AS step, cause_post AS post, department, count(*) AS cases
                FROM feedback_case
                WHERE cause_process IS NOT NULL AND opened_at >= ?1 AND (?2 = '' OR department = ?2)
                GROUP BY cause_process, cause_step, cause_post, department
                ORDER BY count(*) DESC, cause_process, cause_step, cause_post, department LIMIT ?3)
            SELECT counted.*, process_step.number, process_step.name, process_step.name_en
            FROM counted LEFT JOIN process_step
                ON process_step.process = counted.process AND process_step.code = counted.step
            ORDER BY cases DESC, process, step, post, department
            """;

    private final EntityManager entities;
    private final CaseAccess access;
    private final Clock clock;

    CountCauses(EntityManager entities, CaseAccess access, Clock clock) {
        this.entities = entities;
        this.access = access;
        this.clock = clock;
    }

    /**
     * @param step null of the process as a whole
     * @param stepNumber its place in the process, null of one that was given up
     * @param department that resolved them
     */
    record CauseCount(
            String process,
            @Nullable String step,
            @Nullable Integer stepNumber,
            @Nullable String stepName,
            @Nullable String stepNameEn,
            @Nullable String post,
            String department,
            long cases) {}

    record Counted(LocalDate since, List<CauseCount> counts) {}

    /** Of cases opened in so many months, this one and those before it; a liaison asks of their own department only. */
    @Transactional
    Counted of(int months, @Nullable String department) {
        var scope = access.scope();
        if (scope.isPresent() && department != null && !department.equals(scope.get())) {
            throw new NotAllowed("foreign-department");
        }
        var since = LocalDate.ofInstant(clock.instant(), BusinessCalendar.ZONE)
                .withDayOfMonth(1)
                .minusMonths(months - 1L);
        var counts = entities.createNativeQuery(COUNTED, Tuple.class)
                .setParameter(1, OffsetDateTime.from(since.atStartOfDay(BusinessCalendar.ZONE)))
                .setParameter(2, scope.orElse(department == null ? "" : department))
                .setParameter(3, MOST)
                .getResultStream()
                .map(row -> count((Tuple) row))
                .toList();
        return new Counted(since, counts);
    }

    private static CauseCount count(Tuple row) {
        return new CauseCount(
                row.get("process", String.class),
                row.get("step", String.class),
                row.get("number", Integer.class),
                row.get("name", String.class),
                row.get("name_en", String.class),
                row.get("post", String.class),
                row.get("department", String.class),
                row.get("cases", Number.class).longValue());
    }
}
