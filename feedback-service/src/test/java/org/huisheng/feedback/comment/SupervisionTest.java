package org.huisheng.feedback.comment;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.huisheng.feedback.QueryPlan;
import org.huisheng.feedback.reminder.ReminderKind;
import org.huisheng.kit.testing.TestTokens;
import org.huisheng.localstack.testing.RealKafka;
import org.huisheng.localstack.testing.RealPostgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
@QuarkusTestResource(RealKafka.class)
@QuarkusTestResource(TestTokens.class)
class SupervisionTest {

    /** Far from now, so that the service's own clock fires nothing of it. */
    private static final Instant DEADLINE = Instant.parse("2098-05-08T09:30:00Z");

    @Inject
    FireReminders fireReminders;

    @Inject
    DataSource database;

    @BeforeEach
    void know_the_departments() throws SQLException {
        // As other tests learn them, who count on all three.
        execute("INSERT INTO department (code, name, name_en, active, version) VALUES"
                + " ('DIST', '配电运检室', 'Distribution', true, 1), ('MKT', '营销部', 'Marketing', true, 1),"
                + " ('OLD', '旧部门', 'Old', false, 1) ON CONFLICT DO NOTHING");
        execute("DELETE FROM comment_reminder");
    }

    @Test
    void each_reminder_is_fired_once_whoever_looks_how_often() throws Exception {
        var comment = waiting();

        assertThat(fired(DEADLINE.minus(Duration.ofDays(4)), comment)).isZero();
        assertThat(fired(DEADLINE.minus(Duration.ofDays(3)), comment)).isEqualTo(1);
        assertThat(fired(DEADLINE.minus(Duration.ofDays(3)), comment)).isEqualTo(1);
        // Whatever fell due while nothing ran is made up for.
        assertThat(fired(DEADLINE.plus(Duration.ofDays(30)), comment)).isEqualTo(4);
        assertThat(fired(DEADLINE.plus(Duration.ofDays(60)), comment)).isEqualTo(4);
    }

    @Test
    void many_instances_looking_at_once_fire_it_once() throws Exception {
        var comments = List.of(waiting(), waiting(), waiting());
        Callable<Integer> turn = () -> fireReminders.turn(DEADLINE);

        try (var threads = Executors.newFixedThreadPool(6)) {
            for (var done : threads.invokeAll(Collections.nCopies(12, turn))) {
                done.get();
            }
        }

        for (var comment : comments) {
            assertThat(entries(comment)).isEqualTo(3);
        }
    }

    @Test
    void who_has_done_their_task_is_not_reminded() throws Exception {
        var comment = waiting();
        execute("UPDATE comment_task SET status = 'DONE', result = 'x', done_by = 'x', done_at = now()"
                + " WHERE comment = '" + comment + "'");

        assertThat(fired(DEADLINE, comment)).isZero();
        assertThat(fireReminders.turn(DEADLINE)).isZero();
    }

    @Test
    void what_is_due_is_found_by_the_index_of_unfired_ones() throws SQLException {
        var plan = QueryPlan.without(
                database,
                "SELECT comment, kind FROM comment_reminder WHERE fired_at IS NULL AND due_at <= now()"
                        + " ORDER BY due_at LIMIT 100 FOR UPDATE SKIP LOCKED",
                "seqscan");

        assertThat(plan).contains("comment_reminder_due");
    }

    private long fired(Instant now, UUID comment) throws SQLException {
        fireReminders.turn(now);
        return entries(comment);
    }

    private long entries(UUID comment) throws SQLException {
        return Long.parseLong(
                query("SELECT count(*) FROM comment_entry WHERE step = 'REMINDED' AND comment = '" + comment + "'")
                        .strip());
    }

    private UUID waiting() throws SQLException {
        var id = UUID.randomUUID();
        execute(
                "INSERT INTO government_comment (id, version, content_digest, kind, level, title, source_document, verbatim,"
                        + " received_at, deadline, lead_department, status, registered_at, registered_by, updated_at) VALUES ('"
                        + id
                        + "', 0, '', 'COMMENT', 'CITY', 't', 's', 'v', '2026-04-01T00:00:00Z', '" + DEADLINE
                        + "', 'DIST', 'REGISTERED', now(), 'x', now())");
        execute("INSERT INTO comment_task (id, version, comment, received_at, department, role, status) VALUES ('"
                + UUID.randomUUID() + "', 0, '" + id + "', '2026-04-01T00:00:00Z', 'DIST', 'LEAD', 'OPEN')");
        for (var kind : ReminderKind.values()) {
            execute("INSERT INTO comment_reminder (comment, kind, due_at) VALUES ('" + id + "', '" + kind + "', '"
                    + kind.due(DEADLINE) + "')");
        }
        return id;
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String query(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
