package org.huisheng.feedback.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.cloudevents.CloudEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.huisheng.feedback.EventsOf;
import org.huisheng.feedback.HttpTest;
import org.huisheng.feedback.calendar.BusinessCalendar;
import org.huisheng.kit.testing.TestTokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ImprovementPlanTest extends HttpTest {

    private static final String PLANS = "/api/feedback/v1/plans";
    private static final String TASKS = "/api/feedback/v1/plan-tasks";

    /** Far from now, so that the service's own clock fires nothing of it. */
    private static final LocalDate FAR = LocalDate.of(2098, 5, 8);

    @Inject
    WatchTasks watchTasks;

    private static String plan() {
        return made(as(office()).body(Map.of("year", 2026, "title", "社会责任提升计划")).post(PLANS));
    }

    private static String problem(String plan) {
        return made(as(office())
                .body(Map.of("dimension", "AWARENESS", "title", "责任理念停留在上层"))
                .post(PLANS + "/" + plan + "/problems"));
    }

    private static String action(String plan, String problem) {
        return made(
                as(office()).body(Map.of("problem", problem, "title", "开展巡讲")).post(PLANS + "/" + plan + "/actions"));
    }

    private static Map<String, Object> task(String action, LocalDate due) {
        var task = new HashMap<String, Object>();
        task.put("id", UUID.randomUUID().toString());
        task.put("action", action);
        task.put("title", "每两个月组织一次宣讲");
        task.put("department", "DIST");
        task.put("dueOn", due.toString());
        return task;
    }

    private static String given(String action, LocalDate due) {
        return made(as(office()).body(task(action, due)).post(TASKS));
    }

    private static String made(Response answer) {
        answer.then().statusCode(201);
        return answer.path("id");
    }

    private static Response took(String bearer, String task, String step, Map<String, ?> body) {
        return as(bearer).body(body).post(TASKS + "/" + task + "/" + step);
    }

    private static void handIn(String task) {
        took(liaison("DIST"), task, "evidence", Map.of("title", "签到表", "reference", "责任〔2026〕12号"))
                .then()
                .statusCode(200);
        took(liaison("DIST"), task, "submission", Map.of("result", "已宣讲三场"))
                .then()
                .statusCode(200);
    }

    private List<CloudEvent> told(String task) {
        return EventsOf.key(kafka, task, 1);
    }

    @Test
    void a_plan_is_written_down_worked_off_and_closed() {
        var plan = plan();
        var large = problem(plan);
        var part = made(as(office())
                .body(Map.of(
                        "parent",
                        large,
                        "dimension",
                        "AWARENESS",
                        "title",
                        "班组知晓率低",
                        "figures",
                        List.of(Map.of("department", "DIST", "indicator", "AWARENESS_EMPLOYEE", "period", "2026-Q1"))))
                .post(PLANS + "/" + plan + "/problems"));
        var action = made(as(office())
                .body(Map.of(
                        "problem",
                        part,
                        "title",
                        "开展巡讲",
                        "figure",
                        Map.of("department", "DIST", "indicator", "AWARENESS_EMPLOYEE", "period", "2026-Q1")))
                .post(PLANS + "/" + plan + "/actions"));
        var task = given(action, FAR);

        as(office())
                .body(Map.of("conclusion", "x"))
                .post(PLANS + "/" + plan + "/actions/" + action + "/closing")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:huisheng:problem:plan-action-tasks-open"));
        as(office()).post(PLANS + "/" + plan + "/closing").then().statusCode(409);
        handIn(task);
        took(office(), task, "acceptance", Map.of("words", "好"))
                .then()
                .statusCode(200)
                .body("onTime", equalTo(true));
        as(office())
                .body(Map.of("conclusion", "知晓率明显提升"))
                .post(PLANS + "/" + plan + "/actions/" + action + "/closing")
                .then()
                .statusCode(200)
                .body("status", equalTo("CLOSED"))
                .body("tasks.CLOSED", equalTo(1));
        as(office()).post(PLANS + "/" + plan + "/closing").then().statusCode(200);

        as(liaison("MKT"))
                .get(PLANS + "/" + plan)
                .then()
                .body("plan.status", equalTo("CLOSED"))
                .body("problems.number", contains(1, 2))
                .body("problems[1].parent", equalTo(large))
                .body("problems[1].figures.indicator", contains("AWARENESS_EMPLOYEE"))
                .body("actions[0].figure.period", equalTo("2026-Q1"));
        as(office())
                .body(Map.of("dimension", "AWARENESS", "title", "太晚"))
                .post(PLANS + "/" + plan + "/problems")
                .then()
                .statusCode(409);
        assertThat(told(task)).singleElement().satisfies(event -> {
            assertThat(event.getType()).isEqualTo("feedback.plan-task-settled.v1");
            var data = JsonPath.from(EventsOf.data(event));
            assertThat(data.getBoolean("onTime")).isTrue();
            assertThat(data.getString("dueOn")).isEqualTo(FAR.toString());
        });
        as(office())
                .get(TASKS + "/" + task + "/history")
                .then()
                .body("items.step", contains("ACCEPTED", "SUBMITTED", "EVIDENCE_ADDED", "GIVEN"));
    }

    @Test
    void a_task_is_done_only_with_evidence_and_accepted_by_somebody_of_another_department() {
        var plan = plan();
        var task = given(action(plan, problem(plan)), FAR);

        took(liaison("DIST"), task, "submission", Map.of("result", "好了"))
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:huisheng:problem:plan-task-without-evidence"));
        took(liaison("MKT"), task, "evidence", Map.of("title", "x", "reference", "y"))
                .then()
                .statusCode(403);
        handIn(task);
        took(TestTokens.bearer("clerk", "DIST", "OFFICE"), task, "acceptance", Map.of())
                .then()
                .statusCode(403)
                .body("type", equalTo("urn:huisheng:problem:own-plan-task"));
        took(office(), task, "return", Map.of("reason", "缺照片"))
                .then()
                .statusCode(200)
                .body("status", equalTo("OPEN"));
        took(office(), task, "acceptance", Map.of()).then().statusCode(409);
        as(office())
                .get(TASKS + "/" + task)
                .then()
                .body("task.onTime", nullValue())
                .body("proofs.reference", contains("责任〔2026〕12号"));
    }

    @Test
    void a_task_whose_day_is_over_is_late_once_and_stays_so() {
        var plan = plan();
        var task = given(action(plan, problem(plan)), FAR);
        var over = FAR.plusDays(1).atStartOfDay(BusinessCalendar.ZONE).toInstant();

        turn(over.minusSeconds(1));
        as(office()).get(TASKS + "/" + task).then().body("task.onTime", nullValue());
        turn(over);
        turn(over.plusSeconds(864_000));
        as(office()).get(TASKS + "/" + task).then().body("task.onTime", equalTo(false));

        handIn(task);
        took(office(), task, "acceptance", Map.of()).then().statusCode(200).body("onTime", equalTo(false));
        assertThat(EventsOf.key(kafka, task, 1))
                .singleElement()
                .satisfies(
                        event -> assertThat(JsonPath.from(EventsOf.data(event)).getBoolean("onTime"))
                                .isFalse());
        as(office())
                .get(TASKS + "/" + task + "/history")
                .then()
                .body("items.findAll { it.step == 'REMINDED' }.words", hasSize(4));
    }

    @Test
    void what_was_handed_in_by_its_day_and_accepted_later_is_in_time() {
        var plan = plan();
        var task = given(action(plan, problem(plan)), FAR);
        handIn(task);

        turn(FAR.plusDays(30).atStartOfDay(BusinessCalendar.ZONE).toInstant());

        as(office()).get(TASKS + "/" + task).then().body("task.onTime", nullValue());
        took(office(), task, "acceptance", Map.of()).then().statusCode(200).body("onTime", equalTo(true));
    }

    private void turn(Instant now) {
        while (watchTasks.turn(now) > 0) {
            // All that is due, of other tests as well.
        }
    }

    @Test
    void more_time_is_given_with_a_reason_as_long_as_there_is_some() {
        var plan = plan();
        var task = given(action(plan, problem(plan)), FAR);

        as(office())
                .body(Map.of("dueOn", "2098-06-30", "reason", "设备到货推迟"))
                .put(TASKS + "/" + task + "/due-date")
                .then()
                .statusCode(200)
                .body("dueOn", equalTo("2098-06-30"));
        turn(FAR.plusDays(1).atStartOfDay(BusinessCalendar.ZONE).toInstant());
        as(office()).get(TASKS + "/" + task).then().body("task.onTime", nullValue());
        as(office())
                .body(Map.of("dueOn", "2020-01-01", "reason", "x"))
                .put(TASKS + "/" + task + "/due-date")
                .then()
                .statusCode(422)
                .body("violations.code", contains("in-the-past"));
        as(office())
                .body(Map.of("dueOn", "2098-07-30"))
                .put(TASKS + "/" + task + "/due-date")
                .then()
                .statusCode(422);
    }

    @Test
    void milestones_are_reached_by_the_department_and_supervision_is_on_record() {
        var plan = plan();
        var wanted = task(action(plan, problem(plan)), FAR);
        wanted.put("milestones", List.of(Map.of("title", "方案", "dueOn", "2098-03-01")));
        var task = made(as(office()).body(wanted).post(TASKS));
        var today = LocalDate.now(BusinessCalendar.ZONE).toString();

        as(liaison("DIST"))
                .body(Map.of("reachedOn", today))
                .put(TASKS + "/" + task + "/milestones/1")
                .then()
                .statusCode(200);
        as(liaison("DIST"))
                .body(Map.of("reachedOn", today))
                .put(TASKS + "/" + task + "/milestones/2")
                .then()
                .statusCode(404);
        took(TestTokens.bearer("leader", null, "LEADER"), task, "supervisions", Map.of("words", "请抓紧"))
                .then()
                .statusCode(200);
        as(liaison("DIST")).get(TASKS + "/" + task).then().body("milestones.reachedOn", contains(today));
        as(liaison("DIST")).get(TASKS + "/" + task + "/history?limit=1").then().body("items.words", contains("请抓紧"));
        as(liaison("MKT")).get(TASKS + "/" + task).then().statusCode(403);
    }

    @Test
    void a_liaison_lists_the_tasks_of_their_department() {
        var plan = plan();
        var action = action(plan, problem(plan));
        var mine = given(action, FAR);
        var other = task(action, FAR);
        other.put("department", "MKT");
        var theirs = made(as(office()).body(other).post(TASKS));

        as(office()).get(TASKS + "?plan=" + plan).then().body("items.id", hasItems(mine, theirs));
        as(liaison("DIST"))
                .get(TASKS + "?plan=" + plan)
                .then()
                .body("items.id", hasItem(mine))
                .body("items.department", everyItem(equalTo("DIST")));
        as(liaison("DIST")).get(TASKS + "?department=MKT").then().statusCode(403);
        as(office()).get(TASKS + "?plan=" + plan + "&overdue=true").then().body("items.id", not(hasItem(mine)));
        as(office()).get(TASKS + "?plan=" + plan + "&status=CLOSED").then().body("items", hasSize(0));
    }

    @Test
    void problems_have_two_storeys_and_known_figures_and_cases() {
        var plan = plan();
        var large = problem(plan);
        var path = PLANS + "/" + plan + "/problems";
        var part = made(as(office())
                .body(Map.of("parent", large, "dimension", "AWARENESS", "title", "一"))
                .post(path));

        as(office())
                .body(Map.of("parent", part, "dimension", "AWARENESS", "title", "二"))
                .post(path)
                .then()
                .statusCode(422)
                .body("violations.code", contains("problem-too-deep"));
        as(office())
                .body(Map.of("parent", part, "dimension", "AWARENESS", "title", "大"))
                .put(path + "/" + large)
                .then()
                .statusCode(422);
        as(office())
                .body(Map.of("parent", UUID.randomUUID(), "dimension", "AWARENESS", "title", "三"))
                .post(path)
                .then()
                .statusCode(422)
                .body("violations.code", contains("unknown-problem"));
        as(office())
                .body(Map.of(
                        "dimension",
                        "AWARENESS",
                        "title",
                        "四",
                        "figures",
                        List.of(Map.of("department", "DIST", "indicator", "1", "period", "2026-13"))))
                .post(path)
                .then()
                .statusCode(422)
                .body("violations.path", contains("/figures/0/period", "/figures/0/indicator"));
        as(office())
                .put(path + "/" + part + "/cases/" + UUID.randomUUID())
                .then()
                .statusCode(404);
    }

    @Test
    void a_case_is_linked_to_the_problem_it_shows_and_taken_off_again() {
        var plan = plan();
        var path = PLANS + "/" + plan + "/problems/" + problem(plan) + "/cases/" + opened();

        as(office()).put(path).then().statusCode(200).body("cases", hasSize(1));
        as(office()).put(path).then().statusCode(200).body("cases", hasSize(1));
        as(office()).delete(path).then().statusCode(200).body("cases", hasSize(0));
    }

    @Test
    void what_keeps_coming_back_is_suggested_until_it_is_taken_up() {
        var plan = plan();
        var problem = problem(plan);
        var cases = List.of(resolved("DIST"), resolved("DIST"), resolved("DIST"));
        var path = PLANS + "/" + plan + "/suggestions";

        as(office())
                .get(path)
                .then()
                .statusCode(200)
                .body("items.department", hasItem("DIST"))
                .body("items.findAll { it.cases < 3 }", hasSize(0))
                .body("items.latest.flatten()", hasItems(cases.toArray()));
        cases.forEach(id -> as(office()).put(PLANS + "/" + plan + "/problems/" + problem + "/cases/" + id));
        List<String> left =
                as(office()).get(path).then().statusCode(200).extract().path("items.latest.flatten()");
        assertThat(left).doesNotContainAnyElementsOf(cases);
        as(liaison("DIST")).get(path).then().statusCode(403);
        as(office()).get(path + "?months=13").then().statusCode(400);
    }

    @Test
    void the_same_again_is_a_retry_and_other_content_a_conflict() {
        var plan = plan();
        var wanted = task(action(plan, problem(plan)), FAR);
        as(office()).body(wanted).post(TASKS).then().statusCode(201);
        as(office()).body(wanted).post(TASKS).then().statusCode(200);
        wanted.put("title", "别的");
        as(office())
                .body(wanted)
                .post(TASKS)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:huisheng:problem:plan-part-differs"));
    }

    @Test
    void of_twenty_who_accept_at_once_one_does_and_twenty_problems_get_twenty_numbers() throws Exception {
        var plan = plan();
        var path = PLANS + "/" + plan + "/problems";
        var task = given(action(plan, problem(plan)), FAR);
        handIn(task);

        var accepted = together(() -> took(office(), task, "acceptance", Map.of()));
        assertThat(accepted).filteredOn(answer -> answer.statusCode() == 200).hasSize(1);
        assertThat(accepted).extracting(Response::statusCode).isSubsetOf(200, 409);
        assertThat(EventsOf.key(kafka, task, 1)).hasSize(1);
        var found = together(
                () -> as(office()).body(Map.of("dimension", "X", "title", "x")).post(path));
        assertThat(found).extracting(Response::statusCode).containsOnly(201);
        assertThat(found)
                .extracting(answer -> answer.<Integer>path("number"))
                .doesNotHaveDuplicates()
                .hasSize(20);
    }

    private static List<Response> together(Callable<Response> call) throws Exception {
        try (var threads = Executors.newFixedThreadPool(20)) {
            return threads.invokeAll(Collections.nCopies(20, call)).stream()
                    .map(Future::resultNow)
                    .toList();
        }
    }

    @Test
    void everything_wrong_with_a_task_is_named() {
        as(office())
                .body(Map.of("dueOn", "1999-01-01", "milestones", List.of(Map.of("title", "", "dueOn", "2020-01-01"))))
                .post(TASKS)
                .then()
                .statusCode(422)
                .body("violations.path", hasItems("/dueOn", "/action", "/title", "/department", "/milestones/0/dueOn"));
    }
}
