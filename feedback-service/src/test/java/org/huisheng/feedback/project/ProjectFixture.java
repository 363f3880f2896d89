package org.huisheng.feedback.project;

import static io.restassured.RestAssured.given;
import static org.huisheng.feedback.AttachmentContract.picture;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huisheng.kit.testing.TestTokens;

/** Projects as requests, for the tests of all that builds on them. */
public final class ProjectFixture {

    public static final String PROJECTS = "/api/feedback/v1/root-projects";

    private ProjectFixture() {}

    static RequestSpecification as(String bearer) {
        return given().header("Authorization", bearer).contentType(ContentType.JSON);
    }

    static String office() {
        return TestTokens.bearer("office", null, "OFFICE");
    }

    static String liaison(String department) {
        return TestTokens.bearer("liaison-" + department, department, "LIAISON");
    }

    static String leader() {
        return TestTokens.bearer("boss", null, "LEADER");
    }

    /** Lights in dark corridors: two groups, one indicator. */
    static Map<String, Object> form() {
        var form = new HashMap<String, Object>();
        form.put("id", UUID.randomUUID().toString());
        form.put("name", "让黑楼道持续亮起来");
        form.put("department", "DIST");
        form.put("problem", "楼道灯长久失修");
        form.put("goal", "形成多方共治的长效机制");
        form.put("year", 2026);
        form.put("beginsOn", "2026-01-01");
        form.put("endsOn", "2026-12-31");
        form.put("budget", 3000.50);
        form.put("stakeholders", List.of(party("社区（街道）", 2000, 1000.25), party("供电企业", 2000.25, 2000.25)));
        form.put("milestones", List.of(Map.of("title", "完成排查", "dueOn", "2026-03-31")));
        form.put("indicators", List.of(Map.of("name", "楼道摔伤", "unit", "起", "direction", "DOWN", "valueBefore", 3)));
        return form;
    }

    static Map<String, Object> party(String name, Number affordable, Number share) {
        var party = new HashMap<String, Object>();
        party.put("name", name);
        party.put("willingness", "HIGH");
        party.put("resources", "协调能力");
        party.put("affordableCost", affordable);
        party.put("share", share);
        party.put("role", "排查与协调");
        party.put("actions", List.of(Map.of("title", "排查黑楼道", "dueOn", "2026-06-30")));
        return party;
    }

    static Map<String, Object> with(String field, Object value) {
        var form = form();
        form.put(field, value);
        return form;
    }

    static String initiated(Map<String, Object> form) {
        return as(liaison("DIST"))
                .body(form)
                .post(PROJECTS)
                .then()
                .statusCode(201)
                .extract()
                .path("project.id");
    }

    static Response take(String bearer, String id, String step, Map<String, ?> body) {
        return as(bearer).body(body).post(PROJECTS + "/" + id + "/" + step);
    }

    static Response put(String bearer, String id, String part, Map<String, ?> body) {
        return as(bearer).body(body).put(PROJECTS + "/" + id + "/" + part);
    }

    static Response prove(String bearer, String id) {
        return given().header("Authorization", bearer)
                .multiPart("file", "亮灯.png", picture(600), "image/png")
                .post(PROJECTS + "/" + id + "/attachments");
    }

    static String running() {
        var id = initiated(form());
        take(leader(), id, "approval", Map.of()).then().statusCode(200);
        return id;
    }

    public static String evaluated() {
        var id = running();
        put(liaison("DIST"), id, "indicators/1", Map.of("valueAfter", 0)).then().statusCode(200);
        put(
                        liaison("DIST"),
                        id,
                        "actions/1",
                        Map.of("doneOn", LocalDate.of(2026, 2, 1).toString()))
                .then()
                .statusCode(200);
        take(liaison("DIST"), id, "evaluation", Map.of("conclusion", "未再发生摔伤"))
                .then()
                .statusCode(200);
        return id;
    }
}
