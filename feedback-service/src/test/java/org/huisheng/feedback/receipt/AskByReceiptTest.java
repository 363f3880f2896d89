package org.huisheng.feedback.receipt;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huisheng.events.ReceiptEvent.ReceiptAsked;
import org.huisheng.feedback.HttpTest;
import org.junit.jupiter.api.Test;

/** survey-service is played: it tells the hash of a receipt, and never a receipt. */
@QuarkusTest
class AskByReceiptTest extends HttpTest {

    private static final String ASKED = "/api/feedback/v1/receipt-confirmations";

    @Test
    void whoever_holds_the_receipt_of_a_resolved_case_reads_what_was_done_and_confirms() {
        var receipt = receipt();
        var id = resolvedFrom(receipt);

        String token = open(receipt).then().statusCode(200).extract().path("items[0].token");

        given().get(CONFIRMATIONS + "/" + token)
                .then()
                .statusCode(200)
                .body("state", equalTo("OPEN"))
                .body("actionTaken", equalTo("更换接头"));
        answer(token, Map.of("outcome", "CONFIRMED", "rating", 4, "comment", "好"))
                .then()
                .statusCode(200);
        as(office())
                .get(CASES + "/" + id)
                .then()
                .body("status", equalTo("CONFIRMED"))
                .body("rating", equalTo(4));
        open(receipt).then().statusCode(200).body("items", empty());
    }

    @Test
    void whoever_disputes_by_the_receipt_is_asked_anew_about_the_next_resolution() {
        var receipt = receipt();
        var id = resolvedFrom(receipt);
        String first = open(receipt).path("items[0].token");

        answer(first, Map.of("outcome", "DISPUTED", "reason", "还是不稳")).then().statusCode(200);

        open(receipt).then().body("items", empty());
        step(liaison("DIST"), id, "start", Map.of()).then().statusCode(200);
        resolve("DIST", id).then().statusCode(200);
        String second = open(receipt).then().body("items", hasSize(1)).extract().path("items[0].token");
        assertThat(second).isNotEqualTo(first);
        given().get(CONFIRMATIONS + "/" + second).then().body("state", equalTo("OPEN"));
    }

    @Test
    void whoever_holds_the_receipt_of_a_case_that_waits_for_them_answers_by_it() {
        var receipt = receipt();
        var id = openedFrom();
        known(receipt, id);
        step(office(), id, "assignment", Map.of("department", "DIST")).then().statusCode(200);
        step(liaison("DIST"), id, "start", Map.of()).then().statusCode(200);
        open(receipt).then().body("items", empty()).body("inquiries", empty());
        step(liaison("DIST"), id, "waiting", Map.of("reason", "等", "publicNote", "请问是哪一户？"))
                .then()
                .statusCode(200);

        String token = open(receipt)
                .then()
                .body("items", empty())
                .body("inquiries", hasSize(1))
                .extract()
                .path("inquiries[0].token");
        open(receipt).then().body("inquiries[0].token", equalTo(token));
        given().contentType(ContentType.JSON)
                .body(Map.of("answer", "三单元"))
                .post("/api/feedback/v1/inquiries/" + token)
                .then()
                .statusCode(200);

        as(office()).get(CASES + "/" + id).then().body("status", equalTo("IN_PROGRESS"));
        open(receipt).then().body("inquiries", empty());
        assertThat(count("SELECT count(*) FROM inquiry WHERE case_id = '" + id + "'"))
                .isEqualTo(1);
    }

    @Test
    void asking_often_makes_one_link_and_asking_late_makes_it_good_again() {
        var receipt = receipt();
        var id = resolvedFrom(receipt);
        var tokens = List.of(token(receipt), token(receipt), token(receipt));
        execute("UPDATE confirmation SET requested_at = requested_at - interval '90 days',"
                + " expires_at = expires_at - interval '90 days' WHERE case_id = '" + id + "'");
        given().get(CONFIRMATIONS + "/" + tokens.getFirst()).then().body("state", equalTo("EXPIRED"));

        var again = token(receipt);

        assertThat(tokens).containsOnly(again);
        assertThat(count("SELECT count(*) FROM confirmation WHERE case_id = '" + id + "'"))
                .isEqualTo(1);
        given().get(CONFIRMATIONS + "/" + again).then().body("state", equalTo("OPEN"));
    }

    @Test
    void neither_the_receipt_nor_the_link_is_to_be_found_in_the_database() {
        var receipt = receipt();
        var id = resolvedFrom(receipt);
        var token = token(receipt);

        assertThat(count("SELECT count(*) FROM confirmation AS c, case_receipt AS r WHERE c.case_id = '" + id
                        + "' AND r.case_id = c.case_id AND (c::text || r::text) ~ '" + receipt + "|" + token + "'"))
                .isZero();
    }

    @Test
    void a_receipt_nobody_is_asked_by_has_no_link_whatever_it_is() {
        var receipt = receipt();
        var id = openedFrom();
        known(receipt, id);

        open(receipt).then().statusCode(200).body("items", empty());
        open(receipt()).then().statusCode(200).body("items", empty());
        open(" ").then().statusCode(422).body("violations[0].path", equalTo("/receipt"));
        open("x".repeat(101)).then().statusCode(422);
        given().contentType(ContentType.JSON)
                .body(Map.of("receipt", receipt, "caseId", id))
                .post(ASKED)
                .then()
                .statusCode(400);
    }

    @Test
    void one_answer_that_opened_two_cases_is_asked_about_both() {
        var receipt = receipt();
        resolvedFrom(receipt);
        resolvedFrom(receipt);

        open(receipt).then().statusCode(200).body("items", hasSize(2));
    }

    private static String receipt() {
        return (UUID.randomUUID() + "-" + UUID.randomUUID()).substring(0, 38);
    }

    private static String openedFrom() {
        var request = new HashMap<>(complaint());
        request.remove("stakeholder");
        request.put("responseId", UUID.randomUUID().toString());
        return as(office())
                .body(request)
                .post(CASES)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private String resolvedFrom(String receipt) {
        var id = openedFrom();
        step(office(), id, "assignment", Map.of("department", "DIST")).then().statusCode(200);
        step(liaison("DIST"), id, "start", Map.of()).then().statusCode(200);
        resolve("DIST", id).then().statusCode(200);
        known(receipt, id);
        return id;
    }

    /** Heard twice, as deliveries may be. */
    private void known(String receipt, String id) {
        var hash = new Receipt(receipt).hash();
        for (var delivery = 0; delivery < 2; delivery++) {
            publish(UUID.randomUUID(), new ReceiptAsked(UUID.fromString(id), hash, Instant.now()));
        }
        await().atMost(Duration.ofSeconds(30))
                .until(() -> count("SELECT count(*) FROM case_receipt WHERE case_id = '" + id + "'") == 1);
    }

    private void execute(String sql) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static Response open(String receipt) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("receipt", receipt))
                .post(ASKED);
    }

    private static String token(String receipt) {
        return open(receipt)
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .extract()
                .path("items[0].token");
    }
}
