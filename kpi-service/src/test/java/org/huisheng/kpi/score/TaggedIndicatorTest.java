package org.huisheng.kpi.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.huisheng.events.Side;
import org.huisheng.kit.event.ReceivedEvent;
import org.huisheng.kpi.testing.EventFixture;
import org.huisheng.kpi.testing.Office;
import org.junit.jupiter.api.Test;

/** Beside ten answers of 75 that were given nowhere in particular. */
@QuarkusTest
class TaggedIndicatorTest extends AnsweredDepartment {

    private static final Instant NOON = Instant.parse("2026-11-12T04:00:00Z");

    @Test
    void an_indicator_counts_what_was_said_at_its_stations_only() {
        Office.concluded(contract("[\"东站\"]"));
        answeredAt("东站", 12, 5);
        answeredAt("西站", 8, 1);

        assertThat(figure("at")).isEqualTo("SCORED 12 100");
        assertThat(figure("everywhere")).isEqualTo("SCORED 30 65");

        var lineage = lineage("at");
        assertThat(lineage.getList("items")).hasSize(12);
        assertThat(lineage.<String>getList("tags")).containsExactly("东站");
        assertThat(lineage.getInt("sum")).isEqualTo(1200);
        assertThat(lineage("everywhere").getList("items")).hasSize(30);
    }

    @Test
    void the_stations_of_an_indicator_are_added_up() {
        Office.concluded(contract("[\"东站\", \"西站\"]"));
        answeredAt("东站", 12, 5);
        answeredAt("西站", 8, 1);

        assertThat(figure("at")).isEqualTo("SCORED 20 60");
    }

    @Test
    void a_station_of_few_is_hidden_and_cannot_be_computed_from_the_others() {
        Office.concluded(contract("[\"东站\"]"));
        answeredAt("东站", 4, 5);

        assertThat(figure("at")).startsWith("SUPPRESSED");
        assertThat(figure("everywhere")).isEqualTo("SCORED 14 82.14286");
        assertThat(lineage("at").getList("items")).isEmpty();
    }

    @Test
    void when_all_but_a_few_were_at_the_stations_not_both_figures_are_shown() {
        var other = Office.establishDepartment();
        Office.concluded(contract("[\"东站\"]").replace(department, other));
        record(answers(other, "东站", 12, 5));
        record(answers(other, null, 3, 1));

        var tree = tree(other);
        assertThat(tree.getString("dimensions[0].indicators.find{it.code=='everywhere'}.state"))
                .isEqualTo("SCORED");
        assertThat(tree.getString("dimensions[0].indicators.find{it.code=='at'}.state"))
                .isEqualTo("SUPPRESSED");
    }

    @Test
    void tags_are_part_of_the_contract_and_checked() {
        var id = Office.concluded(contract("[\"东站\", \"a,b\"]"));
        Office.as("OFFICE")
                .get("/v1/contracts/" + id)
                .then()
                .body("dimensions[0].indicators[0].tags", equalTo(List.of("东站", "a,b")));

        refused(contract("[\"东站\", \"东站\", \"\", \"a\\u001fb\"]"))
                .body("violations.code", hasItems("duplicate", "blank", "control-character"))
                .body("violations.path", hasItem("/dimensions/0/indicators/0/tags"));
        refused(contract("[\"东站\"]").replaceFirst("\"MEAN\"", "\"PERCENTILE\", \"percentile\": 50"))
                .body("violations.code", hasItem("no-percentile-by-tag"));
        refused(contract("[]")).body("violations", hasSize(1));
    }

    private static ValidatableResponse refused(String contract) {
        return Office.as("OFFICE").body(contract).post("/v1/contracts").then().statusCode(422);
    }

    private String contract(String tags) {
        var line = """
                {"code": "%s", "name": "满意度", "metric": "satisfaction.service", "sides": ["CUSTOMER"]%s,
                 "statistic": "MEAN", "direction": "HIGHER", "base": 0, "target": 100, "weight": 50}
                """;
        return """
                {"department": "%s", "year": 2026,
                 "dimensions": [{"code": "MANAGEMENT", "weight": 100, "indicators": [%s, %s]}]}
                """.formatted(department, line.formatted("at", ", \"tags\": " + tags), line.formatted("everywhere", ""));
    }

    private void answeredAt(String station, int count, int answer) {
        record(answers(department, station, count, answer));
    }

    private static ReceivedEvent[] answers(String department, String station, int count, int answer) {
        return IntStream.range(0, count)
                .mapToObj(i -> EventFixture.received(EventFixture.at(
                        station,
                        EventFixture.response(
                                Side.CUSTOMER,
                                NOON.plusSeconds(i),
                                EventFixture.answer("satisfaction.service", department, answer)))))
                .toArray(ReceivedEvent[]::new);
    }

    private String figure(String code) {
        var tree = tree(department);
        var node = "dimensions[0].indicators.find{it.code=='" + code + "'}.";
        return "%s %s %s"
                .formatted(tree.getString(node + "state"), tree.getString(node + "n"), tree.getString(node + "value"));
    }

    private static JsonPath tree(String department) {
        return read("/v1/scores/" + department + "/2026-11");
    }

    private JsonPath lineage(String code) {
        return read("/v1/scores/" + department + "/2026-11/" + code + "/lineage");
    }

    private static JsonPath read(String path) {
        return Office.as("OFFICE").get(path).then().statusCode(200).extract().jsonPath();
    }
}
