package org.huisheng.kit.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.huisheng.kit.trace.Traceparent;
import org.huisheng.kit.trace.Tracing;
import org.jspecify.annotations.Nullable;

/** The relay's view of the outbox table. */
final class OutboxRows {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Connection connection;
    private final String source;
    private final Tracing tracing;

    OutboxRows(Connection connection, String source, Tracing tracing) {
        this.connection = connection;
        this.tracing = tracing;
        this.source = source;
    }

    /** A row ready to be sent. @param from the place in a trace it came from @param place its own there */
    record Row(
            long seq,
            ProducerRecord<String, byte[]> message,
            @Nullable String from,
            @Nullable Traceparent place) {}

    List<Row> oldest(int limit) throws SQLException {
        try (var select = connection.prepareStatement("""
                SELECT seq, event_id, topic, key, type, occurred_at, payload, headers, traceparent, subject_version,
                       least(occurred_at, clock_timestamp()) AS record_time
                FROM outbox ORDER BY seq LIMIT ?
                """)) {
            select.setInt(1, limit);
            try (var rows = select.executeQuery()) {
                var result = new ArrayList<Row>();
                while (rows.next()) {
                    result.add(row(rows));
                }
                return result;
            }
        }
    }

    void delete(List<Row> published) throws SQLException {
        try (var delete = connection.prepareStatement("DELETE FROM outbox WHERE seq = ANY (?)")) {
            delete.setArray(
                    1,
                    connection.createArrayOf(
                            "bigint", published.stream().map(Row::seq).toArray(Long[]::new)));
            delete.executeUpdate();
        }
    }

    private Row row(ResultSet row) throws SQLException {
        var message = message(row);
        var from = row.getString("traceparent");
        var place = tracing.next(from);
        if (place != null) {
            header(message, EventCodec.TRACE, place.text());
        }
        return new Row(row.getLong("seq"), message, from, place);
    }

    private ProducerRecord<String, byte[]> message(ResultSet row) throws SQLException {
        // The event's own time, which may be coarse on purpose; Kafka would note the moment of sending and keep it for
        // ever. Never ahead of the clock: the broker refuses such records.
        var message = new ProducerRecord<>(
                row.getString("topic"),
                null,
                row.getObject("record_time", OffsetDateTime.class).toInstant().toEpochMilli(),
                row.getString("key"),
                row.getBytes("payload"));
        var own = row.getString("headers");
        if (own == null) {
            header(message, "ce_specversion", "1.0");
            header(message, "ce_id", row.getString("event_id"));
            header(message, "ce_source", source);
            header(message, "ce_type", row.getString("type"));
            header(message, "ce_subject", row.getString("key"));
            header(
                    message,
                    "ce_time",
                    // RFC 3339 wants the seconds that OffsetDateTime leaves out when they are zero.
                    row.getObject("occurred_at", OffsetDateTime.class)
                            .toInstant()
                            .toString());
            header(message, "content-type", "application/json");
            var version = row.getString("subject_version");
            if (version != null) {
                header(message, EventCodec.VERSION, version);
            }
        } else {
            for (var field : parse(own).properties()) {
                message.headers()
                        .add(
                                field.getKey(),
                                Base64.getDecoder().decode(field.getValue().asText()));
            }
        }
        return message;
    }

    private static JsonNode parse(String headers) {
        try {
            return JSON.readTree(headers);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("jsonb is JSON", impossible);
        }
    }

    private static void header(ProducerRecord<String, byte[]> message, String name, String value) {
        message.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
