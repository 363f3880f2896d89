package org.huisheng.feedback.reminder;

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
public class Reminders {

    private final EntityManager entities;

    Reminders(EntityManager entities) {
        this.entities = entities;
    }

    /** What has a deadline; the reminders of each stand in a table of their own, which refers to it. */
    public enum Agenda {
        COMMENT("comment_reminder", "comment"),
        PLAN_TASK("plan_reminder", "task");

        private final String table;
        private final String subject;

        Agenda(String table, String subject) {
            this.table = table;
            this.subject = subject;
        }

        private String sql(String text) {
            return text.replace("$table", table).replace("$subject", subject);
        }
    }

    public record Due(UUID subject, ReminderKind kind) {}

    /** Those that still lie ahead. */
    @Transactional(TxType.MANDATORY)
    public void set(Agenda agenda, UUID subject, Instant deadline, Instant now) {
        for (var kind : ReminderKind.values()) {
            if (kind.due(deadline).isAfter(now)) {
                entities.createNativeQuery(
                                agenda.sql("INSERT INTO $table ($subject, kind, due_at) VALUES (?1, ?2, ?3)"))
                        .setParameter(1, subject)
                        .setParameter(2, kind.name())
                        .setParameter(3, utc(kind.due(deadline)))
                        .executeUpdate();
            }
        }
    }

    @Transactional(TxType.MANDATORY)
    public void drop(Agenda agenda, UUID subject) {
        entities.createNativeQuery(agenda.sql("DELETE FROM $table WHERE $subject = ?1 AND fired_at IS NULL"))
                .setParameter(1, subject)
                .executeUpdate();
    }

    /** The deadline is another one: all that was set, or fired, for the former is forgotten. */
    @Transactional(TxType.MANDATORY)
    public void renew(Agenda agenda, UUID subject, Instant deadline, Instant now) {
        entities.createNativeQuery(agenda.sql("DELETE FROM $table WHERE $subject = ?1"))
                .setParameter(1, subject)
                .executeUpdate();
        set(agenda, subject, deadline, now);
    }

    /** Takes the earliest that nobody else has taken; with this transaction they are fired. */
    @Transactional(TxType.MANDATORY)
    public List<Due> take(Agenda agenda, Instant now, int limit) {
        return entities.createNativeQuery(agenda.sql("""
                        WITH due AS MATERIALIZED (
                            SELECT $subject, kind FROM $table WHERE fired_at IS NULL AND due_at <= ?1
                            ORDER BY due_at LIMIT ?2 FOR UPDATE SKIP LOCKED)
                        UPDATE $table SET fired_at = ?1 FROM due
                        WHERE $table.$subject = due.$subject AND $table.kind = due.kind
                        RETURNING due.$subject, due.kind
                        """), Tuple.class)
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
