package org.huisheng.feedback.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.cloudevents.CloudEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.huisheng.feedback.EventsOf;
import org.huisheng.feedback.process.ProcessHttpTest;
import org.huisheng.kit.testing.TestTokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CsrElementTest extends ProcessHttpTest {

    private static final String COVERAGE = "/api/feedback/v1/csr-coverage";

    private static String planned(String bearer, String process) {
        return as(bearer)
                .body(Map.of("process", process, "step", "RECEIVE", "title", "一次性告知客户办电资料"))
                .post(ELEMENTS)
                .then()
                .statusCode(201)
                .body("stage", equalTo("PLANNED"))
                .extract()
                .path("id");
    }

    private static Response reach(String bearer, String element, String stage) {
        return as(bearer)
                .body(Map.of("stage", stage, "title", "作业指导书", "reference", "示例〔2026〕3号"))
                .post(ELEMENTS + "/" + element + "/stages");
    }

    private List<String> told(String element, int expected) {
        return EventsOf.key(kafka, element, expected).stream()
                .map(CsrElementTest::inWords)
                .toList();
    }

    private static String inWords(CloudEvent event) {
        assertThat(event.getType()).isEqualTo("feedback.csr-element-staged.v1");
        var data = JsonPath.from(EventsOf.data(event));
        return data.getString("department") + " " + data.getString("stage") + " " + data.getBoolean("firstOfProcess");
    }

    @Test
    void an_element_goes_forward_one_stage_at_a_time_with_evidence_and_all_of_it_is_told() {
        var process = newProcess("MKT", newPost());
        var element = planned(liaison("MKT"), process);

        reach(liaison("MKT"), element, "PRACTISED")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:huisheng:problem:illegal-transition"));
        as(liaison("MKT"))
                .body(Map.of("stage", "EMBEDDED", "title", "无出处"))
                .post(ELEMENTS + "/" + element + "/stages")
                .then()
                .statusCode(422)
                .body("violations.path", contains("/reference"));
        reach(liaison("MKT"), element, "EMBEDDED").then().statusCode(200).body("stage", equalTo("EMBEDDED"));
        reach(liaison("MKT"), element, "EMBEDDED").then().statusCode(409);
        reach(liaison("MKT"), element, "PRACTISED").then().statusCode(200);
        reach(office(), element, "EVALUATED").then().statusCode(200);
        reach(office(), element, "PLANNED").then().statusCode(409);

        as(office())
                .get(ELEMENTS + "/" + element)
                .then()
                .body("element.stage", equalTo("EVALUATED"))
                .body("history.stage", contains("PLANNED", "EMBEDDED", "PRACTISED", "EVALUATED"))
                .body("history[0].reference", nullValue())
                .body("history[1].reference", equalTo("示例〔2026〕3号"))
                .body("history.actor", contains("liaison-MKT", "liaison-MKT", "liaison-MKT", "office"));
        assertThat(told(element, 4))
                .containsExactly("MKT PLANNED true", "MKT EMBEDDED true", "MKT PRACTISED true", "MKT EVALUATED true");
    }

    @Test
    void only_the_first_element_of_a_process_says_that_the_process_got_there_even_of_twenty_at_once() throws Exception {
        var process = newProcess("MKT", newPost());
        var elements =
                IntStream.range(0, 20).mapToObj(_ -> planned(office(), process)).toList();

        try (var threads = Executors.newFixedThreadPool(20)) {
            var steps = elements.stream()
                    .<Callable<Response>>map(element -> () -> reach(office(), element, "EMBEDDED"))
                    .toList();
            assertThat(threads.invokeAll(steps))
                    .extracting(Future::resultNow)
                    .extracting(Response::statusCode)
                    .containsOnly(200);
        }

        var first =
                elements.stream().flatMap(element -> told(element, 2).stream()).filter("MKT EMBEDDED true"::equals);
        assertThat(first).hasSize(1);
    }

    @Test
    void others_neither_plan_nor_take_forward_and_nobody_evaluates_their_own() {
        var process = newProcess("MKT", newPost());
        var element = planned(liaison("MKT"), process);

        as(liaison("DIST"))
                .body(Map.of("process", process, "title", "x"))
                .post(ELEMENTS)
                .then()
                .statusCode(403);
        reach(liaison("DIST"), element, "EMBEDDED").then().statusCode(403);
        reach(liaison("MKT"), element, "EMBEDDED").then().statusCode(200);
        reach(liaison("MKT"), element, "PRACTISED").then().statusCode(200);
        reach(liaison("MKT"), element, "EVALUATED")
                .then()
                .statusCode(403)
                .body("type", equalTo("urn:huisheng:problem:own-csr-element"));
        reach(TestTokens.bearer("clerk", "MKT", "OFFICE"), element, "EVALUATED")
                .then()
                .statusCode(403);
        as(liaison("DIST")).get(ELEMENTS + "/" + element).then().statusCode(200);
    }

    @Test
    void the_same_again_is_a_retry_and_a_process_of_nobody_or_an_unknown_step_takes_none() {
        var process = newProcess("MKT", newPost());
        var asked = new HashMap<String, Object>();
        asked.put("id", UUID.randomUUID().toString());
        asked.put("process", process);
        asked.put("title", "用电安全告知");
        as(office()).body(asked).post(ELEMENTS).then().statusCode(201);
        as(office()).body(asked).post(ELEMENTS).then().statusCode(200);
        asked.put("title", "另一要素");
        as(office()).body(asked).post(ELEMENTS).then().statusCode(409);

        asked.put("id", UUID.randomUUID().toString());
        asked.put("step", "NONE");
        as(office()).body(asked).post(ELEMENTS).then().statusCode(422).body("violations.path", contains("/step"));
        var nobodys = newCode("process");
        put(PROCESSES + "/" + nobodys, Map.of("name", "x", "nameEn", "x"))
                .then()
                .statusCode(201);
        as(office())
                .body(Map.of("process", nobodys, "title", "x"))
                .post(ELEMENTS)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:huisheng:problem:process-without-owner"));
    }

    @Test
    void a_retired_element_stays_as_it_is_and_covers_nothing_any_more() {
        var post = newPost();
        put(POSTS + "/" + post, Map.of("name", "客户经理", "nameEn", "x", "keyPost", true, "department", "MKT"));
        var process = newProcess("MKT", post);
        put(PROCESSES + "/" + process, Map.of("name", "x", "nameEn", "x", "keyProcess", true, "typicalBusiness", true));
        var before = covered("EMBEDDED");
        var element = planned(office(), process);
        assertThat(covered("EMBEDDED")).isEqualTo(before);
        assertThat(covered("PLANNED")).isNotEqualTo(before);

        reach(office(), element, "EMBEDDED").then().statusCode(200);

        assertThat(covered("EMBEDDED")).isEqualTo(List.of(before.get(0) + 1, before.get(1) + 1, before.get(2) + 1));
        as(office())
                .get(COVERAGE)
                .then()
                .body("stage", equalTo("EMBEDDED"))
                .body("departments.department", hasItem("MKT"));
        as(office())
                .body(Map.of("reason", "流程合并"))
                .post(ELEMENTS + "/" + element + "/retirement")
                .then()
                .statusCode(200)
                .body("retired", equalTo(true));
        reach(office(), element, "PRACTISED").then().statusCode(409);
        assertThat(covered("EMBEDDED")).isEqualTo(before);
    }

    private static List<Integer> covered(String stage) {
        var whole = as(liaison("DIST")).get(COVERAGE + "?stage=" + stage).jsonPath();
        return List.of(
                whole.getInt("whole.keyPosts.covered"),
                whole.getInt("whole.typicalBusiness.covered"),
                whole.getInt("whole.keyProcesses.covered"));
    }

    @Test
    void an_element_of_a_step_covers_only_the_post_that_takes_it() {
        var other = newPost();
        put(POSTS + "/" + other, Map.of("name", "x", "nameEn", "x", "keyPost", true));
        var process = newProcess("MKT", newPost());
        put(
                PROCESSES + "/" + process,
                Map.of("name", "x", "nameEn", "x", "duties", List.of(Map.of("post", other, "duty", "督促"))));
        var before = covered("PLANNED").getFirst();

        planned(office(), process);
        assertThat(covered("PLANNED").getFirst()).isEqualTo(before);
        as(office())
                .body(Map.of("process", process, "title", "全流程公开"))
                .post(ELEMENTS)
                .then()
                .statusCode(201);
        assertThat(covered("PLANNED").getFirst()).isEqualTo(before + 1);
    }

    @Test
    void elements_are_listed_by_process_department_and_stage_and_revised_by_version() {
        var process = newProcess("DIST", newPost());
        var element = planned(office(), process);

        as(office())
                .header("If-Match", "\"0\"")
                .body(Map.of("title", "改写后", "detail", "说明"))
                .put(ELEMENTS + "/" + element)
                .then()
                .statusCode(200)
                .body("step", nullValue());
        as(office())
                .header("If-Match", "\"0\"")
                .body(Map.of("title", "太晚"))
                .put(ELEMENTS + "/" + element)
                .then()
                .statusCode(412);
        as(liaison("MKT")).get(ELEMENTS + "?process=" + process).then().body("items.title", contains("改写后"));
        as(office())
                .get(ELEMENTS + "?department=DIST&stage=PLANNED&limit=200")
                .then()
                .body("items.id", hasItem(element))
                .body("items.stage", everyItem(equalTo("PLANNED")));
        as(office()).get(ELEMENTS + "?department=MKT&process=" + process).then().body("items.size()", equalTo(0));
    }

    @Test
    void the_database_lets_no_stage_be_skipped_either() {
        var element = planned(office(), newProcess("MKT", newPost()));

        for (var forged : List.of(
                "INSERT INTO csr_staging VALUES ('%s', 'PRACTISED', 'EMBEDDED', 'x', 'y', 'z', now())",
                "INSERT INTO csr_staging VALUES ('%s', 'PRACTISED', 'PLANNED', 'x', 'y', 'z', now())",
                "INSERT INTO csr_staging VALUES ('%s', 'EMBEDDED', 'PLANNED', NULL, NULL, 'z', now())",
                "UPDATE csr_element SET stage = 'EVALUATED' WHERE id = '%s'",
                "DELETE FROM csr_staging WHERE element = '%s'")) {
            assertThatThrownBy(() ->
                            count("WITH done AS (" + forged.formatted(element) + " RETURNING 1) SELECT 1 FROM done"))
                    .as(forged)
                    .isInstanceOf(IllegalStateException.class);
        }
    }
}
