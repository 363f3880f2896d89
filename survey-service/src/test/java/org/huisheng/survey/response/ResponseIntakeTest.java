package org.huisheng.survey.response;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.huisheng.survey.SurveyFixture.draftCampaign;
import static org.huisheng.survey.SurveyFixture.link;
import static org.huisheng.survey.SurveyFixture.office;
import static org.huisheng.survey.SurveyFixture.openLink;
import static org.huisheng.survey.SurveyFixture.post;
import static org.huisheng.survey.SurveyFixture.step;
import static org.huisheng.survey.SurveyFixture.submission;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.huisheng.survey.SurveyTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ResponseIntakeTest extends SurveyTest {

    @Test
    void a_response_is_stored_once_and_acknowledged_alike_whenever_it_comes_again() throws SQLException {
        var id = UUID.randomUUID();
        var link = openLink();

        var first = post(submission(id, link, "{\"overall\": 4, \"why\": \"很好\"}"));
        var second = post(submission(id, link, "{ \"why\":\"\\u5f88\\u597d\", \"overall\":4.0 }"));

        first.then().statusCode(201).body("responseId", equalTo(id.toString()));
        second.then().statusCode(200).body("receipt", equalTo(first.path("receipt")));
        assertThat(second.<String>path("receivedAt")).isEqualTo(first.path("receivedAt"));
        assertThat(rows(id)).isEqualTo(1);
    }

    @Test
    void the_same_id_with_other_content_is_a_conflict() throws SQLException {
        var id = UUID.randomUUID();
        var link = openLink();
        post(submission(id, link, "{\"overall\": 4}")).then().statusCode(201);

        var other = post(submission(id, link, "{\"overall\": 5}"));

        other.then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:huisheng:problem:response-id-taken"));
        assertThat(rows(id)).isEqualTo(1);
    }

    @Test
    void forty_posts_of_one_response_at_once_store_it_once() throws Exception {
        var id = UUID.randomUUID();
        var body = submission(id, openLink(), "{\"overall\": 3}");

        var statuses = atOnce(40, () -> post(body).statusCode());

        assertThat(statuses).containsOnly(200, 201).containsOnlyOnce(201);
        assertThat(rows(id)).isEqualTo(1);
    }

    @Test
    void a_writer_whose_connection_died_meanwhile_takes_a_new_one_and_the_client_notices_nothing() throws SQLException {
        var link = openLink();
        post(submission(UUID.randomUUID(), link, "{\"overall\": 4}")).then().statusCode(201);
        var killed = count(
                "SELECT count(pg_terminate_backend(pid, 5000)) FROM pg_stat_activity WHERE application_name = 'response-writer'");
        assertThat(killed).isPositive();

        var next = post(submission(UUID.randomUUID(), link, "{\"overall\": 4}"));

        next.then().statusCode(201);
    }

    @Test
    void a_response_posted_before_closing_keeps_its_receipt_after_it_and_new_ones_are_refused() {
        var campaign = draftCampaign(", \"anonymous\": false");
        var link = link(campaign);
        var id = UUID.randomUUID();
        var body = submission(id, link, "{\"overall\": 4}");
        post(body).then().statusCode(409).body("type", equalTo("urn:huisheng:problem:campaign-not-yet-open"));
        step(campaign, "opening").then().statusCode(200);
        var receipt = post(body).then().statusCode(201).extract().path("receipt");
        step(campaign, "closing").then().statusCode(200);

        post(body).then().statusCode(200).body("receipt", equalTo(receipt));
        post(submission(UUID.randomUUID(), link, "{\"overall\": 4}"))
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:huisheng:problem:campaign-closed"));
        given().get("/api/survey/v1/links/" + link).then().statusCode(200).body("state", equalTo("CLOSED"));
    }

    @Test
    void answers_against_the_questionnaire_are_refused_in_the_callers_language() throws SQLException {
        var id = UUID.randomUUID();
        var link = openLink();

        post(submission(id, link, "{\"overall\": 9, \"channel\": \"fax\", \"ghost\": 1}"))
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body(
                        "violations.path",
                        org.hamcrest.Matchers.containsInAnyOrder(
                                "/answers/overall", "/answers/channel", "/answers/ghost"))
                .body("violations.find{it.path=='/answers/overall'}.message", containsString("应在"));
        given().header("Accept-Language", "en-GB,en;q=0.8")
                .contentType(ContentType.JSON)
                .body(submission(id, link, "{}"))
                .post("/api/survey/v1/responses")
                .then()
                .statusCode(422)
                .body("violations[0].message", equalTo("Required."));
        assertThat(rows(id)).isZero();
    }

    @Test
    void a_batch_keeps_its_order_and_each_response_stands_alone() {
        var link = openLink();
        var good = UUID.randomUUID();
        var bad = UUID.randomUUID();
        var batch = String.join(
                ",",
                submission(good, link, "{\"overall\": 4}"),
                submission(bad, link, "{\"overall\": 44}"),
                submission(good, link, "{\"overall\": 4}"),
                submission(good, link, "{\"overall\": 1}"),
                "{\"responseId\": 5}",
                submission(UUID.randomUUID(), "nowhere", "{\"overall\": 4}"));

        var results = given().contentType(ContentType.JSON)
                .body("{\"responses\": [" + batch + "]}")
                .post("/api/survey/v1/responses/batch")
                .then()
                .statusCode(200)
                .extract();

        assertThat(results.<List<Integer>>path("results.status")).containsExactly(201, 422, 200, 409, 400, 404);
        assertThat(results.<String>path("results[1].problem.violations[0].path"))
                .isEqualTo("/answers/overall");
        assertThat(results.<String>path("results[2].receipt")).isEqualTo(results.path("results[0].receipt"));
    }

    @Test
    void a_single_use_link_is_spent_once_and_a_quota_is_never_exceeded() throws Exception {
        var single = openLink(", \"anonymous\": true, \"access\": \"SINGLE_USE\"");
        var few = openLink(", \"anonymous\": false, \"quota\": 3");

        var singles = atOnce(
                8,
                () -> post(submission(UUID.randomUUID(), single, "{\"overall\": 4}"))
                        .statusCode());
        var fews = atOnce(
                12,
                () -> post(submission(UUID.randomUUID(), few, "{\"overall\": 4}"))
                        .statusCode());

        assertThat(singles).containsOnly(201, 409).containsOnlyOnce(201);
        assertThat(fews.stream().filter(status -> status == 201)).hasSize(3);
        given().get("/api/survey/v1/links/" + single).then().body("state", equalTo("USED"), "singleUse", equalTo(true));
        given().get("/api/survey/v1/links/" + few).then().body("state", equalTo("FULL"), "singleUse", equalTo(false));
    }

    @Test
    void an_anonymous_response_keeps_no_more_of_its_time_than_the_day() throws SQLException {
        var id = UUID.randomUUID();

        post(submission(id, openLink(", \"anonymous\": true"), "{\"overall\": 4}"))
                .then()
                .statusCode(201);

        try (var connection = dataSource.getConnection();
                var row = connection.createStatement().executeQuery("""
                                SELECT started_at IS NULL AND device_id IS NULL
                                   AND submitted_at = date_trunc('day', submitted_at, 'Asia/Shanghai')
                                   AND received_at = date_trunc('day', received_at, 'Asia/Shanghai')
                                FROM response WHERE response_id = '%s'
                                """.formatted(id))) {
            assertThat(row.next()).isTrue();
            assertThat(row.getBoolean(1)).isTrue();
        }
    }

    @Test
    void a_receipt_tells_what_became_of_a_response_and_a_forged_one_nothing() {
        var id = UUID.randomUUID();
        String receipt = post(submission(id, openLink(), "{\"overall\": 4}")).path("receipt");

        given().get("/api/survey/v1/receipts/" + receipt).then().statusCode(200).body("state", equalTo("RECEIVED"));
        given().header("Authorization", office())
                .post("/api/survey/v1/responses/" + id + "/withdrawal")
                .then()
                .statusCode(204);
        given().get("/api/survey/v1/receipts/" + receipt).then().statusCode(200).body("state", equalTo("WITHDRAWN"));
        var forged = (receipt.charAt(0) == 'A' ? "B" : "A") + receipt.substring(1);
        given().get("/api/survey/v1/receipts/" + forged).then().statusCode(404);
        given().get("/api/survey/v1/receipts/%21").then().statusCode(404);
    }

    private static List<Integer> atOnce(int times, Callable<Integer> call) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = IntStream.range(0, times).mapToObj(any -> call).toList();
            var statuses = new ArrayList<Integer>();
            for (Future<Integer> status : threads.invokeAll(calls)) {
                statuses.add(status.get());
            }
            return statuses;
        }
    }

    private long rows(UUID id) throws SQLException {
        return count("SELECT count(*) FROM response WHERE response_id = '" + id + "'");
    }
}
