package org.huisheng.feedback.integration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far the three integrations have come: of the key posts, the typical business and the key processes that are in use, how
 * many have an element at a stage or beyond. A post is covered by an element of a step it takes, or by one of a whole process
 * in which it takes a step or has a duty.
 */
@ApplicationScoped
class MeasureCoverage {

    private static final String COVERED = """
            WITH reached AS (
                SELECT process, step FROM csr_element WHERE retired_at IS NULL AND stage IN (?1)),
            process_covered AS (
                SELECT department, key_process, typical_business,
                    EXISTS (SELECT 1 FROM reached WHERE reached.process = process.code) AS covered
                FROM process WHERE active AND (key_process OR typical_business)),
            post_covered AS (
                SELECT department,
                    EXISTS (
                        SELECT 1 FROM reached JOIN process ON process.code = reached.process AND process.active
                        WHERE EXISTS (
                                SELECT 1 FROM process_step
                                WHERE process_step.process = reached.process AND process_step.post = post.code
                                    AND process_step.number IS NOT NULL
                                    AND (reached.step IS NULL OR reached.step = process_step.code))
                            OR reached.step IS NULL AND EXISTS (
                                SELECT 1 FROM process_duty
                                WHERE process_duty.process = reached.process AND process_duty.post = post.code)) AS covered
                FROM post WHERE active AND key_post)
            SELECT 'KEY_POSTS' AS what, department, count(*) AS total, count(*) FILTER (WHERE covered) AS covered
            FROM post_covered GROUP BY department
            UNION ALL
            SELECT 'TYPICAL_BUSINESS', department, count(*), count(*) FILTER (WHERE covered)
            FROM process_covered WHERE typical_business GROUP BY department
            UNION ALL
            SELECT 'KEY_PROCESSES', department, count(*), count(*) FILTER (WHERE covered)
            FROM process_covered WHERE key_process GROUP BY department
            ORDER BY department NULLS LAST
            """;

    private final EntityManager entities;

    MeasureCoverage(EntityManager entities) {
        this.entities = entities;
    }

    /** How many there are, and how many of them have it. */
    record CoveredCount(long total, long covered) {

        static final CoveredCount NONE = new CoveredCount(0, 0);

        CoveredCount and(CoveredCount other) {
            return new CoveredCount(total + other.total, covered + other.covered);
        }
    }

    /** The three integrations. */
    record Integrations(CoveredCount keyPosts, CoveredCount typicalBusiness, CoveredCount keyProcesses) {

        static final Integrations NONE = new Integrations(CoveredCount.NONE, CoveredCount.NONE, CoveredCount.NONE);

        Integrations and(Integrations other) {
            return new Integrations(
                    keyPosts.and(other.keyPosts),
                    typicalBusiness.and(other.typicalBusiness),
                    keyProcesses.and(other.keyProcesses));
        }
    }

    /** @param department null of what no department owns alone */
    record DepartmentCoverage(@Nullable String department, Integrations coverage) {}

    record Coverage(Integrations whole, List<DepartmentCoverage> departments) {}

    @Transactional
    Coverage at(CsrStage stage) {
        var departments = new LinkedHashMap<@Nullable String, Integrations>();
        entities.createNativeQuery(COVERED, Tuple.class)
                .setParameter(1, stage.andFurther())
                .getResultStream()
                .forEach(row -> add(departments, (Tuple) row));
        return new Coverage(
                departments.values().stream().reduce(Integrations.NONE, Integrations::and),
                departments.entrySet().stream()
                        .map(entry -> new DepartmentCoverage(entry.getKey(), entry.getValue()))
                        .toList());
    }

    private static void add(Map<@Nullable String, Integrations> departments, Tuple row) {
        var count = new CoveredCount(
                row.get("total", Number.class).longValue(),
                row.get("covered", Number.class).longValue());
        var one = switch (row.get("what", String.class)) {
            case "KEY_POSTS" -> new Integrations(count, CoveredCount.NONE, CoveredCount.NONE);
            case "TYPICAL_BUSINESS" -> new Integrations(CoveredCount.NONE, count, CoveredCount.NONE);
            case String _ -> new Integrations(CoveredCount.NONE, CoveredCount.NONE, count);
        };
        departments.merge(row.get("department", String.class), one, Integrations::and);
    }
}
