package org.huisheng.feedback.comment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** Reminders of deadlines, each fired once. */
@ApplicationScoped
class Reminders {

    private final EntityManager entities;

    Reminders(EntityManager entities) {
        this.entities = entities;
    }

    record Due(UUID comment, ReminderKind kind) {}

    /** Those that still lie ahead. */
    @Transactional(TxType.MANDATORY)
    void set(UUID comment, Instant deadline, Instant now) {
        for (var kind : ReminderKind.values()) {
            if (kind.due(deadline).isAfter(now)) {
                entities.createNativeQuery("INSERT INTO comment_reminder (comment, kind, due_at) VALUES (?1, ?2, ?3)")
                        .setParameter(1, comment)
                        .setParameter(2, kind.name())
                        .setParameter(3, utc(kind.due(deadline)))
                        .executeUpdate();
            }
        }
    }

    @Transactional(TxType.MANDATORY)
    void drop(UUID comment) {
        entities.createNativeQuery("DELETE FROM comment_reminder WHERE comment = ?1 AND fired_at IS NULL")
                .setParameter(1, comment)
                .executeUpdate();
    }

    /** Takes the earliest that nobody else has taken; with this transaction they are fired. */
    @Transactional(TxType.MANDATORY)
    List<Due> take(Instant now, int limit) {
        return entities.createNativeQuery("""
                        WITH due AS MATERIALIZED (
                            SELECT comment, kind FROM comment_reminder WHERE fired_at IS NULL AND due_at <= ?1
                            ORDER BY due_at LIMIT ?2 FOR UPDATE SKIP LOCKED)
                        UPDATE comment_reminder SET fired_at = ?1 FROM due
                        WHERE comment_reminder.comment = due.comment AND comment_reminder.kind = due.kind
                        RETURNING due.comment, due.kind
                        """, Tuple.class)
                .setParameter(1, utc(now))
                .setParameter(2, limit)
                .getResultStream()
                .map(row -> due((Tuple) row))
                .toList();
    }

    private static Due due(Tuple row) {
        return new Due(row.get(0, UUID.class), ReminderKind.valueOf(row.get(1, String.class)));
    }

    private static OffsetDateTime utc(Instant when) {
        return OffsetDateTime.ofInstant(when, ZoneOffset.UTC);
    }
}
