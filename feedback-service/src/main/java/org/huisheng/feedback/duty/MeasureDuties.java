package org.huisheng.feedback.duty;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Of which posts in which processes it is written down how they did in a month, and of which not. */
@ApplicationScoped
class MeasureDuties {

    /** A post is watched in a process where it takes a step or has a duty; of one that many departments have a record of any will do. */
    private static final String PAIRS = """
            WITH named AS (
                SELECT process, post FROM process_step WHERE number IS NOT NULL AND post IS NOT NULL
                UNION SELECT process, post FROM process_duty WHERE post IS NOT NULL),
            pair AS (
                SELECT named.process, named.post, EXISTS (
                    SELECT 1 FROM duty_record AS said WHERE said.post = named.post AND said.month = ?1
                    AND said.process = named.process AND NOT said.withdrawn) AS recorded
                FROM named JOIN process ON process.code = named.process AND process.active
                JOIN post ON post.code = named.post AND post.active)
            """;

    private static final String WHOLE =
            PAIRS + "SELECT count(*) AS expected, count(*) FILTER (WHERE recorded) AS recorded FROM pair";

    private static final String BY_PROCESS = PAIRS + """
            SELECT process, count(*) AS expected, count(*) FILTER (WHERE recorded) AS recorded,
                   coalesce(string_agg(post, ' ' ORDER BY post) FILTER (WHERE NOT recorded), '') AS missing
            FROM pair WHERE process > ?2 GROUP BY process ORDER BY process
            """;

    private final EntityManager entities;

    MeasureDuties(EntityManager entities) {
        this.entities = entities;
    }

    record Whole(long expected, long recorded) {}

    /** @param missing codes of the posts nothing is written down of */
    record OfProcess(String process, long expected, long recorded, List<String> missing) {}

    @Transactional
    Whole whole(YearMonth month) {
        var row = (Tuple) entities.createNativeQuery(WHOLE, Tuple.class)
                .setParameter(1, month.atDay(1))
                .getSingleResult();
        return new Whole(number(row, "expected"), number(row, "recorded"));
    }

    /** In the order of their codes. */
    @Transactional
    List<OfProcess> byProcess(YearMonth month, @Nullable String after, int limit) {
        return entities.createNativeQuery(BY_PROCESS, Tuple.class)
                .setParameter(1, month.atDay(1))
                .setParameter(2, after == null ? "" : after)
                .setMaxResults(limit)
                .getResultStream()
                .map(row -> read((Tuple) row))
                .toList();
    }

    private static OfProcess read(Tuple row) {
        var missing = row.get("missing", String.class);
        return new OfProcess(
                row.get("process", String.class),
                number(row, "expected"),
                number(row, "recorded"),
                missing.isEmpty() ? List.of() : List.of(missing.split(" ")));
    }

    private static long number(Tuple row, String column) {
        return row.get(column, Number.class).longValue();
    }
}
