package org.huisheng.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the government asks for is done before the letter says it is done, and by the day it has set. */
@QuarkusTest
class CommentCaseTest extends CommentHttpTest {

    @Test
    void the_case_is_due_by_the_deadline_of_the_comment_where_that_comes_first() {
        var soon = Instant.now().plus(2, ChronoUnit.MINUTES).truncatedTo(ChronoUnit.SECONDS);
        var hurried = caseOf(registeredWith(soon));
        var patient = caseOf(registered());

        as(office())
                .get(CASES + "/" + hurried)
                .then()
                .body("clocks.dueAt", everyItem(equalTo(soon.toString())))
                .body("clocks.notAfter", everyItem(equalTo(soon.toString())));
        String due = as(office()).get(CASES + "/" + patient).path("clocks[1].dueAt");
        assertThat(Instant.parse(due)).isBefore(Instant.parse("2098-01-01T00:00:00Z"));
        as(office()).get(CASES + "/" + patient).then().body("clocks[1].notAfter", equalTo("2098-05-08T09:30:00Z"));
    }

    @Test
    void neither_waiting_nor_a_lower_severity_moves_the_day_an_authority_has_set() {
        var deadline = Instant.now().plus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);
        var matter = caseOf(registeredWith(deadline));
        step(liaison("DIST"), matter, "start", Map.of()).then().statusCode(200);

        step(liaison("DIST"), matter, "waiting", Map.of("reason", "等园区答复"))
                .then()
                .statusCode(200)
                .body("clocks[1].state", equalTo("PAUSED"))
                .body("clocks[1].dueAt", equalTo(deadline.toString()));
        step(liaison("DIST"), matter, "resumption", Map.of())
                .then()
                .statusCode(200)
                .body("clocks[1].dueAt", equalTo(deadline.toString()));
        step(office(), matter, "clock-recomputation", Map.of("reason", "新规则"))
                .then()
                .statusCode(200)
                .body("clocks[1].dueAt", equalTo(deadline.toString()));
    }

    @Test
    void a_case_that_goes_on_for_the_one_of_a_comment_takes_over_its_day() {
        var urgent = new HashMap<>(complaint());
        urgent.put("severity", "CRITICAL");
        urgent.put("receivedAt", "2026-04-17T10:00:00+08:00");
        String survivor = as(office())
                .body(urgent)
                .post(CASES)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        step(office(), survivor, "assignment", Map.of("department", "DIST"))
                .then()
                .statusCode(200);
        var said = criticism();
        said.put("receivedAt", Instant.now().minusSeconds(60).toString());
        String id = register(said).then().statusCode(201).extract().path("id");

        step(office(), caseOf(id), "merge", Map.of("into", survivor, "reason", "同一变压器"))
                .then()
                .statusCode(200);

        as(office()).get(CASES + "/" + survivor).then().body("clocks[1].notAfter", equalTo("2098-05-08T09:30:00Z"));
        as(office())
                .get(COMMENTS + "/" + id)
                .then()
                .body("followedBy.id", equalTo(survivor))
                .body("followedBy.unsettled", equalTo(true));
    }

    @Test
    void a_reply_waits_for_the_case_or_says_what_is_still_to_come() {
        var id = registered();
        tasksDone(id);

        act(office(), id, "reply", Map.of())
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:huisheng:problem:comment-case-open"));
        act(office(), id, "reply", Map.of("pending", "配变增容年底前完成"))
                .then()
                .statusCode(200)
                .body("status", equalTo("ANSWERED"))
                .body("replyPending", equalTo("配变增容年底前完成"));
        act(office(), id, "acknowledgement", Map.of())
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:huisheng:problem:comment-case-open"));
        settled(id);
        act(office(), id, "acknowledgement", Map.of()).then().statusCode(200).body("status", equalTo("CLOSED"));
    }

    @Test
    void nothing_is_still_to_come_of_what_is_done() {
        var id = registered();
        tasksDone(id);
        settled(id);

        act(office(), id, "reply", Map.of("pending", "x"))
                .then()
                .statusCode(422)
                .body("violations[0].path", equalTo("/pending"));
        act(office(), id, "reply", Map.of()).then().statusCode(200).body("replyPending", nullValue());
    }

    @Test
    void a_comment_is_not_closed_while_its_case_was_taken_up_again() {
        var id = registered();
        tasksDone(id);
        settled(id);
        act(office(), id, "reply", Map.of()).then().statusCode(200);
        step(office(), caseOf(id), "dispute", Map.of("reason", "园区仍有停电")).then().statusCode(200);

        act(office(), id, "acknowledgement", Map.of()).then().statusCode(409);
        as(office())
                .get(COMMENTS + "/" + id)
                .then()
                .body("followedBy.status", equalTo("DISPUTED"))
                .body("followedBy.unsettled", equalTo(true));
    }

    @Test
    void a_comment_shows_what_became_of_its_case_and_its_words_to_who_may_read_the_case() {
        var id = registered();
        as(office())
                .get(COMMENTS + "/" + id)
                .then()
                .body("followedBy.status", equalTo("ASSIGNED"))
                .body("followedBy.dueAt", notNullValue())
                .body("followedBy.outcome", nullValue());
        settled(id);

        for (var reader : List.of(office(), liaison("DIST"))) {
            as(reader)
                    .get(COMMENTS + "/" + id)
                    .then()
                    .body("followedBy.status", equalTo("RESOLVED"))
                    .body("followedBy.unsettled", equalTo(false))
                    .body("followedBy.readable", equalTo(true))
                    .body("followedBy.outcome", equalTo("更换接头"));
        }
        as(liaison("MKT"))
                .get(COMMENTS + "/" + id)
                .then()
                .statusCode(200)
                .body("followedBy.status", equalTo("RESOLVED"))
                .body("followedBy.readable", equalTo(false))
                .body("followedBy.outcome", nullValue());
    }

    private static String registeredWith(Instant deadline) {
        var said = criticism();
        said.put("receivedAt", Instant.now().minusSeconds(1).toString());
        said.put("deadline", deadline.toString());
        return register(said).then().statusCode(201).extract().path("id");
    }

    private static void tasksDone(String id) {
        for (var department : List.of("DIST", "MKT")) {
            act(liaison(department), id, "tasks/" + department + "/completion", Map.of("result", "已办理"))
                    .then()
                    .statusCode(200);
        }
    }
}
