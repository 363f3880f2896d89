package org.huisheng.feedback.reading;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.huisheng.feedback.casework.CaseAccess;
import org.huisheng.feedback.casework.CaseStatus;
import org.huisheng.kit.platform.DatabaseOutage;
import org.huisheng.kit.problem.DomainException.NotAllowed;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * How many cases stand where. Nobody counts cases: triggers write down what each step changes, in its transaction, and the
 * sum is always exact; adding up what was written down only keeps it short.
 */
@ApplicationScoped
class CountCases {

    private static final Logger LOG = Logger.getLogger(CountCases.class);
    private static final String SUM = """
            SELECT status, cast(sum(n) AS bigint) FROM case_count
            WHERE :department = '' OR department = :department
            GROUP BY status HAVING sum(n) <> 0
            """;
    /** Rows that are written meanwhile are not seen by it and stay. */
    private static final String ADD_UP = """
            WITH written AS (DELETE FROM case_count RETURNING department, status, n)
            INSERT INTO case_count SELECT department, status, sum(n) FROM written
            GROUP BY department, status HAVING sum(n) <> 0
            """;

    private static final int ADDING_UP = 7;

    private final EntityManager database;
    private final CaseAccess access;

    CountCases(EntityManager database, CaseAccess access) {
        this.database = database;
        this.access = access;
    }

    /** Those with none are left out; a liaison asks of their own department only. */
    @Transactional
    Map<CaseStatus, Long> of(@Nullable String department) {
        var scope = access.scope();
        if (scope.isPresent() && department != null && !department.equals(scope.get())) {
            throw new NotAllowed("foreign-department");
        }
        var counts = new EnumMap<CaseStatus, Long>(CaseStatus.class);
        List<?> lines = database.createNativeQuery(SUM, Object[].class)
                .setParameter("department", scope.orElse(department == null ? "" : department))
                .getResultList();
        for (var line : lines) {
            var columns = (Object[]) line;
            counts.put(CaseStatus.valueOf((String) columns[0]), ((Number) columns[1]).longValue());
        }
        return counts;
    }

    @Scheduled(
            identity = "case-counts",
            every = "${huisheng.cases.add-up:60s}",
            delayed = "5s",
            concurrentExecution = ConcurrentExecution.SKIP)
    void tick() {
        DatabaseOutage.orNextTime(LOG, "Counts are added up later", () -> addUp());
    }

    /** One instance at a time; another would only wait for the same rows. */
    void addUp() {
        QuarkusTransaction.requiringNew().run(() -> {
            var mine = database.createNativeQuery("SELECT pg_try_advisory_xact_lock(:turn, 0)", Boolean.class)
                    .setParameter("turn", ADDING_UP)
                    .getSingleResult();
            if (Boolean.TRUE.equals(mine)) {
                database.createNativeQuery(ADD_UP).executeUpdate();
            }
        });
    }
}
