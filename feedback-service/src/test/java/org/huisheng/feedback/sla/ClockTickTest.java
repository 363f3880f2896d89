package org.huisheng.feedback.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.huisheng.feedback.HttpTest;
import org.huisheng.feedback.QueryPlan;
import org.junit.jupiter.api.Test;

/** The tick is told the time, so nobody waits for a due time to come. */
@QuarkusTest
class ClockTickTest extends HttpTest {

    private static final Duration WEEKS = Duration.ofDays(60);

    @Inject
    ClockTick tick;

    @Inject
    Escalate escalate;

    @Test
    void a_case_nobody_took_is_escalated_up_the_ladder_once_with_its_timeline_and_its_event() {
        var id = opened();
        var later = Instant.now().plus(WEEKS);

        tick.turn(later);
        tick.turn(later);

        // First response and resolution, three rungs each; the liaison's go to the office, for there is none.
        assertThat(escalations(id)).isEqualTo(6);
        assertThat(count("SELECT count(*) FROM escalation WHERE recipient = 'LIAISON' AND case_id = '" + id + "'"))
                .isZero();
        assertThat(count("SELECT count(*) FROM timeline_entry WHERE step = 'ESCALATED' AND case_id = '" + id + "'"))
                .isEqualTo(6);
        as(office())
                .get(CASES + "/" + id)
                .then()
                .body("status", equalTo("RECEIVED"))
                .body("clocks.findAll { it.state == 'BREACHED' }.size()", equalTo(2))
                .body("timeline.actor", hasItem("clock"));
    }

    @Test
    void what_is_not_due_yet_is_left_alone() {
        var id = opened();

        tick.turn(Instant.now());

        assertThat(escalations(id)).isZero();
        as(office()).get(CASES + "/" + id).then().body("clocks.state", not(hasItem("BREACHED")));
    }

    @Test
    void an_overdue_case_is_in_the_list_of_overdue_ones_until_it_is_resolved() {
        var id = assigned("DIST");
        step(liaison("DIST"), id, "start", Map.of()).then().statusCode(200);
        var list = CASES + "?overdue=true&limit=200&department=DIST";
        as(office()).get(list).then().statusCode(200).body("items.id", not(hasItem(id)));

        tick.turn(Instant.now().plus(WEEKS));

        as(office()).get(list).then().body("items.id", hasItem(id));
        resolve("DIST", id).then().statusCode(200);
        as(office()).get(list).then().body("items.id", not(hasItem(id)));
        as(office()).get(CASES + "?overdue=no").then().statusCode(400);
    }

    @Test
    void waiting_that_nobody_ends_ends_by_itself_and_the_case_is_overdue_like_any_other() {
        var id = assigned("DIST");
        step(liaison("DIST"), id, "start", Map.of()).then().statusCode(200);
        String until = step(liaison("DIST"), id, "waiting", Map.of("reason", "等用户"))
                .then()
                .statusCode(200)
                .body("clocks[1].dueAt", nullValue())
                .extract()
                .path("clocks[1].waitsUntil");

        tick.turn(Instant.parse(until));
        as(office()).get(CASES + "/" + id).then().body("status", equalTo("WAITING"));
        tick.turn(Instant.parse(until).plusSeconds(60));
        tick.turn(Instant.parse(until).plusSeconds(120));

        as(office())
                .get(CASES + "/" + id)
                .then()
                .body("status", equalTo("IN_PROGRESS"))
                .body("timeline.findAll { it.step == 'RESUMED' }.actor", contains("clock"))
                .body("timeline.findAll { it.step == 'RESUMED' }.outcome", contains("WAITING_OVER"))
                .body("clocks[1].state", equalTo("RUNNING"))
                .body("clocks[1].waitsUntil", nullValue());
        tick.turn(Instant.now().plus(WEEKS));
        as(office())
                .get(CASES + "?overdue=true&limit=200&department=DIST")
                .then()
                .body("items.id", hasItem(id));
    }

    @Test
    void what_has_waited_long_enough_is_read_from_its_index_and_from_nothing_else() throws SQLException {
        assertThat(plan(CaseClocks.WAITED)).contains("case_clock_waits").doesNotContain("Sort", "Seq Scan");
    }

    @Test
    void a_tick_that_dies_in_the_middle_leaves_nothing_and_the_next_does_all_of_it() {
        var id = opened();
        var later = Instant.now().plus(WEEKS);

        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    assertThat(escalate.escalate(UUID.fromString(id), later)).isEqualTo(6);
                    throw new IllegalStateException("the machine dies");
                }))
                .hasMessage("the machine dies");
        assertThat(escalations(id)).isZero();

        tick.turn(later);

        assertThat(escalations(id)).isEqualTo(6);
    }

    @Test
    void any_number_of_instances_climb_each_rung_once() {
        var ids = IntStream.range(0, 10).mapToObj(_ -> opened()).toList();
        var later = Instant.now().plus(WEEKS);

        var instances = IntStream.range(0, 4)
                .mapToObj(_ -> CompletableFuture.runAsync(() -> tick.turn(later)))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(instances).join();
        tick.turn(later);

        assertThat(ids).allSatisfy(id -> assertThat(escalations(id)).isEqualTo(6));
    }

    @Test
    void whoever_works_on_the_case_is_not_waited_for() throws SQLException {
        var id = opened();
        var later = Instant.now().plus(WEEKS);
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.execute("SELECT 1 FROM feedback_case WHERE id = '" + id + "' FOR UPDATE");
                tick.turn(later);
                assertThat(escalations(id)).isZero();
            }
            connection.rollback();
        }

        tick.turn(later);

        assertThat(escalations(id)).isEqualTo(6);
    }

    @Test
    void who_has_just_changed_a_case_may_go_on_and_it_is_told_of_a_little_later() {
        var late = new HashMap<>(complaint());
        late.put("receivedAt", "2026-01-05T09:00:00+08:00");
        String id = as(office()).body(late).post(CASES).then().extract().path("id");
        var opened = Instant.parse(as(office()).get(CASES + "/" + id).path("openedAt"));

        assertThat(escalate(id, opened.plusSeconds(4))).isZero();
        escalate(id, opened.plusSeconds(6));
        assertThat(escalations(id)).isEqualTo(6);
    }

    private int escalate(String id, Instant now) {
        return QuarkusTransaction.requiringNew().call(() -> escalate.escalate(UUID.fromString(id), now));
    }

    @Test
    void what_is_due_is_read_from_the_index_of_what_will_be_due_and_from_nothing_else() throws SQLException {
        assertThat(plan(CaseClocks.DUE)).contains("case_clock_next").doesNotContain("Sort", "Seq Scan");
    }

    private String plan(String query) throws SQLException {
        var sql = query.replace("?1", "now()")
                .replace("?2", "'epoch'::timestamptz")
                .replace("?3", "'" + new UUID(0, 0) + "'::uuid")
                .replace("?4", "''")
                .replace("?5", "200");
        return QueryPlan.inOrder(database, sql);
    }

    private long escalations(String id) {
        return count("SELECT count(*) FROM escalation WHERE case_id = '" + id + "'");
    }
}
