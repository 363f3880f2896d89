package org.huisheng.kit.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Finds entries, the newest first, also those that have no place in the chain yet. */
@ApplicationScoped
public class FindEntries {

    private static final UUID AFTER_ALL = new UUID(-1, -1);

    /** Null where it does not matter. */
    record Filter(
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable String actor,
            @Nullable String action,
            @Nullable String subject) {}

    /**
     * @param position in the chain, null for a moment
     * @param hash in hexadecimal digits
     */
    record Found(
            AuditEntry entry,
            @Nullable Long position,
            @Nullable String hash) {}

    private final DataSource dataSource;

    FindEntries(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** @param before the last one of the page before */
    List<Found> page(Filter filter, @Nullable UUID before, int limit) throws SQLException {
        try (var connection = dataSource.getConnection();
                var query = prepare(connection, filter, before == null ? AFTER_ALL : before, limit);
                var rows = query.executeQuery()) {
            var found = new ArrayList<Found>();
            while (rows.next()) {
                var hash = rows.getBytes("hash");
                found.add(new Found(
                        AuditRows.entry(rows),
                        rows.getObject("position", Long.class),
                        hash == null ? null : HexFormat.of().formatHex(hash)));
            }
            return found;
        }
    }

    private static PreparedStatement prepare(Connection connection, Filter filter, UUID before, int limit)
            throws SQLException {
        var sql = new StringBuilder("SELECT " + AuditRows.COLUMNS + " FROM audit_entry WHERE id < ?");
        var parameters = new ArrayList<Object>(List.of(before));
        // An id begins with its time, so that the indexes by id find times too.
        also(sql, parameters, " AND id >= ?", filter.from() == null ? null : firstAt(filter.from()));
        also(
                sql,
                parameters,
                " AND at >= ?",
                filter.from() == null ? null : filter.from().atOffset(ZoneOffset.UTC));
        also(
                sql,
                parameters,
                " AND id < ?",
                filter.to() == null ? null : firstAt(filter.to().plusMillis(1)));
        also(
                sql,
                parameters,
                " AND at < ?",
                filter.to() == null ? null : filter.to().atOffset(ZoneOffset.UTC));
        also(sql, parameters, " AND actor = ?", filter.actor());
        also(sql, parameters, " AND action = ?", filter.action());
        also(sql, parameters, " AND subject_id = ?", filter.subject());
        parameters.add(limit);
        var query = connection.prepareStatement(
                sql.append(" ORDER BY id DESC LIMIT ?").toString());
        for (var i = 0; i < parameters.size(); i++) {
            query.setObject(i + 1, parameters.get(i));
        }
        return query;
    }

    private static void also(StringBuilder sql, List<Object> parameters, String condition, @Nullable Object value) {
        if (value != null) {
            sql.append(condition);
            parameters.add(value);
        }
    }

    private static UUID firstAt(Instant time) {
        return new UUID(time.toEpochMilli() << 16, 0);
    }
}
