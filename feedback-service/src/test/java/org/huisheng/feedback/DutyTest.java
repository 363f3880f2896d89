package org.huisheng.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.cloudevents.CloudEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.huisheng.kit.testing.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class DutyTest extends HttpTest {

    private static final String DUTIES = "/api/feedback/v1/duty-records";
    private static final String POSTS = "/api/feedback/v1/posts";
    private static final String PROCESSES = "/api/feedback/v1/processes";
    private static final AtomicInteger NUMBER = new AtomicInteger();

    @BeforeEach
    void know_a_post_and_a_process() {
        named(POSTS + "/meter-reader", "抄表员", "Meter reader");
        named(PROCESSES + "/billing", "电费核算", "Billing");
    }

    private static Response named(String path, String name, String nameEn) {
        return as(office()).body(Map.of("name", name, "nameEn", nameEn)).put(path);
    }

    /** Of a post of its own, since of one there is one record a month. */
    private static Map<String, Object> duty() {
        var post = "post-" + NUMBER.incrementAndGet();
        named(POSTS + "/" + post, "岗位", "Post").then().statusCode(201);
        var duty = new HashMap<String, Object>();
        duty.put("id", UUID.randomUUID().toString());
        duty.put("month", "2026-10");
        duty.put("department", "DIST");
        duty.put("post", post);
        duty.put("process", "billing");
        duty.put("score", 92.5);
        return duty;
    }

    private static Response record(String bearer, Map<String, Object> duty) {
        return as(bearer).body(duty).post(DUTIES);
    }

    @Test
    void what_is_still_to_be_recorded_of_a_month_is_said_by_process() {
        var first = (String) duty().get("post");
        var second = (String) duty().get("post");
        var process = "coverage-" + UUID.randomUUID();
        as(office())
                .body(Map.of(
                        "name",
                        "业扩报装",
                        "nameEn",
                        "Connection",
                        "steps",
                        List.of(Map.of("code", "one", "name", "受理", "post", first)),
                        "duties",
                        List.of(
                                Map.of("post", first, "duty", "一次性告知"),
                                Map.of("post", second, "duty", "限时送电"),
                                Map.of("duty", "文明用语"))))
                .put(PROCESSES + "/" + process)
                .then()
                .statusCode(201);
        var said = new HashMap<String, Object>(duty());
        said.put("post", first);
        said.put("process", process);
        said.put("month", "2026-09");
        String id = record(office(), said).then().statusCode(201).extract().path("id");

        var mine = "items.find { it.process == '" + process + "' }.";
        coverage("2026-09")
                .then()
                .statusCode(200)
                .body(mine + "expected", equalTo(2))
                .body(mine + "recorded", equalTo(1))
                .body(mine + "missing", contains(second));
        coverage("2026-08")
                .then()
                .body(
                        mine + "missing",
                        contains(List.of(first, second).stream().sorted().toArray()));
        as(office())
                .body(Map.of("reason", "记错了"))
                .post(DUTIES + "/" + id + "/withdrawal")
                .then()
                .statusCode(200);
        coverage("2026-09").then().body(mine + "recorded", equalTo(0));
        as(office()).get("/api/feedback/v1/duty-coverage").then().statusCode(400);
    }

    @Test
    void coverage_comes_page_by_page() {
        var pages = new ArrayList<String>();
        for (String cursor = ""; cursor != null; ) {
            var page = as(liaison("MKT")).get("/api/feedback/v1/duty-coverage?month=2026-09&limit=1" + cursor);
            pages.addAll(page.then().statusCode(200).extract().path("items.process"));
            String next = page.path("next");
            cursor = next == null ? null : "&cursor=" + next;
        }

        assertThat(pages).isSorted().doesNotHaveDuplicates();
        assertThat(coverage("2026-09").<List<String>>path("items.process")).isEqualTo(pages);
    }

    private static Response coverage(String month) {
        return as(office()).get("/api/feedback/v1/duty-coverage?limit=200&month=" + month);
    }

    @Test
    void a_record_is_corrected_and_taken_back_and_all_of_it_is_told() {
        var duty = duty();
        String id = record(office(), duty)
                .then()
                .statusCode(201)
                .body("revision", equalTo(1))
                .body("score", equalTo(92.5f))
                .body("kept", nullValue())
                .extract()
                .path("id");
        as(office())
                .body(Map.of("kept", false, "note", "复查未履行"))
                .put(DUTIES + "/" + id)
                .then()
                .statusCode(200)
                .body("score", equalTo(0.0f))
                .body("kept", equalTo(false));
        as(office())
                .body(Map.of("reason", "重复"))
                .post(DUTIES + "/" + id + "/withdrawal")
                .then()
                .statusCode(200)
                .body("withdrawn", equalTo(true));
        as(office()).body(Map.of("score", 1)).put(DUTIES + "/" + id).then().statusCode(409);

        as(office())
                .get(DUTIES + "/" + id)
                .then()
                .body("revisions.revision", contains(1, 2, 3))
                .body("revisions.score", contains(equalTo(92.5f), equalTo(0.0f), nullValue()))
                .body("revisions.note", contains(nullValue(), equalTo("复查未履行"), equalTo("重复")));
        // A figure knows its entries only; a withdrawal takes back the one before it.
        var figures = as(office()).get(DUTIES + "/" + id).jsonPath().<String>getList("revisions.entry");
        assertThat(figures).hasSize(3);
        assertThat(figures.get(2)).isEqualTo(figures.get(1)).isNotEqualTo(figures.getFirst());
        for (var entry : figures) {
            as(office()).get(DUTIES + "/" + entry).then().statusCode(200).body("duty.id", equalTo(id.toString()));
        }
        duty.put("id", UUID.randomUUID().toString());
        record(office(), duty).then().statusCode(201);
        var told = EventsOf.key(kafka, id, 4);
        assertThat(told)
                .extracting(CloudEvent::getType)
                .containsExactly(
                        "feedback.duty-recorded.v1",
                        "feedback.duty-withdrawn.v1",
                        "feedback.duty-recorded.v1",
                        "feedback.duty-withdrawn.v1");
        assertThat(told)
                .extracting(event -> JsonPath.from(EventsOf.data(event)).getString("entryId"))
                .satisfies(entries -> assertThat(List.of(entries.get(0), entries.get(2)))
                        .isEqualTo(List.of(entries.get(1), entries.get(3)))
                        .doesNotHaveDuplicates());
    }

    @Test
    void nobody_scores_their_own_department_and_a_liaison_only_what_they_wrote() {
        var duty = duty();
        record(liaison("DIST"), duty).then().statusCode(403).body("type", equalTo("urn:huisheng:problem:own-duty"));
        record(TestTokens.bearer("clerk", "DIST", "OFFICE"), duty).then().statusCode(403);
        String id =
                record(liaison("MKT"), duty).then().statusCode(201).extract().path("id");

        as(liaison("DIST"))
                .body(Map.of("score", 100))
                .put(DUTIES + "/" + id)
                .then()
                .statusCode(403);
        as(TestTokens.bearer("other", "MKT", "LIAISON"))
                .body(Map.of("score", 100))
                .put(DUTIES + "/" + id)
                .then()
                .statusCode(403);
        as(liaison("MKT"))
                .body(Map.of("score", 90))
                .put(DUTIES + "/" + id)
                .then()
                .statusCode(200);
        as(liaison("DIST")).get(DUTIES + "/" + id).then().statusCode(200);
        as(TestTokens.bearer("other", "MKT", "LIAISON"))
                .get(DUTIES + "/" + id)
                .then()
                .statusCode(403);
    }

    @Test
    void a_liaison_lists_their_department_s_records_or_their_own() {
        String about = record(office(), duty()).then().statusCode(201).extract().path("id");
        String by =
                record(liaison("MKT"), duty()).then().statusCode(201).extract().path("id");

        as(liaison("DIST"))
                .get(DUTIES + "?limit=200")
                .then()
                .body("items.id", hasItems(about, by))
                .body("items.department", everyItem(equalTo("DIST")));
        as(liaison("MKT")).get(DUTIES + "?limit=200").then().body("items.id", not(hasItem(by)));
        as(liaison("MKT")).get(DUTIES + "?mine=true&limit=200").then().body("items.id", hasItem(by));
        as(liaison("MKT")).get(DUTIES + "?department=DIST").then().statusCode(403);
        as(office())
                .get(DUTIES + "?month=2026-10&department=DIST&limit=200")
                .then()
                .body("items.id", hasItems(about, by));
        as(office()).get(DUTIES + "?month=2026-09&limit=200").then().body("items.id", not(hasItem(about)));
        as(liaison("DIST"))
                .get(DUTIES + "?process=billing&post=" + postOf(about))
                .then()
                .body("items.id", contains(about));
        as(office()).get(DUTIES + "?process=other&post=" + postOf(about)).then().body("items.id", empty());
    }

    private static String postOf(String duty) {
        return as(office()).get(DUTIES + "/" + duty).path("duty.post");
    }

    @Test
    void the_same_again_is_a_retry_and_a_second_record_of_the_duty_a_conflict() {
        var duty = duty();
        record(office(), duty).then().statusCode(201);
        record(office(), duty).then().statusCode(200);
        duty.put("score", 1);
        record(office(), duty).then().statusCode(409).body("type", equalTo("urn:huisheng:problem:duty-differs"));
        duty.put("id", UUID.randomUUID().toString());
        record(office(), duty).then().statusCode(409).body("type", equalTo("urn:huisheng:problem:duty-exists"));
    }

    @Test
    void of_twenty_who_record_one_duty_at_once_one_does_and_of_twenty_corrections_each_is_a_revision_or_a_conflict()
            throws Exception {
        var duty = duty();
        duty.remove("id");
        var made = together(() -> record(office(), duty));
        assertThat(made).filteredOn(answer -> answer.statusCode() == 201).hasSize(1);
        assertThat(made).filteredOn(answer -> answer.statusCode() == 409).hasSize(19);
        String id = made.stream()
                .filter(answer -> answer.statusCode() == 201)
                .findFirst()
                .orElseThrow()
                .path("id");

        var corrected = together(() -> as(office()).body(Map.of("score", 50)).put(DUTIES + "/" + id));

        var done =
                corrected.stream().filter(answer -> answer.statusCode() == 200).count();
        assertThat(corrected).extracting(Response::statusCode).isSubsetOf(200, 409);
        assertThat(done).isPositive();
        as(office()).get(DUTIES + "/" + id).then().body("duty.revision", equalTo((int) done + 1));
        assertThat(count("SELECT count(*) FROM duty_revision WHERE record = '" + id + "'"))
                .isEqualTo(done + 1);
    }

    private static List<Response> together(Callable<Response> call) throws Exception {
        try (var threads = Executors.newFixedThreadPool(20)) {
            return threads.invokeAll(Collections.nCopies(20, call)).stream()
                    .map(Future::resultNow)
                    .toList();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "100.01", "50.123", "1e400", "1e-400"})
    void a_score_is_from_0_to_100_with_two_decimals(String score) {
        var body =
                "{\"month\":\"2026-10\",\"department\":\"DIST\",\"post\":\"meter-reader\",\"process\":\"billing\",\"score\":"
                        + score + "}";

        as(office()).body(body).post(DUTIES).then().statusCode(422).body("violations.path", contains("/score"));
    }

    @Test
    void everything_wrong_with_a_record_is_named() {
        record(office(), Map.of("month", "2099-01", "score", 1, "kept", true))
                .then()
                .statusCode(422)
                .body("violations.path", hasItems("/month", "/department", "/post", "/process", "/score"));
        var unknown = duty();
        unknown.put("post", "nobody");
        record(office(), unknown).then().statusCode(422).body("violations.code", contains("unknown-post"));
        unknown.put("post", "meter-reader");
        unknown.put("process", "nothing");
        record(office(), unknown).then().statusCode(422).body("violations.code", contains("unknown-process"));
    }

    @Test
    void posts_and_processes_are_renamed_and_listed_in_pages() {
        named(PROCESSES + "/renamed-" + UUID.randomUUID().toString().substring(0, 8), "旧名", "Old")
                .then()
                .statusCode(201);
        named(PROCESSES + "/billing", "电费核算与发行", "Billing").then().statusCode(200);
        as(office()).get(PROCESSES + "/billing").then().body("name", equalTo("电费核算与发行"));
        as(office())
                .header("If-Match", "\"99\"")
                .body(Map.of("name", "x", "nameEn", "x"))
                .put(PROCESSES + "/billing")
                .then()
                .statusCode(412);
        named(POSTS + "/1bad", "x", "x").then().statusCode(422);

        var seen = new ArrayList<String>();
        String cursor = null;
        do {
            var page = as(liaison("DIST")).get(PROCESSES + "?limit=1" + (cursor == null ? "" : "&cursor=" + cursor));
            page.then().statusCode(200);
            seen.addAll(page.jsonPath().getList("items.code"));
            cursor = page.path("next");
        } while (cursor != null);
        assertThat(seen).doesNotHaveDuplicates().isSorted().contains("billing");
    }

    @Test
    void a_record_is_not_written_for_the_post_of_another_department() {
        var post = "post-" + NUMBER.incrementAndGet();
        as(office())
                .body(Map.of("name", "抄表员", "nameEn", "Meter reader", "department", "MKT"))
                .put(POSTS + "/" + post)
                .then()
                .statusCode(201);
        var duty = duty();
        duty.put("post", post);

        record(office(), duty)
                .then()
                .statusCode(422)
                .body("violations.path", contains("/post"))
                .body("violations.code", contains("foreign-post"));
        duty.put("department", "MKT");
        record(office(), duty).then().statusCode(201);
    }
}
