package org.huisheng.kpi.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.huisheng.events.Side;
import org.huisheng.kit.testing.TestTokens;
import org.huisheng.kpi.live.Ear.Event;
import org.huisheng.kpi.observation.RecordObservations;
import org.huisheng.kpi.testing.EventFixture;
import org.huisheng.kpi.testing.KpiTest;
import org.huisheng.kpi.testing.Office;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LiveTest extends KpiTest {

    @Inject
    RecordObservations recordObservations;

    @Inject
    Listeners listeners;

    @TestHTTPResource("/api/kpi/v1/live")
    URI live;

    private String department;

    @BeforeEach
    void answeredDepartment() {
        department = Office.establishDepartment();
        Office.concludeContract(department);
        answered(10);
        await().until(() -> listeners.count() == 0);
    }

    @Test
    void a_listener_gets_what_a_reader_would_get_at_once() throws Exception {
        try (var ear = listen("LEADER", null)) {
            assertThat(ear.answer().statusCode()).isEqualTo(200);
            assertThat(ear.answer().headers().firstValue("Content-Type").orElseThrow())
                    .startsWith("text/event-stream");
            assertThat(ear.answer().headers().firstValue("Cache-Control")).contains("no-store");

            var scores = ear.nextEvent();
            var rates = ear.nextEvent();

            assertThat(scores.name()).isEqualTo("scores");
            assertThat(scores.data()).isEqualTo(read("/v1/scores", "&level=contract"));
            assertThat(rates.name()).isEqualTo("rates");
            assertThat(rates.data()).isEqualTo(read("/v1/rates", ""));
        }
    }

    @Test
    void what_changes_is_said_within_seconds() throws Exception {
        try (var ear = listen("LEADER", null)) {
            var first = List.of(ear.nextEvent(), ear.nextEvent());

            answered(3);

            var scores = ear.nextEvent();
            assertThat(scores.name()).isEqualTo("scores");
            assertThat(scores.id()).isNotEqualTo(first.getFirst().id());
            assertThat(scores.data()).isEqualTo(read("/v1/scores", "&level=contract"));
        }
    }

    @Test
    void what_changes_beside_the_observations_is_said_too() throws Exception {
        try (var ear = listen("LEADER", null)) {
            ear.nextEvent();
            ear.nextEvent();

            Office.concludeContract(department);

            assertThat(ear.nextEvent().name()).isEqualTo("scores");
        }
    }

    @Test
    void who_comes_back_and_missed_nothing_gets_nothing() throws Exception {
        String last;
        try (var ear = listen("LEADER", null)) {
            ear.nextEvent();
            last = ear.nextEvent().id();
        }

        try (var ear = listen("LEADER", last)) {
            assertThat(ear.next()).isEqualTo(Ear.COMMENT);
            assertThat(ear.next()).isEqualTo(Ear.COMMENT);
        }
    }

    @Test
    void who_comes_back_later_gets_the_present_state_at_once() throws Exception {
        Event afterScores;
        Event afterBoth;
        try (var ear = listen("LEADER", null)) {
            afterScores = ear.nextEvent();
            afterBoth = ear.nextEvent();
        }
        try (var ear = listen("LEADER", afterScores.id())) {
            assertThat(ear.next()).as("only what was missed").isEqualTo(afterBoth);
        }

        answered(2);

        try (var ear = listen("LEADER", afterBoth.id())) {
            var scores = ear.next();
            assertThat(scores.name()).isEqualTo("scores");
            assertThat(scores.data()).isEqualTo(read("/v1/scores", "&level=contract"));
        }
        try (var ear = listen("LEADER", "nonsense")) {
            assertThat(ear.next().name()).isEqualTo("scores");
        }
    }

    @Test
    void many_changes_are_said_once_a_second() throws Exception {
        try (var ear = listen("LEADER", null)) {
            ear.nextEvent();
            ear.nextEvent();
            var changes = new AtomicInteger();
            var heard = 0;
            var start = System.nanoTime();
            var changing = Thread.ofVirtual().start(() -> {
                while (System.nanoTime() - start < Duration.ofSeconds(5).toNanos()) {
                    answered(1);
                    changes.incrementAndGet();
                }
            });
            while (changing.isAlive()) {
                if (ear.nextEvent().name().equals("scores")) {
                    heard++;
                }
            }

            var seconds = Duration.ofNanos(System.nanoTime() - start).toSeconds();
            assertThat((long) heard).isBetween(2L, seconds + 2).isLessThan(changes.get());
        }
    }

    @Test
    void the_present_quarter_is_meant_when_nothing_is_said() throws Exception {
        try (var ear = Ear.at(live, TestTokens.bearer("x", null, "LEADER"), null)) {
            var scores = new JsonPath(ear.nextEvent().data());

            assertThat(scores.getString("period")).matches("20\\d\\d-Q[1-4]");
            assertThat(scores.getList("rows.level")).containsOnly("contract");
        }
    }

    @Test
    void a_liaison_hears_of_their_own_department_only() throws Exception {
        try (var ear = Ear.at(live, TestTokens.bearer("li", department, "LIAISON"), null)) {
            var scores = new JsonPath(ear.nextEvent().data());
            var rates = new JsonPath(ear.nextEvent().data());

            assertThat(scores.getList("rows.department")).containsOnly(department);
            assertThat(rates.getList("rows.department")).containsOnly(department);
        }
        var other = Office.establishDepartment();
        Office.as("LIAISON", department)
                .get("/v1/live?department=" + other)
                .then()
                .statusCode(403)
                .body("type", equalTo("urn:huisheng:problem:foreign-department"));
    }

    @Test
    void small_groups_are_suppressed_as_everywhere() throws Exception {
        var small = Office.establishDepartment();
        Office.concludeContract(small);
        answered(small, 4);
        try (var ear = listenTo(live + "?period=2026-Q4&level=indicator&department=" + small, "LEADER", null)) {
            var scores = new JsonPath(ear.nextEvent().data());

            assertThat(scores.<Object>get("rows.find{it.code=='service'}.value"))
                    .isNull();
            assertThat(scores.getString("rows.find{it.code=='service'}.state")).isEqualTo("SUPPRESSED");
        }
    }

    @Test
    void a_key_for_rates_hears_rates() throws Exception {
        var bearer = TestTokens.bearer("analyst", null, Map.of("sets", List.of("Rates")), "ANALYST");
        try (var ear = Ear.at(question(), bearer, null)) {
            assertThat(ear.nextEvent().name()).isEqualTo("rates");
            answered(1);
            assertThat(ear.nextEvent().name()).isEqualTo("rates");
        }
        var neither = TestTokens.bearer("analyst", null, Map.of("sets", List.of("Departments")), "ANALYST");
        try (var ear = Ear.at(question(), neither, null)) {
            assertThat(ear.answer().statusCode()).isEqualTo(403);
        }
    }

    @Test
    void the_stream_ends_with_the_token() throws Exception {
        var end = Instant.now().plusSeconds(4);
        try (var ear = Ear.at(question(), TestTokens.bearerUntil(end, "x", "LEADER"), null)) {
            assertThat(ear.nextEvent().name()).isEqualTo("scores");
            assertThat(ear.nextEvent().name()).isEqualTo("rates");

            assertThat(ear.nextEvent()).isEqualTo(Ear.END);
            assertThat(Instant.now()).isBetween(end.minusSeconds(1), end.plusSeconds(3));
        }
        try (var ear = Ear.at(question(), TestTokens.bearerUntil(Instant.now().minusSeconds(5), "x", "LEADER"), null)) {
            assertThat(ear.answer().statusCode()).isEqualTo(401);
        }
    }

    @Test
    void only_so_many_may_listen_and_one_who_leaves_makes_room() throws Exception {
        var ears = new ArrayList<Ear>();
        for (var i = 0; i < 12; i++) {
            ears.add(listen("LEADER", null));
            ears.getLast().nextEvent();
        }
        Office.as("LEADER")
                .get("/v1/live")
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", matchesPattern("\\d+"))
                .body("type", equalTo("urn:huisheng:problem:too-many-listeners"));

        ears.getFirst().close();

        await().until(() -> listeners.count() == 11);
        try (var ear = listen("LEADER", null)) {
            assertThat(ear.nextEvent().name()).isEqualTo("scores");
        }
        for (var ear : ears) {
            ear.close();
        }
        await().until(() -> listeners.count() == 0);
    }

    @Test
    void what_cannot_be_asked_is_refused() {
        Office.as("LEADER").get("/v1/live?period=2026-Q9").then().statusCode(400);
        Office.as("LEADER").get("/v1/live?level=galaxy").then().statusCode(400);
        Office.as("SURVEYOR").get("/v1/live").then().statusCode(403);
        assertThat(listeners.count()).isZero();
    }

    private Ear listen(String role, String lastEvent) throws IOException, InterruptedException {
        return listenTo(question().toString(), role, lastEvent);
    }

    private static Ear listenTo(String address, String role, String lastEvent)
            throws IOException, InterruptedException {
        return Ear.at(URI.create(address), TestTokens.bearer("somebody", null, role), lastEvent);
    }

    private URI question() {
        return URI.create(live + "?period=2026-Q4&department=" + department);
    }

    private String read(String path, String more) {
        return Office.as("LEADER")
                .get(path + "?period=2026-Q4&department=" + department + more)
                .asString();
    }

    private void answered(int count) {
        answered(department, count);
    }

    private void answered(String of, int count) {
        var events = Stream.generate(() -> EventFixture.received(EventFixture.response(
                        Side.CUSTOMER,
                        Instant.parse("2026-11-10T02:00:00Z"),
                        EventFixture.answer("satisfaction.service", of, 4))))
                .limit(count)
                .toList();
        QuarkusTransaction.requiringNew().run(() -> recordObservations.record(events));
    }
}
