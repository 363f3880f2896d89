package org.huisheng.kpi.retention;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HexFormat;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.huisheng.kpi.observation.CountedRows;
import org.huisheng.kpi.observation.KnownByDay;
import org.huisheng.kpi.observation.LateMonths;
import org.huisheng.kpi.sql.Database;
import org.huisheng.kpi.sql.DatabaseFailure;
import org.postgresql.PGConnection;

/**
 * Everything that counts in a month, as CSV. The same rows give the same bytes, so that its hash tells whether somebody has
 * the whole of it. Like everywhere nothing finer than the month is told of anonymous answers.
 */
@ApplicationScoped
class ArchiveFile {

    private static final String COPY = """
            COPY (SELECT event_id, ordinal, metric, side, department, month, belongs_to, %s AS occurred_at, %s AS recorded_at,
                         value, raw, scale_min, scale_max, question, row, source_type, %s AS source_id, %s AS source_version, tag, sources, counts
                  FROM %s AS o
                  WHERE NOT withdrawn AND month = '%s' AND belongs_to = ANY ('{%s}')
                  ORDER BY event_id, ordinal, counts) TO STDOUT (FORMAT csv, HEADER)
            """;

    private final DataSource dataSource;
    private final Database database;
    private final LateMonths lateMonths;

    ArchiveFile(DataSource dataSource, Database database, LateMonths lateMonths) {
        this.dataSource = dataSource;
        this.database = database;
        this.lateMonths = lateMonths;
    }

    /** What was written. */
    record Content(long observations, String sha256) {}

    /** Within a transaction. */
    Content write(YearMonth month, OutputStream to) {
        var day = month.atDay(1);
        // Moments must not depend on who is connected.
        database.write("SET LOCAL TimeZone = 'UTC'");
        var out = new DigestOutputStream(to, sha256());
        var rows = copy(
                COPY.formatted(
                        KnownByDay.OCCURRED_AT,
                        KnownByDay.RECORDED_AT,
                        KnownByDay.SOURCE_ID,
                        KnownByDay.SOURCE_VERSION,
                        CountedRows.SQL,
                        day,
                        kept(day)),
                out);
        return new Content(rows, HexFormat.of().formatHex(out.getMessageDigest().digest()));
    }

    private String kept(LocalDate day) {
        return lateMonths.kept(day, day).elements().stream()
                .map(String::valueOf)
                .collect(Collectors.joining(","));
    }

    private long copy(String sql, OutputStream out) {
        try (var connection = dataSource.getConnection()) {
            return connection.unwrap(PGConnection.class).getCopyAPI().copyOut(sql, out);
        } catch (SQLException failure) {
            throw new DatabaseFailure(failure);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
