package org.huisheng.survey.response;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.huisheng.events.EventType;
import org.jspecify.annotations.Nullable;

/** The statements of the intake. */
final class ResponseRows {

    /**
     * All rows and their events in one statement, so in one commit. The join makes a campaign that takes them a condition
     * of the insert itself, its times were looked at before; the primary key makes a repeated id a row not inserted, whose
     * event is then not written either.
     */
    private static String insertInto(String campaignThatTakesThem) {
        return """
            WITH input AS (
                SELECT * FROM unnest(
                    ?::uuid[], ?::uuid[], ?::text[], ?::bytea[], ?::text[], ?::text[], ?::timestamptz[],
                    ?::timestamptz[], ?::timestamptz[], ?::text[], ?::bigint[], ?::uuid[], ?::timestamptz[], ?::bytea[],
                    ?::text[])
                AS row (response_id, campaign_id, station, content_hash, answers, locale, started_at,
                    submitted_at, received_at, device_id, device_sequence, event_id, occurred_at, event, traceparent)
            ), stored AS (
                INSERT INTO response (response_id, campaign_id, station, content_hash, answers, locale, started_at,
                    submitted_at, received_at, device_id, device_sequence)
                SELECT response_id, campaign_id, station, content_hash, answers::jsonb, locale, started_at,
                    submitted_at, received_at, CASE WHEN NOT anonymous THEN device_id END,
                    CASE WHEN NOT anonymous THEN device_sequence END
                FROM input JOIN campaign ON campaign.id = input.campaign_id AND %s
                ON CONFLICT (response_id) DO NOTHING
                RETURNING response_id
            ), published AS (
                INSERT INTO outbox (event_id, topic, key, type, occurred_at, payload, traceparent)
                SELECT event_id, '%s', response_id::text, '%s', occurred_at, event, traceparent
                FROM input JOIN stored USING (response_id)
            )
            """.formatted(
                        campaignThatTakesThem,
                        EventType.RESPONSE_SUBMITTED.topic().wireName(),
                        EventType.RESPONSE_SUBMITTED.wireName());
    }

    private static final String INSERT = insertInto("campaign.status IN ('OPEN', 'SCHEDULED')");

    /** What was answered before the end may come in for some time after it. */
    private static final String INSERT_LATE = insertInto("""
            campaign.status = 'CLOSED' AND ?::timestamptz < campaign.closed_at
                    AND ?::timestamptz < campaign.closed_at + campaign.grace_days * interval '24 hours'""");

    private static final String STORED = "SELECT response_id FROM stored";

    /**
     * Of a device we know, in the campaign it was enrolled for, the number has come in; anybody else's claim counts for
     * nothing. Apart from the answers, so that the numbers of anonymous ones can be counted too.
     */
    private static final String COUNTED = """
            , counted AS (
                INSERT INTO kiosk_arrival (kiosk_id, sequence)
                SELECT kiosk.id, device_sequence
                FROM input JOIN stored USING (response_id)
                JOIN kiosk ON kiosk.id = device_id AND kiosk.campaign_id = input.campaign_id AND revoked_at IS NULL
                ON CONFLICT DO NOTHING
            )
            """;

    /** What the responses match, in the same commit; only said where there is something. */
    private static final String TOLD =
            """
            , told AS (
                INSERT INTO outbox (event_id, topic, key, type, occurred_at, payload, traceparent)
                SELECT matched.event_id, '%s', response_id::text, '%s', matched.occurred_at, matched.event, traceparent
                FROM unnest(?::uuid[], ?::uuid[], ?::timestamptz[], ?::bytea[])
                    AS matched (response_id, event_id, occurred_at, event)
                JOIN stored USING (response_id)
                JOIN input USING (response_id)
            )
            """.formatted(EventType.RESPONSE_MATCHED.topic().wireName(), EventType.RESPONSE_MATCHED.wireName());

    private static final String FIND =
            "SELECT response_id, content_hash, received_at FROM response WHERE response_id = ANY (?)";

    private ResponseRows() {}

    /** @return the ids of the rows that were really inserted */
    static Set<UUID> insert(Connection connection, List<IntakeRow> rows) throws SQLException {
        return insert(connection, rows, INSERT, List.of());
    }

    /** Into a campaign that is over. @param answeredAt to the moment, of which an anonymous row keeps only the day */
    static Set<UUID> insertLate(Connection connection, IntakeRow row, Instant answeredAt, Instant now)
            throws SQLException {
        return insert(connection, List.of(row), INSERT_LATE, List.of(answeredAt, now));
    }

