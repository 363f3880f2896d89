package org.huisheng.survey.response;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.huisheng.survey.SurveyFixture.office;
import static org.huisheng.survey.SurveyFixture.openLink;
import static org.huisheng.survey.SurveyFixture.post;
import static org.huisheng.survey.SurveyFixture.submission;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.huisheng.survey.SurveyTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class WithdrawalTest extends SurveyTest {

    private static final String RECEIPTS = "/api/survey/v1/receipts/";

    @Test
    void who_holds_the_receipt_takes_the_response_back_once_however_often_they_ask() throws Exception {
        var id = UUID.randomUUID();
        String receipt = post(submission(id, openLink(), "{\"overall\": 4, \"why\": \"张先生\"}"))
                .path("receipt");
        given().get(RECEIPTS + receipt).then().body("state", equalTo("RECEIVED"), "cases", empty());

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Integer> withdraw = () -> given().post(RECEIPTS + receipt + "/withdrawal")
                    .then()
                    .body("state", equalTo("WITHDRAWN"))
                    .extract()
                    .statusCode();
            for (var status : threads.invokeAll(java.util.Collections.nCopies(8, withdraw))) {
                assertThat(status.get()).isEqualTo(200);
            }
        }

        assertThat(count(
                        "SELECT count(*) FROM response WHERE withdrawn_at IS NOT NULL AND answers = '{}' AND response_id = '"
                                + id + "'"))
                .isEqualTo(1);
    }

    @Test
    void a_forged_receipt_takes_nothing_back() throws SQLException {
        var id = UUID.randomUUID();
        String receipt = post(submission(id, openLink(), "{\"overall\": 4}")).path("receipt");
        var forged = receipt.substring(0, 37) + (receipt.charAt(37) == 'A' ? "B" : "A");

        for (var bad : new String[] {forged, id.toString(), "x"}) {
            given().header("Accept-Language", "en")
                    .post(RECEIPTS + bad + "/withdrawal")
                    .then()
                    .statusCode(404)
                    .contentType("application/problem+json");
        }

        assertThat(count("SELECT count(*) FROM response WHERE withdrawn_at IS NOT NULL AND response_id = '" + id + "'"))
                .isZero();
    }

    @Test
    void a_response_taken_back_does_not_come_in_again() {
        var body = submission(UUID.randomUUID(), openLink(", \"anonymous\": true"), "{\"overall\": 4}");
        String receipt = post(body).path("receipt");
        given().post(RECEIPTS + receipt + "/withdrawal").then().statusCode(200);

        post(body).then().statusCode(200).body("receipt", equalTo(receipt));

        given().get(RECEIPTS + receipt).then().body("state", equalTo("WITHDRAWN"));
    }

    @Test
    void the_office_may_withdraw_an_anonymous_response_whose_id_it_was_told() {
        var id = UUID.randomUUID();
        String receipt = post(submission(id, openLink(", \"anonymous\": true"), "{\"overall\": 4}"))
                .path("receipt");

        given().header("Authorization", office())
                .post("/api/survey/v1/responses/" + id + "/withdrawal")
                .then()
                .statusCode(204);

        given().get(RECEIPTS + receipt).then().body("state", equalTo("WITHDRAWN"));
    }
}
