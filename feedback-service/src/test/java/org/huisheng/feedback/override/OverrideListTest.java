package org.huisheng.feedback.override;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huisheng.feedback.HttpTest;
import org.huisheng.kit.testing.TestTokens;
import org.junit.jupiter.api.Test;

/** What waits for a second person is found by whoever may be one, and told to them. */
@QuarkusTest
class OverrideListTest extends HttpTest {

    private static final String OVERRIDES = "/api/feedback/v1/overrides";
    private static final Map<String, Object> CLOSING = Map.of("outcome", "CLOSED", "reason", "企业已注销");

    @Test
    void a_proposal_waits_in_the_list_of_those_who_may_decide_and_of_nobody_else() {
        var id = proposed();

        waitingFor(boss()).then().statusCode(200).body("items.caseId", hasItem(id));
        waitingFor(TestTokens.bearer("second", "MKT", "OFFICE")).then().body("items.caseId", hasItem(id));
        waitingFor(office()).then().body("items.caseId", not(hasItem(id)));
        waitingFor(TestTokens.bearer("insider", "DIST", "LEADER")).then().body("items.caseId", not(hasItem(id)));
        as(liaison("DIST")).get(OVERRIDES).then().statusCode(403);
        var mine = as(office()).queryParam("state", "PENDING").get(OVERRIDES);
        mine.then()
                .body("items.find { it.caseId == '" + id + "' }.decidable", equalTo(false))
                .body("items.find { it.caseId == '" + id + "' }.proposal.reason", equalTo("企业已注销"))
                .body("items.find { it.caseId == '" + id + "' }.proposal.verdict", nullValue())
                .body("items.find { it.caseId == '" + id + "' }.department", equalTo("DIST"))
                .body("items.find { it.caseId == '" + id + "' }.title", equalTo("电压不稳"));
    }

    @Test
    void what_was_decided_or_what_the_stakeholder_has_settled_waits_no_longer() {
        var refused = proposed();
        step(boss(), refused, "overrides/1/refusal", Map.of()).then().statusCode(200);
        var approved = proposed();
        step(boss(), approved, "overrides/1/approval", Map.of()).then().statusCode(200);
        var confirmed = proposed();
        step(office(), confirmed, "confirmation", Map.of("rating", 5)).then().statusCode(200);
        var disputed = proposed();
        answer(link(office(), disputed), Map.of("outcome", "DISPUTED", "reason", "没好"))
                .then()
                .statusCode(200);

        waitingFor(boss())
                .then()
                .body("items.caseId", not(hasItem(refused)))
                .body("items.caseId", not(hasItem(approved)))
                .body("items.caseId", not(hasItem(confirmed)))
                .body("items.caseId", not(hasItem(disputed)));
        listed("REFUSED").then().body("items.caseId", hasItem(refused));
        listed("APPROVED").then().body("items.caseId", hasItem(approved));
        listed("VOID").then().body("items.caseId", hasItem(confirmed)).body("items.caseId", hasItem(disputed));
        as(office())
                .get(CASES + "/" + disputed + "/overrides")
                .then()
                .body("items.verdict", contains("VOID"))
                .body("items.decidedBy", contains("stakeholder"));
        step(boss(), disputed, "overrides/1/refusal", Map.of())
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:huisheng:problem:override-superseded"));
    }

    @Test
    void the_list_is_read_in_pages_without_a_gap_or_a_repetition() {
        var proposed = List.of(proposed(), proposed(), proposed(), proposed(), proposed());

        var seen = new ArrayList<String>();
        String cursor = null;
        do {
            var page = as(boss()).queryParam("limit", 2).queryParam("state", "PENDING");
            var answer = (cursor == null ? page : page.queryParam("cursor", cursor)).get(OVERRIDES);
            seen.addAll(answer.then().statusCode(200).extract().path("items.caseId"));
            cursor = answer.path("next");
        } while (cursor != null);

        assertThat(seen).doesNotHaveDuplicates().containsSubsequence(proposed.reversed());
        as(boss()).queryParam("state", "LATER").get(OVERRIDES).then().statusCode(400);
        as(boss()).queryParam("cursor", "x").get(OVERRIDES).then().statusCode(400);
    }

    @Test
    void office_and_leaders_are_told_once_and_not_of_what_is_settled_before_a_letter_leaves() {
        var office = recipient("OFFICE");
        var leader = recipient("LEADER");
        var id = proposed();

        assertThat(notices(id, office)).isEqualTo(1);
        assertThat(notices(id, leader)).isEqualTo(1);
        step(boss(), id, "overrides/1/refusal", Map.of()).then().statusCode(200);
        assertThat(count("SELECT count(*) FROM notice WHERE state = 'PENDING' AND subject = '" + id + "'"))
                .isZero();
        List.of(office, leader)
                .forEach(one -> as(office())
                        .delete("/api/feedback/v1/recipients/" + one)
                        .then()
                        .statusCode(204));
    }

    private static String boss() {
        return TestTokens.bearer("boss", null, "LEADER");
    }

    private static String proposed() {
        var id = resolved("DIST");
        step(office(), id, "overrides", CLOSING).then().statusCode(201);
        return id;
    }

    private static Response waitingFor(String bearer) {
        return as(bearer)
                .queryParam("decidable", "true")
                .queryParam("limit", 200)
                .get(OVERRIDES);
    }

    private static Response listed(String state) {
        return as(boss()).queryParam("state", state).queryParam("limit", 200).get(OVERRIDES);
    }

    private static String recipient(String audience) {
        return as(office())
                .body(Map.of(
                        "audience", audience, "channel", "EMAIL", "address", "o" + UUID.randomUUID() + "@example.org"))
                .post("/api/feedback/v1/recipients")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private long notices(String subject, String recipient) {
        return count("SELECT count(*) FROM notice WHERE occasion = 'OVERRIDE' AND subject = '" + subject
                + "' AND recipient = '" + recipient + "'");
    }
}
