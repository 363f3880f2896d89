package org.huisheng.kit.event;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.UUID;

/** Remembers, in the handler's own transaction, which events a consumer has handled. */
@ApplicationScoped
public class Inbox {

    private final EntityManager entities;

    Inbox(EntityManager entities) {
        this.entities = entities;
    }

    /** True for exactly one of any number of deliveries whose transactions commit. */
    @Transactional(TxType.MANDATORY)
    public boolean firstDelivery(String consumer, UUID eventId) {
        return entities.createNativeQuery(
                                "INSERT INTO inbox (consumer, event_id) VALUES (?1, ?2) ON CONFLICT DO NOTHING")
                        .setParameter(1, consumer)
                        .setParameter(2, eventId)
                        .executeUpdate()
                == 1;
    }
}
