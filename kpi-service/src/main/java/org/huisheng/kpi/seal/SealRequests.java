package org.huisheng.kpi.seal;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.huisheng.kpi.period.Period;
import org.huisheng.kpi.sql.Database;
import org.jspecify.annotations.Nullable;

/** Requests to seal, one per period; one that has lapsed is as none. */
@ApplicationScoped
class SealRequests {

    private final Database database;

    SealRequests(Database database) {
        this.database = database;
    }

    Optional<SealRequest> open(Period period, Instant now) {
        return database.read("""
                        SELECT period, requested_by, requested_at, expires_at FROM seal_request
                        WHERE period = ? AND expires_at > ?
                        """, SealRequests::request, period.text(), now.atOffset(ZoneOffset.UTC)).stream()
                .findFirst();
    }

    /** In order of their periods' texts; {@code after} is the last seen. */
    List<SealRequest> open(Instant now, @Nullable String after, int limit) {
        return database.read("""
                SELECT period, requested_by, requested_at, expires_at FROM seal_request
                WHERE expires_at > ? AND (?::text IS NULL OR period > ?)
                ORDER BY period LIMIT ?
                """, SealRequests::request, now.atOffset(ZoneOffset.UTC), after, after, limit);
    }

    private static SealRequest request(ResultSet row) throws SQLException {
        return new SealRequest(
                Period.parse(row.getString("period")),
                row.getString("requested_by"),
                row.getObject("requested_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant());
    }

    /** In the place of one that has lapsed, if there is one. */
    void add(SealRequest request) {
        database.write(
                """
                INSERT INTO seal_request (period, requested_by, requested_at, expires_at) VALUES (?, ?, ?, ?)
                ON CONFLICT (period) DO UPDATE SET requested_by = excluded.requested_by,
                    requested_at = excluded.requested_at, expires_at = excluded.expires_at
                """,
                request.period().text(),
                request.requestedBy(),
                request.requestedAt().atOffset(ZoneOffset.UTC),
                request.expiresAt().atOffset(ZoneOffset.UTC));
    }

    void remove(Period period) {
        database.write("DELETE FROM seal_request WHERE period = ?", period.text());
    }
}
