package org.huisheng.kpi.rebuild;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huisheng.events.Side;
import org.huisheng.kpi.rebuild.CountDifference.Count;
import org.huisheng.kpi.sql.Database;
import org.jspecify.annotations.Nullable;

/** All rebuilds there were. */
@ApplicationScoped
class Rebuilds {

    private final Database database;

    Rebuilds(Database database) {
        this.database = database;
    }

    void begin(UUID id, Rebuild.Source source, String by, Instant now) {
        database.write("""
                INSERT INTO rebuild (id, source, state, requested_by, started_at, replayed)
                VALUES (?, ?, 'RUNNING', ?, ?, 0)
                """, id, source.name(), by, now.atOffset(ZoneOffset.UTC));
    }

    /** How many more records of the log are gone through. */
    void replayed(UUID id, long records) {
        database.write("UPDATE rebuild SET replayed = replayed + ? WHERE id = ?", records, id);
    }

    void done(UUID id, long recovered, Instant now) {
        database.write(
                "UPDATE rebuild SET state = 'DONE', recovered = ?, finished_at = ? WHERE id = ?",
                recovered,
                now.atOffset(ZoneOffset.UTC),
                id);
    }

    void failed(UUID id, Instant now) {
        database.write(
                "UPDATE rebuild SET state = 'FAILED', finished_at = ? WHERE id = ?", now.atOffset(ZoneOffset.UTC), id);
    }

    /** Those whose process ended before they did. Only for who knows that none can be running. */
    void failUnfinished(Instant now) {
        database.write(
                "UPDATE rebuild SET state = 'FAILED', finished_at = ? WHERE state = 'RUNNING'",
                now.atOffset(ZoneOffset.UTC));
    }

    /** All that were ever kept, withdrawn or not. */
    long observations() {
        return database.read("SELECT count(*) FROM observation", row -> row.getLong(1))
                .getFirst();
    }

    Optional<Rebuild> byId(UUID id) {
        return database.read("SELECT * FROM rebuild WHERE id = ?", Rebuilds::rebuild, id).stream()
                .findFirst();
    }

    /** The latest first. */
    List<Rebuild> list(@Nullable UUID before, int limit) {
        return database.read(
                "SELECT * FROM rebuild WHERE ?::uuid IS NULL OR id < ? ORDER BY id DESC LIMIT ?",
                Rebuilds::rebuild,
                before,
                before,
                limit);
    }

    List<CountDifference> differences(UUID id, long after, int limit) {
        return database.read(
                "SELECT * FROM rebuild_difference WHERE rebuild_id = ? AND position > ? ORDER BY position LIMIT ?",
                Rebuilds::difference,
                id,
                after,
                limit);
    }

    private static Rebuild rebuild(ResultSet row) throws SQLException {
        var finished = row.getObject("finished_at", OffsetDateTime.class);
        return new Rebuild(
                row.getObject("id", UUID.class),
                Rebuild.Source.valueOf(row.getString("source")),
                Rebuild.State.valueOf(row.getString("state")),
                row.getString("requested_by"),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                finished == null ? null : finished.toInstant(),
                row.getLong("replayed"),
                row.getObject("observations", Long.class),
                row.getObject("recovered", Long.class),
                row.getObject("differences", Long.class));
    }

    private static CountDifference difference(ResultSet row) throws SQLException {
        return new CountDifference(
                row.getLong("position"),
                YearMonth.from(row.getObject("month", LocalDate.class)),
                row.getString("department"),
                row.getString("metric"),
                Side.valueOf(row.getString("side")),
                row.getString("tag"),
                row.getObject("bucket", Integer.class),
                count(row, "before"),
                count(row, "after"),
                row.getBoolean("extremes_differ"));
    }

    private static Count count(ResultSet row, String when) throws SQLException {
        return new Count(
                row.getLong("n_" + when),
                plain(row.getBigDecimal("sum_" + when)),
                plain(row.getBigDecimal("squares_" + when)),
                row.getObject("sources_" + when, Long.class));
    }

    private static @Nullable BigDecimal plain(@Nullable BigDecimal number) {
        return number == null
                ? null
                : new BigDecimal(number.stripTrailingZeros().toPlainString());
    }
}
