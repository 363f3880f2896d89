package org.huisheng.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.huisheng.kit.testing.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class CaseTaskTest extends HttpTest {

    private static final String TASKS = "/api/feedback/v1/tasks";
    private static final Map<String, Object> TASK = Map.of("department", "MKT", "what", "核对电价档案");

    @Test
    void the_lead_resolves_once_every_contribution_is_in() {
        var id = started();
        var given = step(liaison("DIST"), id, "tasks", TASK);
        given.then().statusCode(201).body("status", equalTo("OPEN")).body("number", equalTo(1));
        assertThat(given.header("Location")).endsWith("/tasks/1");
        step(office(), id, "tasks", TASK).then().statusCode(201).body("number", equalTo(2));

        resolve("DIST", id).then().statusCode(409).body("type", equalTo("urn:huisheng:problem:tasks-open"));
        step(liaison("MKT"), id, "tasks/1/start", Map.of()).then().statusCode(200);
        step(liaison("MKT"), id, "tasks/1/completion", Map.of()).then().statusCode(422);
        step(liaison("MKT"), id, "tasks/1/completion", Map.of("result", "已更正"))
                .then()
                .statusCode(200)
                .body("status", equalTo("DONE"))
                .body("settledBy", equalTo("liaison-MKT"));
        step(liaison("MKT"), id, "tasks/1/return", Map.of("reason", "x")).then().statusCode(409);
        resolve("DIST", id).then().statusCode(409);
        step(liaison("MKT"), id, "tasks/2/return", Map.of("reason", "重复派发"))
                .then()
                .statusCode(200);

        resolve("DIST", id).then().statusCode(200).body("coLeads", contains("MKT"));
        as(office())
                .get(CASES + "/" + id)
                .then()
                .body(
                        "timeline.findAll { it.step.startsWith('TASK') }.step",
                        contains("TASK_GIVEN", "TASK_GIVEN", "TASK_STARTED", "TASK_COMPLETED", "TASK_RETURNED"))
                .body("timeline.findAll { it.step == 'TASK_COMPLETED' }.reference", contains("1"));
        step(office(), id, "tasks", TASK)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:huisheng:problem:no-work-going-on"));
    }

    @Test
    void who_contributes_reads_the_case_without_whose_it_is_and_only_their_own_task() {
        var id = started();
        step(liaison("DIST"), id, "notes", Map.of("note", "客户电话已换")).then().statusCode(200);
        as(liaison("MKT")).get(CASES + "/" + id).then().statusCode(403);
        step(liaison("DIST"), id, "tasks", TASK).then().statusCode(201);
        step(office(), id, "transfer", Map.of("department", "MKT", "reason", "x"))
                .then()
                .statusCode(200);
        step(office(), id, "tasks", Map.of("department", "DIST", "what", "给配电的任务"))
                .then()
                .statusCode(201);

        var other = started();
        step(liaison("DIST"), other, "tasks", TASK).then().statusCode(201);
        var seen = as(liaison("MKT")).get(CASES + "/" + other);
        seen.then().statusCode(200).body("stakeholder", nullValue()).body("description", nullValue());
        assertThat(seen.asString()).doesNotContain("某企业联系人", "000-12345", "每天下午");
        as(liaison("MKT")).get(CASES + "/" + other + "/tasks").then().body("items", hasSize(1));
        step(liaison("MKT"), other, "notes", Map.of("note", "x")).then().statusCode(403);
        step(liaison("MKT"), other, "start", Map.of()).then().statusCode(403);
        step(liaison("DIST"), other, "tasks/1/completion", Map.of("result", "x"))
                .then()
                .statusCode(403);
    }

    @Test
    void whoever_contributed_does_not_confirm_either() {
        var id = started();
        step(office(), id, "tasks", TASK).then().statusCode(201);
        step(office(), id, "tasks/1/return", Map.of("reason", "不再需要")).then().statusCode(200);
        resolve("DIST", id).then().statusCode(200);

        step(TestTokens.bearer("two-hats", "MKT", "OFFICE"), id, "confirmation", Map.of("rating", 5))
                .then()
                .statusCode(403)
                .body("type", equalTo("urn:huisheng:problem:own-department"));
    }

    @Test
    void a_department_lists_its_own_tasks_newest_first_and_no_others() {
        var id = started();
        step(office(), id, "tasks", TASK).then().statusCode(201);
        step(office(), id, "tasks", TASK).then().statusCode(201);

        var first = as(liaison("MKT")).get(TASKS + "?status=OPEN&limit=1");
        first.then().statusCode(200).body("items.number", contains(2)).body("items.caseId", contains(id));
        as(liaison("MKT"))
                .get(TASKS + "?limit=1&cursor=" + first.path("next"))
                .then()
                .body("items.number", contains(1));
        as(liaison("MKT")).get(TASKS).then().body("items.department", everyItem(equalTo("MKT")));
        as(liaison("MKT")).get(TASKS + "?department=DIST").then().statusCode(403);
        as(liaison("MKT")).get(TASKS + "?cursor=x").then().statusCode(400);
        as(office()).get(TASKS + "?department=MKT").then().body("items.caseId", hasItem(id));
    }

    @ParameterizedTest(name = "{0} of {1}: give {2}, start {3}, return {4}, list {5}")
    @CsvSource(
            nullValues = "-",
            value = {
                // Role, department, give, start, return, list
                "OFFICE,   -,    201, 403, 200, 200",
                "LIAISON,  DIST, 201, 403, 403, 200",
                "LIAISON,  MKT,  403, 200, 200, 200",
                "LIAISON,  DISP, 403, 403, 403, 403",
                "SURVEYOR, MKT,  403, 403, 403, 403",
                "LEADER,   -,    403, 403, 403, 403",
                "ADMIN,    -,    403, 403, 403, 403"
            })
    void each_role_gives_and_does_its_own_tasks_only(
            String role, String department, int give, int start, int giveBack, int list) {
        var id = started();
        step(office(), id, "tasks", TASK).then().statusCode(201);
        var bearer = TestTokens.bearer("somebody", department, role);

        step(bearer, id, "tasks", TASK).then().statusCode(give);
        step(bearer, id, "tasks/1/start", Map.of()).then().statusCode(start);
        step(bearer, id, "tasks/1/return", Map.of("reason", "x")).then().statusCode(giveBack);
        as(bearer).get(CASES + "/" + id + "/tasks").then().statusCode(list);
    }

    @Test
    void a_task_is_not_for_the_lead_itself_nor_for_a_department_that_is_no_more() {
        var id = started();

        step(office(), id, "tasks", Map.of("department", "DIST", "what", "x"))
                .then()
                .statusCode(409);
        step(office(), id, "tasks", Map.of("department", "OLD", "what", "x"))
                .then()
                .statusCode(422);
        step(office(), id, "tasks", Map.of("department", "MKT")).then().statusCode(422);
        step(liaison("MKT"), id, "tasks/9/start", Map.of()).then().statusCode(404);
    }

    private static String started() {
        var id = assigned("DIST");
        step(liaison("DIST"), id, "start", Map.of()).then().statusCode(200);
        return id;
    }
}
