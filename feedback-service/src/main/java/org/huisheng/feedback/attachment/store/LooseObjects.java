package org.huisheng.feedback.attachment.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** Objects of the bucket that belong to no row, or not yet. */
@ApplicationScoped
class LooseObjects {

    private final EntityManager entities;
    private final DataSource database;

    LooseObjects(EntityManager entities, DataSource database) {
        this.entities = entities;
        this.database = database;
    }

    /** Committed when this returns, whatever becomes of the caller. */
    @Transactional(TxType.NEVER)
    void note(UUID object, Instant dueAt) throws IOException {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("INSERT INTO loose_object (id, due_at) VALUES (?, ?)")) {
            insert.setObject(1, object);
            insert.setObject(2, utc(dueAt));
            insert.executeUpdate();
        } catch (SQLException failure) {
            throw new IOException(failure);
        }
    }

    /** @return whether it was there, and so the object still is */
    @Transactional(TxType.MANDATORY)
    boolean take(UUID object) {
        return entities.createNativeQuery("DELETE FROM loose_object WHERE id = ?1")
                        .setParameter(1, object)
                        .executeUpdate()
                == 1;
    }

    /** The one that has been due for longest; until this transaction ends nobody else gets it. */
    @Transactional(TxType.MANDATORY)
    Optional<UUID> due(Instant now) {
        return entities.createNativeQuery("""
                        SELECT id FROM loose_object WHERE due_at <= ?1
                        ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED
                        """, UUID.class)
                .setParameter(1, utc(now))
                .getResultStream()
                .map(UUID.class::cast)
                .findFirst();
    }

    private static OffsetDateTime utc(Instant when) {
        return OffsetDateTime.ofInstant(when, ZoneOffset.UTC);
    }
}
