package org.huisheng.kit.event;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.function.LongSupplier;
import org.huisheng.events.EventType;
import org.huisheng.events.IntegrationEvent;
import org.huisheng.kit.audit.AuditTrail;
import org.huisheng.kit.platform.Uuid7;
import org.huisheng.kit.trace.CurrentTrace;
import org.jspecify.annotations.Nullable;

/** Where an event is left, in the very transaction that makes it true. */
@ApplicationScoped
public class Outbox {

    private static final long QUARTER_OF_AN_HOUR = 900;

    private final EntityManager entities;
    private final AuditTrail trail;

    Outbox(EntityManager entities, AuditTrail trail) {
        this.entities = entities;
        this.trail = trail;
    }

    /** Of something without versions. */
    @Transactional(TxType.MANDATORY)
    public void append(IntegrationEvent event) {
        insert(event, null);
    }

    /** @param version which one of the aggregate the event made, as its ETag says; asked once the aggregate is flushed */
    @Transactional(TxType.MANDATORY)
    public void append(IntegrationEvent event, LongSupplier version) {
        entities.flush();
        insert(event, version.getAsLong());
    }

    /** A native insert: Hibernate flushes the aggregate first, and its row lock fixes the order of its events. */
    private void insert(IntegrationEvent event, @Nullable Long version) {
        var type = EventType.of(event);
        trail.makes(event.aggregateId());
        entities.createNativeQuery("""
                        INSERT INTO outbox (event_id, topic, key, type, occurred_at, payload, traceparent, subject_version)
                        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
                        """)
                // An event whose time is coarse on purpose must not tell the exact one in its id.
                .setParameter(1, Uuid7.at(event.occurredAt()))
                .setParameter(2, type.topic().wireName())
                .setParameter(3, event.aggregateId())
                .setParameter(4, type.wireName())
                .setParameter(5, OffsetDateTime.ofInstant(event.occurredAt(), ZoneOffset.UTC))
                .setParameter(6, EventCodec.encode(event))
                .setParameter(7, isCoarse(event.occurredAt()) ? null : CurrentTrace.text())
                .setParameter(8, version)
                .executeUpdate();
    }

    /** Midnight somewhere: such a time is kept from saying more, and a trace would lead to the moment of the request. */
    private static boolean isCoarse(Instant time) {
        return time.getNano() == 0 && time.getEpochSecond() % QUARTER_OF_AN_HOUR == 0;
    }
}
