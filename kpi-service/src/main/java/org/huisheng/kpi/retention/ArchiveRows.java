package org.huisheng.kpi.retention;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.huisheng.kit.problem.DomainException.Busy;
import org.huisheng.kpi.observation.CountedRows;
import org.huisheng.kpi.observation.LateMonths;
import org.huisheng.kpi.sql.Database;
import org.huisheng.kpi.sql.DatabaseFailure;
import org.jspecify.annotations.Nullable;

/** Archived months, and what has to be true before another becomes one. */
@ApplicationScoped
class ArchiveRows {

    private static final String COUNTS_OTHERWISE = """
            WITH counted AS (
                SELECT department, metric, side, sum(counts)::bigint AS n, sum(value) AS sum, sum(sources)::bigint AS sources
                FROM %s AS o WHERE NOT withdrawn AND month = ? AND belongs_to = ANY (?)
                GROUP BY department, metric, side
            )
            SELECT 1 FROM counted r FULL JOIN (SELECT * FROM cell WHERE month = ?) c USING (department, metric, side)
            WHERE (coalesce(c.n, 0), coalesce(c.sum, 0), coalesce(c.sources, 0))
               <> (coalesce(r.n, 0), coalesce(r.sum, 0), coalesce(r.sources, 0)) LIMIT 1
            """.formatted(CountedRows.SQL);

    private static final Duration RETRY = Duration.ofMinutes(1);

    private final Database database;
    private final LateMonths lateMonths;

    ArchiveRows(Database database, LateMonths lateMonths) {
        this.database = database;
        this.lateMonths = lateMonths;
    }

    Optional<Archive> find(YearMonth month) {
        return database.read("SELECT * FROM archive WHERE month = ?", ArchiveRows::archive, month.atDay(1)).stream()
                .findFirst();
    }

    /** The latest month first. */
    List<Archive> list(@Nullable LocalDate before, int limit) {
        return database.read(
                "SELECT * FROM archive WHERE ?::date IS NULL OR month < ? ORDER BY month DESC LIMIT ?",
                ArchiveRows::archive,
                before,
                before,
                limit);
    }

    /** Sealed months that have not been archived, up to one of them. */
    List<YearMonth> due(YearMonth last) {
        return database.read("""
                SELECT f.month FROM frozen_month f LEFT JOIN archive a USING (month)
                WHERE a.month IS NULL AND f.month <= ? ORDER BY month
                """, row -> YearMonth.from(row.getObject("month", LocalDate.class)), last.atDay(1));
    }

    /** Whether the rows of a month are not what its cells say. */
    boolean countsOtherwise(YearMonth month) {
        var day = month.atDay(1);
        return !database.read(COUNTS_OTHERWISE, row -> true, day, lateMonths.kept(day, day), day)
                .isEmpty();
    }

    /**
     * Takes the observations out.
     *
     * @throws Busy if somebody is reading observations for so long that others would have to wait
     */
    void remove(YearMonth month) {
        try {
            database.write("SET LOCAL lock_timeout = '10s'");
            database.read("SELECT remove_observation_month(?)", row -> true, month.atDay(1));
        } catch (DatabaseFailure failure) {
            throw failure.waitedTooLong() ? new Busy("observations-are-read", RETRY) : failure;
        }
    }

    void add(Archive archive) {
        database.write(
                """
                INSERT INTO archive (month, name, sha256, observations, seal_sequence, seal_hash, archived_by, archived_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                archive.month().atDay(1),
                archive.name(),
                archive.sha256(),
                archive.observations(),
                archive.sealSequence(),
                archive.sealHash(),
                archive.archivedBy(),
                archive.archivedAt().atOffset(ZoneOffset.UTC));
    }

    private static Archive archive(ResultSet row) throws SQLException {
        return new Archive(
                YearMonth.from(row.getObject("month", LocalDate.class)),
                row.getString("name"),
                row.getString("sha256"),
                row.getLong("observations"),
                row.getLong("seal_sequence"),
                row.getString("seal_hash"),
                row.getString("archived_by"),
                row.getObject("archived_at", OffsetDateTime.class).toInstant());
    }
}
