package org.huisheng.kpi;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.huisheng.events.Side;
import org.huisheng.kit.testing.TestTokens;
import org.huisheng.kpi.observation.RecordObservations;
import org.huisheng.kpi.testing.EventFixture;
import org.huisheng.kpi.testing.KpiTest;
import org.huisheng.kpi.testing.Office;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a key of a BI tool is limited to, as its token says. */
@QuarkusTest
class AllowedSetsTest extends KpiTest {

    private static final List<String> SETS = List.of("Scores", "Rates", "Observations", "Departments");

    @Inject
    RecordObservations recordObservations;

    private String department;

    @BeforeEach
    void answeredDepartment() {
        department = Office.establishDepartment();
        Office.concludeContract(department);
        var at = Instant.parse("2026-11-10T02:00:00Z");
        var answers = Stream.generate(() -> EventFixture.received(EventFixture.response(
                        Side.CUSTOMER, at, EventFixture.answer("satisfaction.service", department, 4))))
                .limit(8)
                .toList();
        QuarkusTransaction.requiringNew().run(() -> recordObservations.record(answers));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Scores", "Rates", "Observations", "Departments"})
    void a_key_for_one_set_reads_that_and_no_other(String allowed) {
        for (var path : paths().entrySet()) {
            var answer = limitedTo(List.of(allowed)).get(path.getKey());
            if (path.getValue().equals(allowed)) {
                answer.then().statusCode(200);
            } else {
                answer.then()
                        .statusCode(403)
                        .contentType("application/problem+json")
                        .body("type", equalTo("urn:huisheng:problem:set-not-allowed"))
                        .body("detail", containsString(path.getValue()));
            }
        }
    }

    /** Every address that shows something of a set, with the set. */
    private Map<String, String> paths() {
        var paths = new LinkedHashMap<String, String>();
        for (var set : SETS) {
            paths.put("/odata/v4/" + set + "?$top=1" + "&" + recent(set), set);
            paths.put("/odata/v4/" + set + "/$count?" + recent(set), set);
            paths.put("/odata/v4/" + set + "?$format=csv&$top=1&" + recent(set), set);
        }
        paths.put("/odata/v4/Departments('" + department + "')", "Departments");
        paths.put("/api/kpi/v1/scores?period=2026", "Scores");
        paths.put("/api/kpi/v1/scores/" + department + "/2026", "Scores");
        paths.put("/api/kpi/v1/contracts", "Scores");
        paths.put("/api/kpi/v1/scores/" + department + "/2026/service/lineage", "Observations");
        paths.put("/api/kpi/v1/rates?period=2026", "Rates");
        paths.put("/api/kpi/v1/departments", "Departments");
        paths.put("/api/kpi/v1/departments/" + department, "Departments");
        return paths;
    }

    /** Of the sets that are made of periods one is enough: all of them would be computed for each question. */
    private static String recent(String set) {
        return set.equals("Scores") || set.equals("Rates") ? "$filter=period%20eq%20'2026-11'" : "$filter=true";
    }

    @Test
    void a_key_without_limits_reads_everything() {
        paths().keySet()
                .forEach(path -> analyst(null, Map.of()).get(path).then().statusCode(200));
    }

    @Test
    void the_feed_describes_only_the_sets_a_key_may_read() {
        limitedTo(List.of("Rates"))
                .get("/odata/v4/")
                .then()
                .statusCode(200)
                .body("value.name", equalTo(List.of("Rates")));
        limitedTo(List.of("Rates"))
                .accept("application/xml")
                .get("/odata/v4/$metadata")
                .then()
                .statusCode(200)
                .body(containsString("EntitySet Name=\"Rates\""))
                .body(not(containsString("Observation")))
                .body(not(containsString("Score")));
    }

    @Test
    void a_limit_that_cannot_be_read_allows_nothing() {
        for (var claim : List.<Object>of("Scores", 7, List.of(), Map.of("Scores", true))) {
            limitedTo(claim).get("/api/kpi/v1/scores?period=2026").then().statusCode(403);
            limitedTo(claim).get("/odata/v4/").then().statusCode(200).body("value", empty());
        }
    }

    @Test
    void a_limit_that_is_not_known_yet_is_no_harm() {
        limitedTo(List.of("Scores", "Weather"))
                .get("/api/kpi/v1/scores?period=2026")
                .then()
                .statusCode(200);
    }

    @Test
    void a_key_for_one_department_reads_its_rows_only() {
        var other = Office.establishDepartment();
        Office.concludeContract(other);

        ofDepartment()
                .get("/api/kpi/v1/scores?period=2026")
                .then()
                .statusCode(200)
                .body("rows.department", hasItem(department))
                .body("rows.department", everyItem(equalTo(department)));
        ofDepartment()
                .get("/api/kpi/v1/rates?period=2026")
                .then()
                .body("rows.department", everyItem(equalTo(department)));
        for (var set : Set.of("Scores", "Rates", "Observations")) {
            ofDepartment()
                    .get("/odata/v4/" + set + "?" + recent(set))
                    .then()
                    .statusCode(200)
                    .body("value.department", hasItem(department))
                    .body("value.department", everyItem(equalTo(department)));
        }
        ofDepartment().get("/odata/v4/Departments").then().body("value.code", equalTo(List.of(department)));
        for (var path : List.of(
                "/api/kpi/v1/scores?period=2026&department=" + other,
                "/api/kpi/v1/scores/" + other + "/2026",
                "/api/kpi/v1/scores/" + other + "/2026/service/lineage",
                "/api/kpi/v1/rates?period=2026&department=" + other)) {
            ofDepartment()
                    .get(path)
                    .then()
                    .statusCode(403)
                    .body("type", equalTo("urn:huisheng:problem:foreign-department"));
        }
    }

    private RequestSpecification ofDepartment() {
        return analyst(department, Map.of());
    }

    private static RequestSpecification limitedTo(Object sets) {
        return analyst(null, Map.of("sets", sets));
    }

    private static RequestSpecification analyst(String department, Map<String, Object> claims) {
        return given().urlEncodingEnabled(false)
                .header("Authorization", TestTokens.bearer("analyst", department, claims, "ANALYST"))
                .header("Accept-Language", "en")
                .accept(ContentType.ANY);
    }
}
