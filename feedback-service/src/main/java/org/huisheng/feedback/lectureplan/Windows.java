package org.huisheng.feedback.lectureplan;

import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** The pairs of months of adopted plans, and what was decided about each once it was over. */
@ApplicationScoped
class Windows {

    private static final String TAKE = """
            UPDATE lecture_window SET settled_at = ?1
            WHERE (plan, number) = (
                SELECT plan, number FROM lecture_window WHERE settled_at IS NULL AND due_at <= ?1
                ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED)
            RETURNING plan, number
            """;
    private static final String DECIDE = """
            INSERT INTO lecture_duty (plan, number, department, held) VALUES (?1, ?2, ?3, ?4)
            """;
    private static final String HELD = """
            SELECT DISTINCT department FROM lecture WHERE status = 'HELD' AND starts_at >= ?1 AND starts_at < ?2
            """;
    private static final String TAKE_REMINDER = """
            UPDATE lecture_reminder SET fired_at = ?1
            WHERE (plan, number, due_at) = (
                SELECT plan, number, due_at FROM lecture_reminder WHERE fired_at IS NULL AND due_at <= ?1
                ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED)
            RETURNING plan, number
            """;
    private static final String PROVIDED = """
            SELECT DISTINCT department FROM lecture WHERE status <> 'CANCELLED' AND starts_at >= ?1 AND starts_at < ?2
            """;
    private static final String SETTLED = """
            SELECT number FROM lecture_window WHERE plan = ?1 AND settled_at IS NOT NULL
            """;
    private static final String DECIDED = """
            SELECT number, department, held FROM lecture_duty WHERE plan = ?1
            """;

    private final EntityManager entities;

    Windows(EntityManager entities) {
        this.entities = entities;
    }

    record Taken(UUID plan, int number) {}

    record Decision(int number, String department, boolean held) {}

    @Transactional(TxType.MANDATORY)
    void set(UUID plan, int number, Instant dueAt) {
        entities.createNativeQuery("INSERT INTO lecture_window (plan, number, due_at) VALUES (?1, ?2, ?3)")
                .setParameter(1, plan)
                .setParameter(2, number)
                .setParameter(3, utc(dueAt))
                .executeUpdate();
    }

    @Transactional(TxType.MANDATORY)
    void remind(UUID plan, int number, Instant dueAt) {
        entities.createNativeQuery("INSERT INTO lecture_reminder (plan, number, due_at) VALUES (?1, ?2, ?3)")
                .setParameter(1, plan)
                .setParameter(2, number)
                .setParameter(3, utc(dueAt))
                .executeUpdate();
    }

    /** Takes the earliest that nobody else has taken; with this transaction it is settled. */
    @Transactional(TxType.MANDATORY)
    Optional<Taken> take(Instant now) {
        return take(TAKE, now);
    }

    /** The same of reminders: with this transaction it is fired. */
    @Transactional(TxType.MANDATORY)
    Optional<Taken> takeReminder(Instant now) {
        return take(TAKE_REMINDER, now);
    }

    private Optional<Taken> take(String sql, Instant now) {
        Stream<?> taken = entities.createNativeQuery(sql, Tuple.class)
                .setParameter(1, utc(now))
                .getResultStream();
        return taken.map(Tuple.class::cast)
                .map(row -> new Taken(row.get(0, UUID.class), row.get(1, Integer.class)))
                .findFirst();
    }

    @Transactional(TxType.MANDATORY)
    void decide(UUID plan, Decision decision) {
        entities.createNativeQuery(DECIDE)
                .setParameter(1, plan)
                .setParameter(2, decision.number())
                .setParameter(3, decision.department())
                .setParameter(4, decision.held())
                .executeUpdate();
    }

    /** Departments that have held a lecture in it. */
    Set<String> holders(Window window) {
        return departments(HELD, window);
    }

    /** Departments that have held a lecture in it, or have planned one. */
    Set<String> providers(Window window) {
        return departments(PROVIDED, window);
    }

    private Set<String> departments(String sql, Window window) {
        Stream<?> holders = entities.createNativeQuery(sql, String.class)
                .setParameter(1, utc(window.begin()))
                .setParameter(2, utc(window.end()))
                .getResultStream();
        return holders.map(String.class::cast).collect(toSet());
    }

    Set<Integer> settled(UUID plan) {
        Stream<?> settled = entities.createNativeQuery(SETTLED, Integer.class)
                .setParameter(1, plan)
                .getResultStream();
        return settled.map(Integer.class::cast).collect(toSet());
    }

    Stream<Decision> decisions(UUID plan) {
        Stream<?> rows = entities.createNativeQuery(DECIDED, Tuple.class)
                .setParameter(1, plan)
                .getResultStream();
        return rows.map(Tuple.class::cast)
                .map(row ->
                        new Decision(row.get(0, Integer.class), row.get(1, String.class), row.get(2, Boolean.class)));
    }

    private static OffsetDateTime utc(Instant when) {
        return OffsetDateTime.ofInstant(when, ZoneOffset.UTC);
    }
}
