package org.huisheng.survey.contact;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.huisheng.survey.SurveyFixture.asOffice;
import static org.huisheng.survey.SurveyFixture.office;
import static org.huisheng.survey.SurveyFixture.post;
import static org.huisheng.survey.SurveyFixture.publish;
import static org.huisheng.survey.SurveyFixture.publishVersion;
import static org.huisheng.survey.SurveyFixture.step;
import static org.huisheng.survey.SurveyFixture.submission;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.huisheng.events.FeedbackEvent.CaseAssigned;
import org.huisheng.events.FeedbackEvent.CaseClosed;
import org.huisheng.events.FeedbackEvent.CaseOpened;
import org.huisheng.events.FeedbackEvent.CaseStarted;
import org.huisheng.events.FeedbackEvent.CaseTransferred;
import org.huisheng.events.FeedbackEvent.Echo;
import org.huisheng.events.FeedbackEvent.Severity;
import org.huisheng.events.Side;
import org.huisheng.kit.testing.TestTokens;
import org.huisheng.survey.SurveyFixture;
import org.huisheng.survey.SurveyTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ContactTest extends SurveyTest {

    private static final Instant THEN = Instant.parse("2026-11-20T01:05:00Z");
    private static final Side SIDE = Side.CUSTOMER;

    @Test
    void whoever_has_the_case_sees_what_the_author_marked_and_nothing_else_and_the_look_is_on_record()
            throws Exception {
        var id = answered("false");
        var matter = UUID.randomUUID();
        opened(matter, id);
        publish(new CaseAssigned(matter, SIDE, "power", "MKT", null, THEN, THEN, new Echo(id, 2)));
        held(matter, "MKT");

        contact("MKT", matter)
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
                .body("contact.question", contains("name", "phone"))
                .body("contact[1].title", equalTo("您的电话"))
                .body("contact[1].answer", equalTo("13800000000"));
        assertThat(contact("MKT", matter).asString()).doesNotContain("why", "停电", id.toString());
        given().header("Authorization", office())
                .header("Accept-Language", "en")
                .get("/api/survey/v1/cases/" + matter + "/contact")
                .then()
                .statusCode(200)
                .body("contact[1].title", equalTo("Telephone"));

        views(matter)
                .then()
                .body("items", hasSize(3))
                .body("items.viewedBy", contains("office", "li-MKT", "li-MKT"))
                .body("items[2].department", equalTo("MKT"));
    }

    @Test
    void nobody_else_sees_it_and_of_a_refused_look_there_is_no_record() throws Exception {
        var id = answered("false");
        var matter = UUID.randomUUID();
        opened(matter, id);
        held(matter, null);
        contact("MKT", matter).then().statusCode(403);
        publish(new CaseTransferred(matter, SIDE, "power", "DIST", "MKT", "MKT", THEN, THEN, new Echo(id, 4)));
        publish(new CaseStarted(matter, SIDE, "power", "MKT", false, THEN, THEN, new Echo(id, 3)));
        held(matter, "DIST");
        contact("MKT", matter).then().statusCode(403);
        contact("DIST", matter).then().statusCode(200);

        publish(new CaseClosed(matter, SIDE, "power", "DIST", null, THEN, THEN, new Echo(id, 9)));
        held(matter, null);

        contact("DIST", matter).then().statusCode(403);
        given().header("Authorization", TestTokens.bearer("boss", null, "LEADER"))
                .get("/api/survey/v1/cases/" + matter + "/contact")
                .then()
                .statusCode(403);
        given().header("Authorization", TestTokens.bearer("li", "MKT", "LIAISON"))
                .get("/api/survey/v1/contact-views")
                .then()
                .statusCode(403);
        views(matter).then().body("items", hasSize(1));
    }

    @Test
    void of_anonymous_answers_and_those_taken_back_there_is_none_to_show() throws Exception {
        var anonymous = answered("true");
        var first = UUID.randomUUID();
        opened(first, anonymous);
        var named = answered("false");
        var second = UUID.randomUUID();
        opened(second, named);
        held(second, null);
        held(first, null);
        given().header("Authorization", office())
                .post("/api/survey/v1/responses/" + named + "/withdrawal")
                .then()
                .statusCode(204);

        for (var matter : new UUID[] {first, second, UUID.randomUUID()}) {
            given().header("Authorization", office())
                    .get("/api/survey/v1/cases/" + matter + "/contact")
                    .then()
                    .statusCode(404);
            views(matter).then().body("items", hasSize(0));
        }
    }

    private static void opened(UUID matter, UUID response) throws Exception {
        publish(new CaseOpened(matter, SIDE, "power", Severity.LOW, THEN, THEN, new Echo(response, 1)));
    }

    private void held(UUID matter, String department) {
        var holder = department == null ? "department IS NULL" : "department = '" + department + "'";
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(count(
                                "SELECT count(*) FROM case_holder WHERE case_id = '" + matter + "' AND " + holder))
                        .isEqualTo(1));
    }

    private static Response contact(String department, UUID matter) {
        return given().header("Authorization", TestTokens.bearer("li-" + department, department, "LIAISON"))
                .get("/api/survey/v1/cases/" + matter + "/contact");
    }

    private static Response views(UUID matter) {
        return given().header("Authorization", TestTokens.bearer("admin", null, "ADMIN"))
                .get("/api/survey/v1/contact-views?case=" + matter);
    }

    private static UUID answered(String anonymous) {
        String survey = asOffice()
                .body("""
                        {"title": "回访", "side": "CUSTOMER", "definition": {"elements": [
                          {"type": "comment", "name": "why"},
                          {"type": "panel", "name": "you", "elements": [
                            {"type": "text", "name": "name", "contact": true},
                            {"type": "text", "name": "phone", "inputType": "tel", "contact": true,
                             "title": {"zh-cn": "您的电话", "en": "Telephone"}}]},
                          {"type": "text", "name": "email", "contact": true}
                        ]}}
                        """)
                .post("/api/survey/v1/surveys")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        publishVersion(survey).then().statusCode(201);
        var now = Instant.now();
        String campaign = asOffice()
                .body(
                        "{\"surveyId\": \"%s\", \"version\": 1, \"name\": \"回访\", \"opensAt\": \"%s\", \"closesAt\": \"%s\", \"anonymous\": %s}"
                                .formatted(
                                        survey,
                                        now.minus(30, ChronoUnit.DAYS),
                                        now.plus(30, ChronoUnit.DAYS),
                                        anonymous))
                .post("/api/survey/v1/campaigns")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        step(campaign, "opening").then().statusCode(200);
        var id = UUID.randomUUID();
        post(submission(
                        id,
                        SurveyFixture.link(campaign),
                        "{\"why\": \"停电\", \"name\": \"某某\", \"phone\": \"13800000000\"}"))
                .then()
                .statusCode(201);
        return id;
    }
}
