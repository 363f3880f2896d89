package org.huisheng.feedback.reminder;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.huisheng.kit.platform.DatabaseOutage;
import org.jboss.logging.Logger;

/** Reminders of deadlines, each fired once. */
@ApplicationScoped
public class Reminders {

    private static final Logger LOG = Logger.getLogger(Reminders.class);
    private static final int AT_ONCE = 100;

    private final EntityManager entities;

    Reminders(EntityManager entities) {
        this.entities = entities;
    }

    /** What has a deadline; the reminders of each stand in a table of their own, which refers to it. */
    public enum Agenda {
        COMMENT("comment_reminder", "comment"),
        PLAN_TASK("plan_reminder", "task"),
        SUPPLY_REPORT("supply_reminder", "report");

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
        set(agenda, subject, deadline, EnumSet.allOf(ReminderKind.class), now);
    }

    private void set(Agenda agenda, UUID subject, Instant deadline, Set<ReminderKind> kinds, Instant now) {
        for (var kind : kinds) {
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
        renew(agenda, subject, deadline, EnumSet.allOf(ReminderKind.class), now);
    }

    /** @param kinds of which some are of no use for what is waited for now */
    @Transactional(TxType.MANDATORY)
    public void renew(Agenda agenda, UUID subject, Instant deadline, Set<ReminderKind> kinds, Instant now) {
        entities.createNativeQuery(agenda.sql("DELETE FROM $table WHERE $subject = ?1"))
                .setParameter(1, subject)
                .executeUpdate();
        set(agenda, subject, deadline, kinds, now);
    }

    /** Fires all that is due, portion by portion; what waits while the database is out is due the next time. */
    public void fireAll(Agenda agenda, Clock clock, BiConsumer<Due, Instant> action) {
        DatabaseOutage.orNextTime(LOG, "Due reminders wait", () -> {
            while (fire(agenda, clock.instant(), action) == AT_ONCE) {
                LOG.debugf("More than %d reminders were due at once", AT_ONCE);
            }
        });
    }

    /** Fires a portion in a transaction of its own. @return how many were fired, a hundred at most */
    public int fire(Agenda agenda, Instant now, BiConsumer<Due, Instant> action) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var due = take(agenda, now, AT_ONCE);
            due.forEach(reminder -> action.accept(reminder, now));
            return due.size();
        });
    }

    /** Takes the earliest that nobody else has taken; with this transaction they are fired. */
    private List<Due> take(Agenda agenda, Instant now, int limit) {
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
