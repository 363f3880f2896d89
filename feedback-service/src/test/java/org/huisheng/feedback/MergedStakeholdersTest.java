package org.huisheng.feedback;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.cloudevents.CloudEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MergedStakeholdersTest extends MergeHttpTest {

    @Test
    void whoever_brought_the_duplicate_is_asked_too_and_reads_nothing_meant_for_the_other() {
        var survivor = assigned("DIST");
        var duplicate = opened();
        merge(office(), duplicate, survivor).then().statusCode(200);
        step(liaison("DIST"), survivor, "start", Map.of("publicNote", "致甲客户"))
                .then()
                .statusCode(200);
        step(office(), survivor, "notes", Map.of("publicNote", "甲客户请留意")).then().statusCode(200);
        resolve("DIST", survivor).then().statusCode(200);

        assertThat(count("SELECT count(*) FROM notification WHERE attempt = 1 AND about = '" + survivor
                        + "' AND case_id IN ('" + survivor + "', '" + duplicate + "')"))
                .isEqualTo(2);
        var token = link(office(), duplicate);
        var seen = given().get(CONFIRMATIONS + "/" + token);
        seen.then()
                .body("state", equalTo("OPEN"))
                .body("actionTaken", equalTo("更换接头"))
                .body("steps.step", contains("OPENED", "STARTED", "RESOLVED"));
        assertThat(seen.asString()).doesNotContain("甲客户");
        as(office())
                .get(CASES + "/" + duplicate)
                .then()
                .body("timeline.step", hasItem("FOLLOWED"))
                .body("status", equalTo("MERGED"));
    }

    @Test
    void one_who_disagrees_reopens_the_case_for_all() {
        var survivor = assigned("DIST");
        var duplicate = opened();
        merge(office(), duplicate, survivor).then().statusCode(200);
        step(liaison("DIST"), survivor, "start", Map.of()).then().statusCode(200);
        resolve("DIST", survivor).then().statusCode(200);
        var theirs = link(office(), duplicate);
        var other = link(office(), survivor);

        answer(theirs, Map.of("outcome", "DISPUTED", "reason", "乙家仍然偏低"))
                .then()
                .statusCode(200)
                .body("state", equalTo("DISPUTED"));

        as(office())
                .get(CASES + "/" + survivor)
                .then()
                .body("status", equalTo("DISPUTED"))
                .body("timeline[-1].note", equalTo("乙家仍然偏低"));
        var seen = given().get(CONFIRMATIONS + "/" + other);
        seen.then().body("state", equalTo("DISPUTED"));
        assertThat(seen.asString()).doesNotContain("乙家");
    }

    @Test
    void each_confirms_for_themselves_and_who_disagrees_with_what_is_settled_has_a_case_of_their_own_again() {
        var survivor = assigned("DIST");
        var agreeing = opened();
        var disagreeing = assigned("DIST");
        merge(office(), agreeing, survivor).then().statusCode(200);
        merge(office(), disagreeing, survivor).then().statusCode(200);
        step(liaison("DIST"), survivor, "start", Map.of()).then().statusCode(200);
        resolve("DIST", survivor).then().statusCode(200);
        var yes = link(office(), agreeing);
        var no = link(office(), disagreeing);

        answer(link(office(), survivor), Map.of("outcome", "CONFIRMED", "rating", 5))
                .then()
                .statusCode(200);
        given().get(CONFIRMATIONS + "/" + yes).then().body("state", equalTo("OPEN"));
        for (var i = 0; i < 2; i++) {
            answer(yes, Map.of("outcome", "CONFIRMED", "rating", 4))
                    .then()
                    .statusCode(200)
                    .body("state", equalTo("CONFIRMED"));
            answer(no, Map.of("outcome", "DISPUTED", "reason", "没好"))
                    .then()
                    .statusCode(200)
                    .body("state", equalTo("DISPUTED"));
        }

        as(office())
                .get(CASES + "/" + agreeing)
                .then()
                .body("status", equalTo("MERGED"))
                .body("rating", nullValue())
                .body("timeline[-1].step", equalTo("AGREED"))
                .body("timeline[-1].rating", equalTo(4));
        as(office())
                .get(CASES + "/" + disagreeing)
                .then()
                .body("status", equalTo("ASSIGNED"))
                .body("mergedInto", nullValue())
                .body("clocks.state", everyItem(equalTo("RUNNING")))
                .body("timeline[-1].publicNote", equalTo("没好"));
        as(office()).get(CASES + "/" + survivor).then().body("status", equalTo("CONFIRMED"));
        step(liaison("DIST"), disagreeing, "start", Map.of()).then().statusCode(200);
        resolve("DIST", disagreeing).then().statusCode(200);
    }

    @Test
    void what_is_taken_apart_goes_on_where_it_was_left_and_all_of_it_is_told() {
        var responseId = UUID.randomUUID();
        var survivor = assigned("DIST");
        var request = new HashMap<>(complaint());
        request.put("responseId", responseId);
        String duplicate = as(office()).body(request).post(CASES).path("id");
        step(office(), duplicate, "assignment", Map.of("department", "DIST"))
                .then()
                .statusCode(200);
        step(liaison("DIST"), duplicate, "start", Map.of()).then().statusCode(200);
        step(liaison("DIST"), duplicate, "waiting", Map.of("reason", "等用户"))
                .then()
                .statusCode(200);
        merge(office(), duplicate, survivor).then().statusCode(200);
        step(liaison("DIST"), survivor, "start", Map.of()).then().statusCode(200);
        step(office(), duplicate, "separation", Map.of("reason", "另一台变压器"))
                .then()
                .statusCode(200)
                .body("status", equalTo("IN_PROGRESS"))
                .body("clocks.state", contains("MET", "RUNNING"));
        refused(step(office(), duplicate, "separation", Map.of("reason", "x")), "not-merged");

        var events = EventsOf.key(kafka, duplicate, 6);

        assertThat(events)
                .extracting(CloudEvent::getType)
                .containsExactly(
                        "feedback.case-opened.v1",
                        "feedback.case-assigned.v1",
                        "feedback.case-started.v1",
                        "feedback.case-merged.v1",
                        "feedback.case-followed.v1",
                        "feedback.case-separated.v1");
        assertThat(EventsOf.data(events.get(3)))
                .contains("\"responded\":true", "\"stage\":\"RECEIVED\"", "\"into\":\"" + survivor + "\"");
        assertThat(EventsOf.data(events.get(4)))
                .contains("\"stage\":\"IN_PROGRESS\"", "\"responseId\":\"" + responseId + "\"");
        assertThat(EventsOf.data(events.get(5))).contains("\"responded\":true", "\"stage\":\"IN_PROGRESS\"");
    }

    private static void refused(Response response, String code) {
        response.then().statusCode(409).body("type", equalTo("urn:huisheng:problem:" + code));
    }
}
