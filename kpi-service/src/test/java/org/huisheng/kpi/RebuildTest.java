package org.huisheng.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.huisheng.kpi.testing.EventFixture.received;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huisheng.events.Side;
import org.huisheng.events.SurveyEvent.ResponseWithdrawn;
import org.huisheng.kit.database.OwnConnections;
import org.huisheng.kit.event.ReceivedEvent;
import org.huisheng.kit.platform.Uuid7;
import org.huisheng.kpi.sql.Database;
import org.huisheng.kpi.testing.Office;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RebuildTest extends RoadTest {

    private static final String OBSERVATIONS = "OBSERVATIONS";

    @Inject
    Database database;

    @Inject
    OwnConnections connections;

    @Test
    void of_cells_that_are_right_nothing_differs() {
        counted(responses(8, 4));

        var done = rebuilt(OBSERVATIONS);

        assertThat(done.getLong("differences")).isZero();
        assertThat(done.getLong("observations")).isGreaterThanOrEqualTo(8);
        assertThat(done.getLong("recovered")).isZero();
    }

    @Test
    void what_is_wrong_is_listed_and_put_right() {
        counted(responses(8, 4));
        database.write("UPDATE cell SET n = n + 3, sum = sum + 1, max = 100 WHERE department = ?", department);
        database.write("DELETE FROM cell_bucket WHERE department = ?", department);
        database.write(
                "INSERT INTO tagged_cell VALUES ('2026-11-01', ?, 'satisfaction.service', 'CUSTOMER', 'gate', 2, 50, 2)",
                department);

        var done = rebuilt(OBSERVATIONS);

        assertThat(done.getLong("differences")).isEqualTo(3);
        var differences = differences(done);
        assertThat(differences.getList("items.department")).containsOnly(department);
        assertThat(differences.getList("items.before.n")).containsExactlyInAnyOrder(11, 0, 2);
        assertThat(differences.getList("items.after.n")).containsExactlyInAnyOrder(8, 8, 0);
        assertThat(differences.getList("items.extremesDiffer")).containsExactlyInAnyOrder(true, false, false);
        assertThat(scores().<Integer>get("rows.find{it.code=='service'}.n")).isEqualTo(8);
        assertVerified();
    }

    @Test
    void observations_that_are_missing_come_back_from_the_log_without_the_withdrawn() {
        var events = responses(8, 4);
        counted(events);
        publish(List.of(received(new ResponseWithdrawn(
                UUID.fromString(events.getFirst().event().aggregateId()), Side.CUSTOMER, NOVEMBER))));
        awaitScores(json ->
                assertThat(json.<Integer>get("rows.find{it.code=='service'}.n")).isEqualTo(7));
        for (var table : List.of("observation", "cell", "cell_bucket")) {
            database.write("DELETE FROM " + table + " WHERE department = ?", department);
        }

        var done = rebuilt("LOG");

        assertThat(done.getLong("recovered")).isEqualTo(8);
        assertThat(done.getLong("replayed")).isGreaterThanOrEqualTo(9);
        assertThat(done.getLong("differences")).isZero();
        assertThat(scores().<Integer>get("rows.find{it.code=='service'}.n")).isEqualTo(7);
        assertThat(lineage("service").getList("items")).hasSize(7);
        assertVerified();
    }

    @Test
    void events_that_come_in_meanwhile_are_counted_once() {
        counted(responses(20, 4));
        database.write("UPDATE cell SET n = n + 3, sum = sum + 1 WHERE department = ?", department);
        var events = responses(600, 5);

        var publishing = Thread.ofVirtual().start(() -> publish(events));
        rebuilt(OBSERVATIONS);
        rebuilt(OBSERVATIONS);

        awaitScores(json ->
                assertThat(json.<Integer>get("rows.find{it.code=='service'}.n")).isEqualTo(620));
        assertThat(publishing.isAlive()).isFalse();
        assertVerified();
    }

    @Test
    void one_runs_at_a_time_and_one_whose_process_ended_has_failed() throws SQLException {
        var left = Uuid7.at(Instant.EPOCH);
        database.write("""
                INSERT INTO rebuild (id, source, state, requested_by, started_at, replayed)
                VALUES (?, 'LOG', 'RUNNING', 'somebody', now(), 0)
                """, left);
        try (var other = connections.open("another-instance", Map.of());
                var statement = other.createStatement()) {
            statement.execute("SELECT pg_advisory_lock(hashtext('rebuild'))");
            begin(OBSERVATIONS).statusCode(409).body("type", equalTo("urn:huisheng:problem:rebuild-running"));
        }

        rebuilt(OBSERVATIONS);

        admin().get("/v1/rebuilds/{id}", left).then().body("state", equalTo("FAILED"));
    }

    @Test
    void only_administrators_may_and_say_from_what() {
        Office.as("OFFICE")
                .body("{\"source\": \"LOG\"}")
                .post("/v1/rebuilds")
                .then()
                .statusCode(403);
        Office.as("OFFICE").get("/v1/rebuilds").then().statusCode(403);
        begin("MEMORY").statusCode(400);
        admin().body("{}").post("/v1/rebuilds").then().statusCode(422).body("detail", containsString(""));
        admin().get("/v1/rebuilds/{id}", UUID.randomUUID()).then().statusCode(404);
    }

    @Test
    void they_are_listed_the_latest_first_page_by_page() {
        var first = rebuilt(OBSERVATIONS).getString("id");
        var second = rebuilt(OBSERVATIONS).getString("id");

        var page = admin().queryParam("limit", 1).get("/v1/rebuilds").jsonPath();
        assertThat(page.getList("items.id")).containsExactly(second);
        admin().queryParam("limit", 1)
                .queryParam("cursor", page.getString("next"))
                .get("/v1/rebuilds")
                .then()
                .body("items.id", equalTo(List.of(first)));
    }

    private void counted(List<ReceivedEvent> events) {
        publish(events);
        awaitScores(json ->
                assertThat(json.<Integer>get("rows.find{it.code=='service'}.n")).isEqualTo(events.size()));
    }

    private static io.restassured.specification.RequestSpecification admin() {
        return Office.as("ADMIN");
    }

    private static io.restassured.response.ValidatableResponse begin(String source) {
        return admin().body("{\"source\": \"%s\"}".formatted(source))
                .post("/v1/rebuilds")
                .then();
    }

    private static JsonPath rebuilt(String source) {
        var id = begin(source)
                .statusCode(202)
                .header("Location", startsWith("/api/kpi/v1/rebuilds/"))
                .extract()
                .<String>path("id");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> !rebuild(id).getString("state").equals("RUNNING"));
        assertThat(rebuild(id).getString("state")).isEqualTo("DONE");
        return rebuild(id);
    }

    private static JsonPath rebuild(String id) {
        return admin().get("/v1/rebuilds/{id}", id).jsonPath();
    }

    private static JsonPath differences(JsonPath done) {
        return admin().get("/v1/rebuilds/{id}/differences", done.getString("id"))
                .jsonPath();
    }
}