    private static Set<UUID> insert(
            Connection connection, List<IntakeRow> rows, String statement, List<Instant> conditions)
            throws SQLException {
        var counted = rows.stream().anyMatch(row -> row.device() != null);
        var matches = MatchedRow.of(rows);
        var further = (counted ? COUNTED : "") + (matches.isEmpty() ? "" : TOLD);
        try (var insert = connection.prepareStatement(statement + further + STORED)) {
            var column = new Columns(connection, rows);
            insert.setArray(1, column.of("uuid", UUID[]::new, IntakeRow::responseId));
            insert.setArray(2, column.of("uuid", UUID[]::new, IntakeRow::campaignId));
            insert.setArray(3, column.of("text", String[]::new, IntakeRow::station));
            insert.setArray(
                    4, column.of("bytea", byte[][]::new, row -> row.content().bytes()));
            insert.setArray(5, column.of("text", String[]::new, IntakeRow::answers));
            insert.setArray(6, column.of("text", String[]::new, IntakeRow::locale));
            insert.setArray(7, column.of("text", String[]::new, row -> text(row.startedAt())));
            insert.setArray(8, column.of("text", String[]::new, row -> text(row.submittedAt())));
            insert.setArray(9, column.of("text", String[]::new, row -> text(row.receivedAt())));
            insert.setArray(
                    10,
                    column.of(
                            "text",
                            String[]::new,
                            row -> row.device() == null ? null : row.device().id()));
            insert.setArray(
                    11,
                    column.of(
                            "bigint",
                            Long[]::new,
                            row -> row.device() == null ? null : row.device().sequence()));
            insert.setArray(12, column.of("uuid", UUID[]::new, IntakeRow::eventId));
            insert.setArray(13, column.of("text", String[]::new, row -> text(row.occurredAt())));
            insert.setArray(14, column.of("bytea", byte[][]::new, IntakeRow::event));
            insert.setArray(15, column.of("text", String[]::new, IntakeRow::trace));
            for (var index = 0; index < conditions.size(); index++) {
                insert.setString(16 + index, text(conditions.get(index)));
            }
            if (!matches.isEmpty()) {
                MatchedRow.set(insert, 16 + conditions.size(), matches);
            }
            try (var stored = insert.executeQuery()) {
                var ids = HashSet.<UUID>newHashSet(rows.size());
                while (stored.next()) {
                    ids.add(stored.getObject(1, UUID.class));
                }
                return ids;
            }
        }
    }

    /** Those of the ids that are stored, by whomever. */
    static Map<UUID, Stored> find(Connection connection, Collection<UUID> ids) throws SQLException {
        try (var select = connection.prepareStatement(FIND)) {
            select.setArray(1, connection.createArrayOf("uuid", ids.toArray(UUID[]::new)));
            try (var rows = select.executeQuery()) {
                var found = new HashMap<UUID, Stored>();
                while (rows.next()) {
                    var id = rows.getObject("response_id", UUID.class);
                    found.put(
                            id,
                            new Stored(
                                    id,
                                    new ContentHash(rows.getBytes("content_hash")),
                                    rows.getObject("received_at", OffsetDateTime.class)
                                            .toInstant(),
                                    false));
                }
                return found;
            }
        }
    }

    private static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }

    /** A response beside one of its further events. */
    private record MatchedRow(IntakeRow response, IntakeRow.Told told) {

        static List<MatchedRow> of(List<IntakeRow> rows) {
            var matched = new ArrayList<MatchedRow>(0);
            for (var row : rows) {
                row.matches().forEach(told -> matched.add(new MatchedRow(row, told)));
            }
            return matched;
        }

        static void set(PreparedStatement insert, int first, List<MatchedRow> matched) throws SQLException {
            var connection = insert.getConnection();
            insert.setArray(
                    first,
                    connection.createArrayOf(
                            "uuid",
                            matched.stream()
                                    .map(row -> row.response().responseId())
                                    .toArray(UUID[]::new)));
            insert.setArray(
                    first + 1,
                    connection.createArrayOf(
                            "uuid",
                            matched.stream().map(row -> row.told().eventId()).toArray(UUID[]::new)));
            insert.setArray(
                    first + 2,
                    connection.createArrayOf(
                            "text",
                            matched.stream()
                                    .map(row -> row.response().occurredAt().toString())
                                    .toArray(String[]::new)));
            insert.setArray(
                    first + 3,
                    connection.createArrayOf(
                            "bytea",
                            matched.stream().map(row -> row.told().event()).toArray(byte[][]::new)));
        }
    }

    private record Columns(Connection connection, List<IntakeRow> rows) {
        @SuppressWarnings("NullAway") // SQL arrays have nulls
        <T> Array of(String type, IntFunction<T[]> array, Function<IntakeRow, @Nullable T> value) throws SQLException {
            return connection.createArrayOf(type, rows.stream().map(value).toArray(array));
        }
    }
}
