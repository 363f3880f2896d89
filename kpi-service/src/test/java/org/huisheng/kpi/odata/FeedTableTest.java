package org.huisheng.kpi.odata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.huisheng.events.Side;
import org.huisheng.kpi.observation.RecordObservations;
import org.huisheng.kpi.odata.query.SkipToken;
import org.huisheng.kpi.testing.EventFixture;
import org.huisheng.kpi.testing.KpiTest;
import org.huisheng.kpi.testing.Office;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rows as CSV. */
@QuarkusTest
class FeedTableTest extends KpiTest {

    @Inject
    RecordObservations recordObservations;

    private String department;

    @BeforeEach
    void department() {
        department = Office.establishDepartment();
    }

    @Test
    void observations_come_as_csv_with_a_header_and_excel_s_byte_order_mark() {
        ObservedFixture.answered(recordObservations, department, Side.CUSTOMER, "satisfaction.service", 6);

        var answer = csv("Observations", "$filter", "department eq '" + department + "'", "$orderby", "raw desc");

        answer.then()
                .statusCode(200)
                .contentType("text/csv;charset=UTF-8")
                .header("OData-Version", "4.0")
                .header("Content-Disposition", "attachment; filename=\"Observations.csv\"")
                .header("Cache-Control", containsString("private"));
        assertThat(answer.asString()).startsWith("\uFEFFeventId,ordinal,metric,side,department,month,occurredAt,");
        var lines = answer.asString().split("\r\n");
        assertThat(lines).hasSize(7);
        assertThat(lines[1])
                .contains(",satisfaction.service,CUSTOMER," + department + ",2026-11-01,2026-11-10T10:00:00+08:00,")
                .contains(",100,5,1,5,");
    }

    @Test
    void csv_holds_the_same_rows_as_all_pages_of_json() {
        ObservedFixture.answered(recordObservations, department, Side.CUSTOMER, "satisfaction.service", 60);
        var filter = "department eq '" + department + "' and raw ge 2";
        var ofPages = new ArrayList<String>();
        var page = Feed.query("Observations", "$filter", filter, "$select", "eventId");
        for (var next = page; next != null; ) {
            var answer = Feed.analyst().header("Prefer", "maxpagesize=7").get(next);
            ofPages.addAll(answer.<List<String>>path("value.eventId"));
            String link = answer.path("'@odata.nextLink'");
            next = link == null ? null : link.substring(Feed.ROOT.length());
        }

        var table = Feed.analyst()
                .header("Prefer", "maxpagesize=7")
                .get(page + "&$format=csv")
                .asString()
                .replace("\uFEFF", "");

        assertThat(ofPages).hasSize(48);
        assertThat(table.lines().skip(1)).containsExactlyElementsOf(ofPages);
    }

    @Test
    void more_than_a_page_of_observations_comes_in_one_piece() {
        for (var i = 0; i < 3; i++) {
            ObservedFixture.answered(recordObservations, department, Side.CUSTOMER, "satisfaction.service", 4_000);
        }

        var table = csv("Observations", "$filter", "department eq '" + department + "'", "$select", "eventId")
                .asString();

        assertThat(table.lines().skip(1))
                .hasSize(12_000)
                .doesNotHaveDuplicates()
                .isSorted();
    }

    @Test
    void top_and_skip_count_rows_of_the_whole_table() {
        ObservedFixture.answered(recordObservations, department, Side.CUSTOMER, "satisfaction.service", 12_000);
        var all = csv("Observations", "$filter", "department eq '" + department + "'", "$select", "eventId")
                .asString()
                .lines()
                .toList();

        var some = csv(
                        "Observations",
                        "$filter",
                        "department eq '" + department + "'",
                        "$select",
                        "eventId",
                        "$top",
                        "10500",
                        "$skip",
                        "100")
                .asString()
                .lines()
                .toList();

        assertThat(some.subList(1, some.size())).isEqualTo(all.subList(101, 10_601));
    }

    @Test
    void small_groups_are_withheld_from_csv_as_from_json() {
        ObservedFixture.answered(recordObservations, department, Side.CUSTOMER, "satisfaction.service", 4);
        ObservedFixture.answered(recordObservations, department, Side.ENTERPRISE, "satisfaction.service", 5);

        var table = csv("Observations", "$filter", "department eq '" + department + "'", "$select", "side")
                .asString();

        assertThat(table.lines().skip(1)).hasSize(5).containsOnly("ENTERPRISE");
    }

