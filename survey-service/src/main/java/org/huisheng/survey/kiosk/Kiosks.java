package org.huisheng.survey.kiosk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.huisheng.survey.kiosk.Kiosk.Gap;
import org.jspecify.annotations.Nullable;

/** The enrolled devices. Statements join the caller's transaction, if there is one. */
@ApplicationScoped
class Kiosks {

    private static final int MOST_GAPS = 100;

    /** Numbers begin at 1. All that is still to be folded is counted in, so an answer is never behind the intake. */
    private static final String SELECT = """
            SELECT k.id, k.name, k.campaign_id, k.station, k.link, k.enrolled_at, k.last_seen_at, k.queued,
                   k.last_sequence, k.revoked_at, arrived.count AS received, missing.count AS missing, missing.first,
                   missing.last
            FROM kiosk k
            CROSS JOIN LATERAL (
                SELECT k.arrived + coalesce(range_agg(int8range(a.sequence, a.sequence, '[]')), '{}') AS numbers
                FROM kiosk_arrival a WHERE a.kiosk_id = k.id
            ) AS known
            CROSS JOIN LATERAL (
                SELECT coalesce(sum(upper(r) - lower(r)), 0) AS count FROM unnest(known.numbers) AS r
            ) AS arrived
            CROSS JOIN LATERAL (
                SELECT coalesce(sum(upper(r) - lower(r)), 0) AS count,
                       (array_agg(lower(r) ORDER BY r))[1:%1$d] AS first,
                       (array_agg(upper(r) - 1 ORDER BY r))[1:%1$d] AS last
                FROM unnest(int8multirange(int8range(1, greatest(k.last_sequence + 1, upper(known.numbers), 1)))
                            - known.numbers) AS r
            ) AS missing
            """.formatted(MOST_GAPS);

    private final DataSource dataSource;

    Kiosks(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    void add(
            String id,
            String name,
            DeviceToken token,
            UUID campaignId,
            @Nullable String station,
            String link,
            Instant now) {
        change("""
                INSERT INTO kiosk (id, name, token_hash, campaign_id, station, link, enrolled_at)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """, id, name, token.hash(), campaignId, station, link, time(now));
    }

    Optional<Kiosk> find(String id) {
        return select("WHERE k.id = ?", id).stream().findFirst();
    }

    /** The device that has this token, unless it was revoked. */
    Optional<Kiosk> holding(DeviceToken token) {
        return select("WHERE k.token_hash = ? AND k.revoked_at IS NULL", (Object) token.hash()).stream()
                .findFirst();
    }

    List<Kiosk> page(@Nullable String after, @Nullable UUID campaignId, int limit) {
        return select(
                "WHERE k.id > ? AND (?::uuid IS NULL OR k.campaign_id = ?) ORDER BY k.id LIMIT ?",
                after == null ? "" : after,
                campaignId,
                campaignId,
                limit);
    }

    /** A sign of life. The highest number only grows: heartbeats may overtake each other. */
    boolean heard(DeviceToken token, int queued, long lastSequence, Instant now) {
        return change("""
                UPDATE kiosk SET last_seen_at = ?, queued = ?, last_sequence = greatest(last_sequence, ?)
                WHERE token_hash = ? AND revoked_at IS NULL
                """, time(now), queued, lastSequence, token.hash()) == 1;
    }

    @Transactional
    void revoke(String id, Instant now) {
        change("UPDATE kiosk SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL", time(now), id);
    }

    private int change(String sql, @Nullable Object... parameters) {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(sql)) {
            set(statement, parameters);
            return statement.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private List<Kiosk> select(String condition, @Nullable Object... parameters) {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(SELECT + condition)) {
            set(statement, parameters);
            try (var rows = statement.executeQuery()) {
                var kiosks = new ArrayList<Kiosk>();
                while (rows.next()) {
                    kiosks.add(kiosk(rows));
                }
                return kiosks;
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void set(PreparedStatement statement, @Nullable Object... parameters) throws SQLException {
        for (var index = 0; index < parameters.length; index++) {
            statement.setObject(index + 1, parameters[index]);
        }
    }

    private static Kiosk kiosk(ResultSet row) throws SQLException {
        return new Kiosk(
                row.getString("id"),
                row.getString("name"),
                row.getObject("campaign_id", UUID.class),
                row.getString("station"),
                row.getString("link"),
                row.getObject("enrolled_at", OffsetDateTime.class).toInstant(),
                instant(row.getObject("last_seen_at", OffsetDateTime.class)),
                row.getInt("queued"),
                row.getLong("last_sequence"),
                row.getLong("received"),
                gaps(row.getArray("first"), row.getArray("last")),
                row.getLong("missing"),
                row.getObject("revoked_at") != null);
    }

    private static List<Gap> gaps(@Nullable Array first, @Nullable Array last) throws SQLException {
        if (first == null || last == null) {
            return List.of();
        }
        var from = (Long[]) first.getArray();
        var to = (Long[]) last.getArray();
        var gaps = new ArrayList<Gap>(from.length);
        for (var index = 0; index < from.length; index++) {
            gaps.add(new Gap(from[index], to[index]));
        }
        return gaps;
    }

    private static OffsetDateTime time(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
