package org.huisheng.feedback.visit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.YearMonth;
import java.util.List;

/** How many of the enterprises were visited in a month. */
@ApplicationScoped
class MeasureCoverage {

    private static final String COVERAGE = """
            WITH visited AS (
                SELECT enterprise, min(park) AS park, bool_or(status = 'COMPLETED') AS completed
                FROM visit WHERE planned_for BETWEEN ?1 AND ?2 AND status <> 'CANCELLED' GROUP BY enterprise)
            SELECT coalesce(visited.park, enterprise.park) AS park, count(*) AS enterprises,
                   count(visited.enterprise) AS planned, count(*) FILTER (WHERE visited.completed) AS completed
            FROM enterprise LEFT JOIN visited ON visited.enterprise = enterprise.id
            WHERE enterprise.active OR visited.enterprise IS NOT NULL
            GROUP BY 1 ORDER BY 1
            """;

    private final EntityManager entities;

    MeasureCoverage(EntityManager entities) {
        this.entities = entities;
    }

    /** Enterprises, not visits: two visits to one cover it once. */
    record ParkCoverage(String park, long enterprises, long planned, long completed) {}

    @Transactional
    List<ParkCoverage> of(YearMonth month) {
        return entities.createNativeQuery(COVERAGE, Tuple.class)
                .setParameter(1, month.atDay(1))
                .setParameter(2, month.atEndOfMonth())
                .getResultStream()
                .map(row -> read((Tuple) row))
                .toList();
    }

    private static ParkCoverage read(Tuple row) {
        return new ParkCoverage(
                row.get("park", String.class),
                number(row, "enterprises"),
                number(row, "planned"),
                number(row, "completed"));
    }

    private static long number(Tuple row, String column) {
        return row.get(column, Number.class).longValue();
    }
}
