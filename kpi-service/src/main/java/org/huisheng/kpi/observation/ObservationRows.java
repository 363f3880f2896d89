package org.huisheng.kpi.observation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.huisheng.kpi.observation.FrozenMonths.Frozen;
import org.huisheng.kpi.sql.Database;
import org.huisheng.kpi.sql.Database.SqlArray;
import org.jspecify.annotations.Nullable;

/** The rows observations are kept in. */
@ApplicationScoped
class ObservationRows {

    /**
     * The insert is the deduplication (a fact belongs to the same month for ever, whenever it comes): only rows it really made go on into the cells, in the same statement. Everything
     * is written in order of its key, so that concurrent batches wait for one another instead of deadlocking.
     */
    private static final String INSERT_AND_FOLD = """
            WITH incoming AS (
                SELECT * FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) AS incoming
                    (event_id, ordinal, metric, side, department, month, belongs_to, occurred_at, value, bucket,
                     source_type, source_id, source_version, raw, scale_min, scale_max, question, row, tag, sources)
            ), inserted AS (
                INSERT INTO observation
                    (event_id, ordinal, metric, side, department, month, belongs_to, occurred_at, value, bucket,
                     source_type, source_id, source_version, raw, scale_min, scale_max, question, row, tag, sources,
                     recorded_at, withdrawn)
                SELECT incoming.*, ?, (
                    -- LIMIT keeps it a look into the index per row, however many have been withdrawn
                    SELECT true FROM withdrawal
                    WHERE withdrawal.source_id = incoming.source_id AND incoming.source_type IN ('RESPONSE', 'DUTY') LIMIT 1)
                    IS NOT NULL
                FROM incoming
                ON CONFLICT (event_id, ordinal, belongs_to) DO NOTHING
                RETURNING metric, side, department, month, value, bucket, tag, sources, recorded_at, withdrawn
            ), counted AS (
                SELECT * FROM inserted WHERE NOT withdrawn
            ), folded AS (
                INSERT INTO cell
                    (month, department, metric, side, n, sum, sum_of_squares, min, max, sources, updated_at)
                SELECT month, department, metric, side,
                       count(*), sum(value), sum(value * value), min(value), max(value), sum(sources),
                       max(recorded_at)
                FROM counted GROUP BY month, department, metric, side ORDER BY month, department, metric, side
                ON CONFLICT (month, department, metric, side) DO UPDATE SET
                    n = cell.n + excluded.n,
                    sum = cell.sum + excluded.sum,
                    sum_of_squares = cell.sum_of_squares + excluded.sum_of_squares,
                    min = least(cell.min, excluded.min),
                    max = greatest(cell.max, excluded.max),
                    sources = cell.sources + excluded.sources,
                    updated_at = greatest(cell.updated_at, excluded.updated_at)
            ), folded_by_tag AS (
                INSERT INTO tagged_cell (month, department, metric, side, tag, n, sum, sources)
                SELECT month, department, metric, side, tag, count(*), sum(value), sum(sources)
                FROM counted WHERE tag IS NOT NULL GROUP BY month, department, metric, side, tag
                ORDER BY month, department, metric, side, tag
                ON CONFLICT (month, department, metric, side, tag) DO UPDATE SET
                    n = tagged_cell.n + excluded.n,
                    sum = tagged_cell.sum + excluded.sum,
                    sources = tagged_cell.sources + excluded.sources
            )
            INSERT INTO cell_bucket (month, department, metric, side, bucket, n)
            SELECT month, department, metric, side, bucket, count(*)
            FROM counted GROUP BY month, department, metric, side, bucket
            ORDER BY month, department, metric, side, bucket
            ON CONFLICT (month, department, metric, side, bucket) DO UPDATE SET n = cell_bucket.n + excluded.n
            """;

    private static final Comparator<Observation> BY_KEY =
            Comparator.comparing(Observation::eventId).thenComparing(Observation::ordinal);

    private final Database database;

    ObservationRows(Database database) {
        this.database = database;
    }

    /** Within a transaction. What belongs to a frozen month counts in the first open one after it. */
    void insertAndFold(List<Observation> incoming, Frozen frozen, Instant now) {
        // Cheaper here than in the statement, which would have to sort whole rows.
        var all = incoming.stream().sorted(BY_KEY).toList();
        // Planning it anew takes longer than running it, and the plan is the same for any batch.
        database.write("SET LOCAL plan_cache_mode = force_generic_plan");
        database.write(
                INSERT_AND_FOLD,
                column("uuid", all, Observation::eventId),
                column("int4", all, Observation::ordinal),
                column("text", all, Observation::metric),
                column("text", all, Observation::side),
                column("text", all, Observation::department),
                column(
                        "date",
                        all,
                        observation -> frozen.open(observation.month()).atDay(1)),
                column("date", all, observation -> observation.month().atDay(1)),
                column("timestamptz", all, observation -> stored(observation.occurredAt())),
                column("numeric", all, Observation::value),
                column("int2", all, observation -> (short) Histogram.bucket(observation.value())),
                column("text", all, observation -> observation.source().type()),
                column("uuid", all, observation -> observation.source().id()),
                column("int8", all, observation -> observation.source().version()),
                column(
                        "numeric",
                        all,
                        o -> o.scaled() == null ? null : o.scaled().raw()),
                column(
                        "numeric",
                        all,
                        o -> o.scaled() == null ? null : o.scaled().min()),
                column(
                        "numeric",
                        all,
                        o -> o.scaled() == null ? null : o.scaled().max()),
                column("text", all, Observation::question),
                column("text", all, Observation::row),
                column("text", all, Observation::tag),
                column("int2", all, observation -> (short) observation.sources()),
                stored(now).atOffset(ZoneOffset.UTC));
    }

    private static SqlArray column(
            String type, List<Observation> all, Function<Observation, @Nullable Object> property) {
        var elements = new ArrayList<@Nullable Object>(all.size());
        for (var observation : all) {
            elements.add(property.apply(observation));
        }
        return new SqlArray(type, elements);
    }

    /** PostgreSQL keeps microseconds. */
    private static Instant stored(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS);
    }
}