    @Test
    void scores_and_rates_come_as_csv_too() {
        Office.concludeContract(department);
        ObservedFixture.answered(recordObservations, department, Side.CUSTOMER, "satisfaction.service", 10);
        var filter = "department eq '" + department + "' and period eq '2026-Q4'";

        var scores =
                csv("Scores", "$filter", filter, "$select", "code,score,state").asString();
        var rates = csv("Rates", "$filter", filter, "$select", "side,state,responseRate")
                .asString();

        List<String> codes = Feed.analyst()
                .get(Feed.query("Scores", "$filter", filter, "$select", "code"))
                .path("value.code");
        assertThat(scores.lines().skip(1).map(line -> line.split(",", -1)[0])).isEqualTo(codes);
        assertThat(rates).startsWith("\uFEFFside,state,responseRate\r\n").contains("CUSTOMER,NO_DATA,\r\n");
    }

    @Test
    void a_text_that_begins_like_a_formula_stays_a_text() {
        var events = EventFixture.received(EventFixture.response(
                Side.CUSTOMER, ObservedFixture.MORNING, EventFixture.answer("satisfaction.service", department, 3)));
        ObservedFixture.record(recordObservations, List.of(events));
        Office.as("ADMIN")
                .body("{\"code\": \"F%s\", \"name\": \"=1+1,2\", \"nameEn\": \"@x\"}".formatted(department))
                .post("/v1/departments")
                .then()
                .statusCode(201);

        var table =
                csv("Departments", "$filter", "code eq 'F" + department + "'").asString();

        assertThat(table).endsWith("F" + department + ",\"'=1+1,2\",'@x,true\r\n");
    }

    @Test
    void csv_that_has_not_changed_is_a_304() {
        ObservedFixture.answered(recordObservations, department, Side.CUSTOMER, "satisfaction.service", 6);
        for (var set : List.of("Observations", "Rates")) {
            var path = Feed.query(set, "$filter", "department eq '" + department + "'", "$format", "csv");
            var tag = Feed.analyst().get(path).header("ETag");
            var json = Feed.analyst().get(path.replace("csv", "json")).header("ETag");

            assertThat(tag).isNotBlank().isNotEqualTo(json);
            Feed.analyst().header("If-None-Match", tag).get(path).then().statusCode(304);
        }
        var path = Feed.query("Observations", "$filter", "department eq '" + department + "'", "$format", "csv");
        var tag = Feed.analyst().get(path).header("ETag");
        ObservedFixture.answered(recordObservations, department, Side.CUSTOMER, "satisfaction.service", 1);
        Feed.analyst().header("If-None-Match", tag).get(path).then().statusCode(200);
    }

    @Test
    void csv_is_for_those_who_ask_for_it() {
        Feed.analyst().accept("text/csv").get("Rates").then().statusCode(200).contentType(startsWith("text/csv"));
        Feed.analyst()
                .accept("text/csv, application/json;q=0.5")
                .get("Rates")
                .then()
                .contentType(startsWith("text/csv"));
        Feed.analyst()
                .accept("application/json, text/csv;q=0.5")
                .get("Rates")
                .then()
                .contentType(startsWith("application/json"));
        Feed.analyst().accept("*/*").get("Rates").then().contentType(startsWith("application/json"));
        Feed.analyst()
                .accept("application/json")
                .get("Rates?$format=text/csv")
                .then()
                .contentType(startsWith("text/csv"));
        Feed.analyst().head("Observations?$format=csv").then().statusCode(200).contentType(startsWith("text/csv"));
    }

    @Test
    void what_a_table_cannot_say_is_refused_before_it_begins() {
        Feed.analyst()
                .get("Observations?$format=csv&$count=true")
                .then()
                .statusCode(400)
                .body("error.code", equalTo("option-not-here"));
        Feed.analyst()
                .get("Observations?$format=csv&$filter=nonsense")
                .then()
                .statusCode(400)
                .contentType(startsWith("application/json"));
        Feed.analyst().get("?$format=csv").then().statusCode(406).body("error.code", equalTo("only-json"));
        Feed.analyst()
                .get("Departments('" + department + "')?$format=csv")
                .then()
                .statusCode(406)
                .header("ETag", nullValue());
    }

    @Test
    void a_page_that_cannot_be_read_cuts_the_connection_instead_of_ending_the_table() {
        var cut = new AtomicBoolean();
        var token = new SkipToken(Instant.EPOCH, null, null, List.of());
        var pages = new Pages(
                new Pages.Page(new byte[] {1}, token),
                _ -> {
                    throw new IllegalStateException("the database went away");
                },
                () -> cut.set(true));

        assertThatThrownBy(() -> pages.write(new ByteArrayOutputStream())).isInstanceOf(IllegalStateException.class);
        assertThat(cut).isTrue();
    }

    private static Response csv(String set, String... options) {
        var path = Feed.query(set, options);
        return Feed.analyst().get(path + "&$format=csv");
    }
}
