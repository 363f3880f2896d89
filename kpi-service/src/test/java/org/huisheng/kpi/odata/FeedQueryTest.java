package org.huisheng.kpi.odata;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.huisheng.events.FeedbackEvent.CaseAssigned;
import org.huisheng.events.Side;
import org.huisheng.kit.testing.TestTokens;
import org.huisheng.kpi.observation.RecordObservations;
import org.huisheng.kpi.testing.EventFixture;
import org.huisheng.kpi.testing.KpiTest;
import org.huisheng.kpi.testing.Office;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class FeedQueryTest extends KpiTest {

    @Inject
    RecordObservations recordObservations;

    private String department;
    private String own;

    @BeforeEach
    void prepare() {
        department = Office.establishDepartment();
        Office.concludeContract(department);
        ObservedFixture.answered(recordObservations, department, Side.CUSTOMER, "satisfaction.service", 10);
        own = "department eq '" + department + "'";
    }

    @Test
    void the_root_lists_the_sets() {
        Feed.analyst()
                .get("")
                .then()
                .statusCode(200)
                .header("OData-Version", "4.0")
                .body("'@odata.context'", equalTo(Feed.ROOT + "$metadata"))
                .body("value.name", contains("Departments", "Observations", "Rates", "Scores"))
                .body("value.url", contains("Departments", "Observations", "Rates", "Scores"))
                .body("value.kind", everyItem(equalTo("EntitySet")));
    }

    @Test
    void who_may_not_is_told_at_the_address_they_know() {
        given().header("Authorization", "Bearer none")
                .get("/odata/v4/Scores")
                .then()
                .statusCode(401)
                .body("instance", equalTo("/odata/v4/Scores"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/odata", "/odata/", "/odata/v5/Scores"})
    void of_other_versions_there_is_no_feed(String path) {
        given().get(path)
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:huisheng:problem:http-404"))
                .body("instance", equalTo(path));
    }

    @Test
    void metadata_is_xml() {
        Feed.analyst()
                .get("$metadata")
                .then()
                .statusCode(200)
                .contentType("application/xml")
                .body("Edmx.DataServices.Schema.EntityType.size()", equalTo(4));
    }

    @Test
    void scores_are_those_of_the_api() {
        var rows = Feed.analyst()
                .get(Feed.query("Scores", "$filter", own + " and period eq '2026-Q4'"))
                .then()
                .statusCode(200)
                .contentType("application/json;odata.metadata=minimal")
                .body("'@odata.context'", equalTo(Feed.ROOT + "$metadata#Scores"))
                .extract()
                .jsonPath()
                .<Map<String, Object>>getList("value");
        var known = Office.as("ANALYST")
                .get("/v1/scores?period=2026-Q4&department=" + department)
                .jsonPath()
                .<Map<String, Object>>getList("rows");

        assertThat(rows).hasSameSizeAs(known).hasSize(5);
        for (var row : known) {
            assertThat(rows).anySatisfy(shown -> assertThat(shown).containsAllEntriesOf(row));
        }
    }

    @Test
    void without_a_period_all_that_have_begun_are_there() {
        Feed.analyst()
                .get(Feed.query("Scores", "$filter", own + " and level eq 'contract'", "$select", "period"))
                .then()
                .body(
                        "value.period",
                        hasItems("2026", "2026-H1", "2026-H2", "2026-Q1", "2026-Q4", "2026-01", "2026-11"))
                .body("value.period", not(hasItems("2027")));
        Feed.analyst()
                .get(Feed.query("Rates", "$filter", own + " and side eq 'CUSTOMER' and startswith(period, '2026-Q')"))
                .then()
                .body("value.period", contains("2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"))
                .body("value.state", everyItem(equalTo("NO_DATA")));
    }

    @Test
    void filters_orders_and_cuts() {
        Feed.analyst()
                .get(Feed.query(
                        "Observations",
                        "$filter",
                        own + " and raw in (4, 5) and date(occurredAt) eq 2026-11-10 and contains(metric,'service')",
                        "$orderby",
                        "value desc, eventId",
                        "$select",
                        "value,raw,occurredAt",
                        "$count",
                        "true",
                        "$skip",
                        "1",
                        "$top",
                        "2"))
                .then()
                .statusCode(200)
                .body("'@odata.context'", equalTo(Feed.ROOT + "$metadata#Observations(value,raw,occurredAt)"))
                .body("'@odata.count'", equalTo(4))
                .body("'@odata.nextLink'", nullValue())
                .body("value.value", contains(100, 75))
                .body("value.raw", contains(5, 4))
                .body("value[0].occurredAt", equalTo("2026-11-10T10:00:00+08:00"))
                .body("value[0].size()", equalTo(3));
    }

    @Test
    void rows_can_be_counted_and_fetched_by_key() {
        Feed.analyst()
                .get(Feed.query("Observations/%24count", "$filter", own))
                .then()
                .statusCode(200)
                .contentType("text/plain")
                .body(equalTo("10"));
        Feed.analyst()
                .get("Departments('" + department + "')")
                .then()
                .statusCode(200)
                .body("'@odata.context'", equalTo(Feed.ROOT + "$metadata#Departments/$entity"))
                .body("code", equalTo(department))
                .body("value", nullValue());
        Feed.analyst()
                .get("Scores(period='2026-11',department='" + department
                        + "',level='indicator',code='service')?$select=n,state")
                .then()
                .statusCode(200)
                .body("'@odata.context'", equalTo(Feed.ROOT + "$metadata#Scores(n,state)/$entity"))
                .body("n", equalTo(10))
                .body("state", equalTo("SCORED"));
        var first = Feed.analyst().get(Feed.query("Observations", "$filter", own, "$top", "1"));
        Feed.analyst()
                .get("Observations(ordinal=0,eventId=" + first.path("value[0].eventId") + ")")
                .then()
                .statusCode(200)
                .body("value", equalTo(first.<Object>path("value[0].value")));
    }

    @Test
    void metadata_can_be_had_in_full_and_not_at_all() {
        Feed.analyst()
                .header("Accept", "application/json;odata.metadata=full")
                .get(Feed.query("Observations", "$filter", own, "$top", "1"))
                .then()
                .contentType("application/json;odata.metadata=full")
                .body("value[0].'@odata.type'", equalTo("#Huisheng.Observation"))
                .body("value[0].'@odata.id'", containsString(Feed.ROOT + "Observations(eventId="))
                .body("value[0].'value@odata.type'", equalTo("#Decimal"))
                .body("value[0].'metric@odata.type'", nullValue());
        Feed.analyst()
                .get(Feed.query("Departments", "$format", "application/json;odata.metadata=none", "$top", "1"))
                .then()
                .contentType("application/json;odata.metadata=none")
                .body("'@odata.context'", nullValue())
                .body("value", hasSize(1));
        Feed.analyst()
                .header("Accept", "application/json;IEEE754Compatible=true")
                .get(Feed.query("Observations", "$filter", own, "$top", "1", "$count", "true"))
                .then()
                .body("'@odata.count'", equalTo("10"))
                .body("value[0].value", notNullValue(String.class));
    }

    @Test
    void a_page_leads_to_the_next() {
        for (var set : List.of("Observations", "Scores")) {
            var filter = set.equals("Scores") ? own + " and startswith(period,'2026-Q')" : own;
            var all = Feed.analyst()
                    .get(Feed.query(set, "$filter", filter, "$orderby", "department,value desc"))
                    .path("value");
            var read = pages(Feed.query(set, "$filter", filter, "$orderby", "department,value desc", "$count", "true"));

            assertThat(read).as(set).isEqualTo(all).hasSizeGreaterThan(6);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"raw", "raw desc", "question desc,raw,ordinal desc", "sourceType,raw desc,recordedAt"})
    void pages_in_an_order_with_missing_values_are_those_of_one_large_page(String order) {
        ObservedFixture.record(
                recordObservations,
                Stream.generate(() -> EventFixture.received(new CaseAssigned(
                                UUID.randomUUID(),
                                Side.CUSTOMER,
                                "power",
                                department,
                                null,
                                ObservedFixture.MORNING,
                                ObservedFixture.MORNING,
                                null)))
                        .limit(7)
                        .toList());
        var query = Feed.query("Observations", "$filter", own, "$orderby", order, "$select", "eventId,raw");

        assertThat(pages(query))
                .isEqualTo(Feed.analyst().get(query).path("value"))
                .hasSize(17);
    }

    private static List<Object> pages(String query) {
        var read = new ArrayList<Object>();
        for (var next = query; next != null; ) {
            var page = Feed.analyst().header("Prefer", "odata.maxpagesize=3").get(next);
            read.addAll(page.path("value"));
            String link = page.path("'@odata.nextLink'");
            next = link == null ? null : link.substring(Feed.ROOT.length());
        }
        return read;
    }

    @Test
    void a_wish_for_smaller_pages_is_confirmed() {
        Feed.analyst()
                .header("Prefer", "odata.maxpagesize=3")
                .get("Observations")
                .then()
                .header("Preference-Applied", "odata.maxpagesize=3")
                .body("value", hasSize(3));
    }

    @Test
    void top_holds_over_pages_and_zero_is_none() {
        var first = Feed.analyst()
                .header("Prefer", "maxpagesize=3")
                .get(Feed.query("Observations", "$filter", own, "$top", "4"));
        String link = first.path("'@odata.nextLink'");
        Feed.analyst()
                .header("Prefer", "maxpagesize=3")
                .get(link.substring(Feed.ROOT.length()))
                .then()
                .body("value", hasSize(1))
                .body("'@odata.nextLink'", nullValue());
        Feed.analyst()
                .get(Feed.query("Observations", "$filter", own, "$top", "0", "$count", "true"))
                .then()
                .body("value", empty())
                .body("'@odata.count'", equalTo(10))
                .body("'@odata.nextLink'", nullValue());
    }

    @Test
    void a_skip_token_belongs_to_its_query_and_reader() {
        var link = Feed.analyst()
                .header("Prefer", "maxpagesize=3")
                .get(Feed.query("Observations", "$filter", own))
                .<String>path("'@odata.nextLink'")
                .substring(Feed.ROOT.length());
        var token = link.substring(link.indexOf("$skiptoken=") + 11);
        for (var path : List.of(
                "Observations?$skiptoken=" + token,
                "Departments?$skiptoken=" + token,
                link + "x",
                link.replace("$skiptoken=", "$skiptoken=A"),
                Feed.query("Observations", "$filter", own, "$skiptoken", "%%%"),
                link + "&$top=5",
                link + "&$orderby=value")) {
            Feed.analyst().get(path).then().statusCode(400).body("error.code", equalTo("bad-skiptoken"));
        }
        Feed.as("LIAISON", department).get(link).then().statusCode(400);
    }

    @Test
    void what_has_not_changed_is_not_sent_again_and_what_is_sent_is_small() {
        for (var path : List.of(
                "", "$metadata", "Departments", "Scores?$filter=period%20eq%20'2026-11'", "Observations?$top=5")) {
            var answer = Feed.analyst().header("Accept-Encoding", "gzip").get(path);
            var tag = answer.header("ETag");

            assertThat(tag).as(path).startsWith("\"");
            Feed.analyst()
                    .header("If-None-Match", tag)
                    .get(path)
                    .then()
                    .statusCode(304)
                    .header("ETag", tag)
                    .header("OData-Version", "4.0");
            assertThat(answer.header("Content-Encoding")).as(path).isEqualTo("gzip");
        }
        var path = Feed.query("Observations", "$filter", own);
        var tag = Feed.analyst().get(path).header("ETag");
        ObservedFixture.answered(recordObservations, department, Side.CUSTOMER, "satisfaction.service", 1);
        Feed.analyst()
                .header("If-None-Match", tag)
                .get(path)
                .then()
                .statusCode(200)
                .header("ETag", not(tag))
                .body("value", hasSize(11));
    }

    @Test
    void whoever_is_bound_to_a_department_reads_its_rows_only() {
        var other = Office.establishDepartment();
        Office.concludeContract(other);
        ObservedFixture.answered(recordObservations, other, Side.CUSTOMER, "satisfaction.service", 10);

        for (var set : List.of("Observations", "Scores", "Rates")) {
            Feed.as("LIAISON", other)
                    .get(set)
                    .then()
                    .body("value.department", everyItem(equalTo(other)))
                    .body("value", not(empty()));
        }
        Feed.as("LIAISON", other).get("Departments").then().body("value.code", contains(other));
        Feed.as("LIAISON", other)
                .get("Departments('" + department + "')")
                .then()
                .statusCode(404);
        Feed.as("LIAISON", other).get("Observations/$count").then().body(equalTo("10"));
        Feed.as("SURVEYOR").get("Scores").then().statusCode(403);
        Feed.as("LIAISON").get("Scores").then().statusCode(403);
        given().get("/odata/v4/Scores").then().statusCode(401);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Observations?$filter=nothing%20eq%201 | 400 | unknown-property
            Observations?$filter=value%20eq | 400 | filter-ends-early
            Observations?$filter=%FF%00 | 400 | bad-encoding
            Observations?$filter=month%20eq%201 | 400 | bad-operands
            Observations?$select=nothing | 400 | unknown-property
            Observations?$orderby=nothing | 400 | unknown-property
            Observations?$orderby=value%20up | 400 | bad-orderby
            Observations?$top=-1 | 400 | bad-option
            Observations?$top=x | 400 | bad-option
            Observations?$skip=1e3 | 400 | bad-option
            Observations?$count=yes | 400 | bad-option
            Observations?$top=1&$top=2 | 400 | option-twice
            Observations?$nonsense=1 | 400 | unknown-option
            Observations/$count?$top=1 | 400 | option-not-here
            Departments('A')?$filter=active | 400 | option-not-here
            Departments(1) | 400 | bad-key
            Departments(code='A',code='B') | 400 | bad-key
            Departments(name='A') | 400 | bad-key
            Scores('2026') | 400 | bad-key
            Observations(eventId=x,ordinal=0) | 400 | bad-key
            Nothing | 404 | no-such-resource
            Observations/nothing | 404 | no-such-resource
            Departments('NOBODY') | 404 | no-such-row
            Departments('NOBODY')/nothing | 404 | no-such-resource
            Scores(period='1999',department='X',level='contract',code='1') | 404 | no-such-row
            Observations(eventId=0199b4a0-7c1e-7d3a-9a52-2f6d1c0b9e09,ordinal=0) | 404 | no-such-row
            Observations?$format=atom | 406 | only-json
            Observations?$format=application/xml | 406 | only-json
            Observations?$format=application/json;odata.metadata=some | 406 | only-json
            $metadata?$format=json | 406 | only-xml
            Observations?$apply=aggregate(value%20with%20sum%20as%20s) | 501 | option-not-supported
            Observations?$expand=department | 501 | option-not-supported
            Observations?$search=a | 501 | option-not-supported
            Observations?$compute=value%20as%20v | 501 | option-not-supported
            Observations?$filter=metric%20eq%20@p&@p='a' | 501 | option-not-supported
            Observations?$filter=value%20add%201%20eq%202 | 501 | filter-part-not-supported
            Observations?$orderby=length(metric) | 501 | filter-part-not-supported
            Observations/$ref | 501 | option-not-supported
            Departments('A')/name | 501 | option-not-supported
            $all | 501 | option-not-supported
            """)
    void what_cannot_be_answered_is_refused_in_the_form_of_odata(String path, int status, String code) {
        Feed.analyst()
                .get(path)
                .then()
                .statusCode(status)
                .contentType("application/json")
                .header("OData-Version", "4.0")
                .body("error.code", equalTo(code))
                .body("error.message", not(containsString("problem.")));
    }

    @Test
    void refusals_are_in_the_caller_s_language() {
        Feed.analyst()
                .get("Nothing")
                .then()
                .body("error.message", equalTo("There is no \"Nothing\"; the root lists the sets."));
        given().urlEncodingEnabled(false)
                .header("Authorization", TestTokens.bearer("somebody", null, "ANALYST"))
                .get("/odata/v4/Nothing")
                .then()
                .header("Content-Language", "zh-CN")
                .body("error.message", containsString("没有"));
    }

    @Test
    void what_the_client_accepts_and_speaks_is_heeded() {
        Feed.analyst()
                .header("Accept", "application/atom+xml")
                .get("Scores")
                .then()
                .statusCode(406);
        Feed.analyst()
                .header("Accept", "application/atom+xml, application/json;q=0.5")
                .get("Departments")
                .then()
                .statusCode(200);
        Feed.analyst()
                .header("Accept", "application/json")
                .get("$metadata")
                .then()
                .statusCode(406);
        Feed.analyst()
                .header("OData-MaxVersion", "3.0")
                .get("Departments")
                .then()
                .statusCode(400);
        Feed.analyst()
                .header("OData-MaxVersion", "4.01")
                .get("Departments")
                .then()
                .statusCode(200);
    }

    @Test
    void the_feed_is_read_only() {
        for (var method : List.of("POST", "PUT", "PATCH", "DELETE")) {
            Feed.analyst()
                    .request(method, "Departments")
                    .then()
                    .statusCode(405)
                    .header("Allow", "GET, HEAD")
                    .body("error.code", equalTo("feed-is-read-only"));
        }
        Feed.analyst().post("$batch").then().statusCode(501);
        Feed.analyst().head("Departments").then().statusCode(200);
        Feed.analyst().basePath("/api/kpi/odata-v4").get("").then().statusCode(404);
    }
}
