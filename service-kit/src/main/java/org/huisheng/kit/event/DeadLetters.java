package org.huisheng.kit.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.huisheng.events.Topic;
import org.huisheng.kit.platform.Uuid7;
import org.huisheng.kit.problem.DomainException.Conflict;
import org.huisheng.kit.problem.DomainException.NotFound;
import org.jspecify.annotations.Nullable;

/**
 * Records no handler could take. They are put aside in the transaction that handles their neighbours, leave for the
 * dead-letter topic through the outbox, and are replayed by sending them, unchanged, to their first topic again. One that never
 * can be handled is discarded: nobody is reminded of it any more, and it can still be replayed.
 */
@ApplicationScoped
public class DeadLetters {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final EntityManager entities;
    private final Clock clock;

    DeadLetters(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    enum DeadLetterState {
        /** Somebody has to look. */
        OPEN,
        DISCARDED
    }

    /** @param id also the paging cursor, time-ordered */
    record DeadLetter(
            UUID id,
            String topic,
            int partition,
            long offset,
            @Nullable String key,
            @Nullable String type,
            String reason,
            Instant recordedAt,
            @Nullable Instant replayedAt,
            @Nullable Instant discardedAt,
            @Nullable String discardedBy,
            @Nullable String discardedBecause) {}

    @Transactional(TxType.MANDATORY)
    void put(ConsumerRecord<String, byte[]> record, String reason) {
        var headers = headers(record, reason);
        var inserted = entities.createNativeQuery("""
                        INSERT INTO dead_letter (id, topic, partition, "offset", key, type, headers, payload, reason)
                        VALUES (?1, ?2, ?3, ?4, ?5, ?6, cast(?7 AS jsonb), ?8, ?9)
                        ON CONFLICT (topic, partition, "offset") DO NOTHING
                        """)
                .setParameter(1, Uuid7.at(clock.instant()))
                .setParameter(2, record.topic())
                .setParameter(3, record.partition())
                .setParameter(4, record.offset())
                .setParameter(5, storable(record.key()))
                .setParameter(6, storable(EventCodec.header(record, "ce_type")))
                .setParameter(7, headers)
                .setParameter(8, record.value())
                .setParameter(9, reason)
                .executeUpdate();
        if (inserted == 1) {
            send(Topic.DEAD_LETTER.wireName(), record.key(), headers, record.value());
        }
    }

    @Transactional
    List<DeadLetter> list(DeadLetterState state, @Nullable UUID after, int limit) {
        var discarded = switch (state) {
            case OPEN -> "discarded_at IS NULL";
            case DISCARDED -> "discarded_at IS NOT NULL";
        };
        return entities
                .createNativeQuery("""
                        SELECT id, topic, partition, "offset", key, type, reason, recorded_at, replayed_at,
                            discarded_at, discarded_by, discarded_because
                        FROM dead_letter
                        WHERE replayed_at IS NULL AND %s AND (cast(?1 AS uuid) IS NULL OR id > ?1)
                        ORDER BY id LIMIT ?2
                        """.formatted(discarded), Tuple.class)
                .setParameter(1, after)
                .setParameter(2, limit)
                .getResultList()
                .stream()
                .map(row -> letter((Tuple) row))
                .toList();
    }

    /** Sends the record to its first topic again; every consumer is idempotent, so the others are not disturbed. */
    @Transactional
    void replay(UUID id) {
        var rows = entities.createNativeQuery("""
                        UPDATE dead_letter SET replayed_at = ?2 WHERE id = ?1
                        RETURNING topic, key, cast(headers AS text) AS headers, payload
                        """, Tuple.class)
                .setParameter(1, id)
                .setParameter(2, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .getResultList();
        if (rows.isEmpty()) {
            throw new NotFound("dead-letter", id);
        }
        var row = (Tuple) rows.getFirst();
        send(
                row.get("topic", String.class),
                row.get("key", String.class),
                row.get("headers", String.class),
                row.get("payload", byte[].class));
    }

    /** @throws Conflict if somebody has decided already what becomes of it */
    @Transactional
    void discard(UUID id, String by, String because) {
        var discarded = entities.createNativeQuery("""
                        UPDATE dead_letter SET discarded_at = ?2, discarded_by = ?3, discarded_because = ?4
                        WHERE id = ?1 AND replayed_at IS NULL AND discarded_at IS NULL
                        """)
                .setParameter(1, id)
                .setParameter(2, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .setParameter(3, by)
                .setParameter(4, because)
                .executeUpdate();
        if (discarded == 0) {
            throw isThere(id) ? new Conflict("dead-letter-decided") : new NotFound("dead-letter", id);
        }
    }

    private boolean isThere(UUID id) {
        return !entities.createNativeQuery("SELECT 1 FROM dead_letter WHERE id = ?1")
                .setParameter(1, id)
                .getResultList()
                .isEmpty();
    }

    private void send(String topic, @Nullable String key, String headers, byte @Nullable [] payload) {
        entities.createNativeQuery("""
                        INSERT INTO outbox (event_id, topic, key, type, occurred_at, payload, headers)
                        VALUES (?1, ?2, ?3, 'as-received', ?4, ?5, cast(?6 AS jsonb))
                        """)
                .setParameter(1, Uuid7.at(clock.instant()))
                .setParameter(2, topic)
                .setParameter(3, storable(key))
                .setParameter(4, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .setParameter(5, payload)
                .setParameter(6, headers)
                .executeUpdate();
    }

    private static DeadLetter letter(Tuple row) {
        return new DeadLetter(
                row.get("id", UUID.class),
                row.get("topic", String.class),
                row.get("partition", Integer.class),
                row.get("offset", Long.class),
                row.get("key", String.class),
                row.get("type", String.class),
                row.get("reason", String.class),
                row.get("recorded_at", Instant.class),
                row.get("replayed_at", Instant.class),
                row.get("discarded_at", Instant.class),
                row.get("discarded_by", String.class),
                row.get("discarded_because", String.class));
    }

    private static String headers(ConsumerRecord<String, byte[]> record, String reason) {
        var headers = new LinkedHashMap<String, String>();
        for (var header : record.headers()) {
            headers.put(
                    String.valueOf(storable(header.key())),
                    Base64.getEncoder().encodeToString(header.value() == null ? new byte[0] : header.value()));
        }
        headers.put("dead_letter_reason", Base64.getEncoder().encodeToString(reason.getBytes(StandardCharsets.UTF_8)));
        headers.put(
                "dead_letter_source",
                Base64.getEncoder()
                        .encodeToString((record.topic() + "-" + record.partition() + "@" + record.offset())
                                .getBytes(StandardCharsets.UTF_8)));
        try {
            return JSON.writeValueAsString(headers);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** PostgreSQL's text has no NUL; a poison record may. */
    private static @Nullable String storable(@Nullable String text) {
        return text == null ? null : text.replace('\0', '\uFFFD');
    }
}
