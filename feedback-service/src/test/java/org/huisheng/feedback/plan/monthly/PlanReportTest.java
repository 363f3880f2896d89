package org.huisheng.feedback.plan.monthly;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huisheng.feedback.HttpTest;
import org.huisheng.feedback.calendar.BusinessCalendar;
import org.huisheng.kit.testing.TestTokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PlanReportTest extends HttpTest {

    private static final String PLANS = "/api/feedback/v1/plans";
    private static final String TASKS = "/api/feedback/v1/plan-tasks";
    private static final String REPORTS = "/api/feedback/v1/plan-reports";

    @Inject
    WatchPlanReports watch;

    private static String leader() {
        return TestTokens.bearer("boss", null, "LEADER");
    }

    private static YearMonth thisMonth() {
        return YearMonth.now(BusinessCalendar.ZONE);
    }

    private static String plan() {
        return made(as(office()).body(Map.of("year", 2026, "title", "社会责任提升计划")).post(PLANS));
    }

    private static String action(String plan) {
        var problem = made(as(office())
                .body(Map.of("dimension", "AWARENESS", "title", "责任理念停留在上层"))
                .post(PLANS + "/" + plan + "/problems"));
        return made(
                as(office()).body(Map.of("problem", problem, "title", "开展巡讲")).post(PLANS + "/" + plan + "/actions"));
    }

    private static String task(String action, String title, LocalDate due) {
        var task = new HashMap<String, Object>();
        task.put("action", action);
        task.put("title", title);
        task.put("department", "DIST");
        task.put("dueOn", due.toString());
        return made(as(office()).body(task).post(TASKS));
    }

    private static String made(Response answer) {
        answer.then().statusCode(201);
        return answer.path("id");
    }

    private static String begun(String plan, YearMonth month) {
        return as(office())
                .body(Map.of("month", month.toString()))
                .post(PLANS + "/" + plan + "/reports")
                .then()
                .statusCode(201)
                .body("report.status", equalTo("DRAFT"))
                .extract()
                .path("report.id");
    }

    private static Response take(String bearer, String id, String step) {
        return as(bearer).post(REPORTS + "/" + id + "/" + step);
    }

    @Test
    void what_waits_for_another_is_listed_whichever_plan_it_is_of() {
        var plan = plan();
        var another = plan();
        var month = thisMonth().minusMonths(1);
        var first = begun(plan, month);
        var second = begun(another, month);

        assertThat(drafts()).contains(first, second);

        take(leader(), first, "approval").then().statusCode(200);
        as(office())
                .header("If-Match", "*")
                .post(PLANS + "/" + another + "/closing")
                .then()
                .statusCode(200);

        assertThat(drafts()).doesNotContain(first, second);
        as(leader()).get(REPORTS + "?status=nonsense").then().statusCode(400);
    }

    /** Page by page. */
    private static List<String> drafts() {
        var found = new ArrayList<String>();
        String cursor = null;
        do {
            var page =
                    as(leader()).get(REPORTS + "?status=DRAFT&limit=1" + (cursor == null ? "" : "&cursor=" + cursor));
            page.then().statusCode(200).body("items.authors", everyItem(not(empty())));
            found.addAll(page.<List<String>>path("items.id"));
            cursor = page.path("next");
        } while (cursor != null);
        assertThat(found).doesNotHaveDuplicates();
        return found;
    }

    @Test
    void a_month_is_drafted_from_the_plan_approved_by_another_and_sent() throws IOException {
        var plan = plan();
        var month = thisMonth().minusMonths(1);
        var id = begun(plan, month);
        as(office())
                .body(Map.of(
                        "remarks",
                        "总体进展顺利",
                        "helpWanted",
                        "请协调培训师资",
                        "figures",
                        List.of(Map.of(
                                "department",
                                "DIST",
                                "indicator",
                                "AWARENESS_EMPLOYEE",
                                "periodBefore",
                                "2026-Q1",
                                "valueBefore",
                                71.5,
                                "periodNow",
                                "2026-Q3"))))
                .put(REPORTS + "/" + id)
                .then()
                .statusCode(200)
                .body("figures[0].valueNow", nullValue());

        take(office(), id, "approval")
                .then()
                .statusCode(403)
                .body("type", equalTo("urn:huisheng:problem:own-plan-report"));
        take(leader(), id, "approval").then().statusCode(200).body("report.status", equalTo("APPROVED"));
        as(office()).body(Map.of("remarks", "x")).put(REPORTS + "/" + id).then().statusCode(409);
        var pdf = as(office()).get(REPORTS + "/" + id + "/report.pdf").asByteArray();
        var docx = as(office()).get(REPORTS + "/" + id + "/report.docx").asByteArray();
        task(action(plan), "批准之后的任务", LocalDate.now(BusinessCalendar.ZONE));
        as(office())
                .body(Map.of("how", "OA〔2026〕第9号"))
                .post(REPORTS + "/" + id + "/sending")
                .then()
                .statusCode(200)
                .body("report.status", equalTo("SENT"))
                .body("report.sentAt", notNullValue());

        assertThat(as(leader()).get(REPORTS + "/" + id + "/report.pdf").asByteArray())
                .isEqualTo(pdf);
        assertThat(as(leader()).get(REPORTS + "/" + id + "/report.docx").asByteArray())
                .isEqualTo(docx);
        Files.write(Path.of("target/plan-report.pdf"), pdf); // for a human to look at
        as(leader())
                .get(REPORTS + "/" + id + "/preview")
                .then()
                .body("sha256", notNullValue())
                .body("pieces.text", hasItems("总体进展顺利", "请协调培训师资", "九、需要上级协调的事项"));
        take(leader(), id, "return").then().statusCode(409);
        as(liaison("DIST")).get(REPORTS + "/" + id).then().statusCode(403);
    }

    @Test
    void a_draft_says_where_the_plan_stands_at_the_end_of_the_month() {
        var plan = plan();
        var action = action(plan);
        var today = LocalDate.now(BusinessCalendar.ZONE);
        var done = task(action, "已做完的任务", today);
        task(action, "下月到期的任务", today.plusMonths(1).withDayOfMonth(1));
        task(action, "期限在今天的任务", today);
        as(office())
                .body(Map.of("words", "请抓紧落实"))
                .post(TASKS + "/" + done + "/supervisions")
                .then()
                .statusCode(200);
        as(liaison("DIST"))
                .body(Map.of("title", "签到表", "reference", "责任〔2026〕12号"))
                .post(TASKS + "/" + done + "/evidence")
                .then()
                .statusCode(200);
        as(liaison("DIST"))
                .body(Map.of("result", "已宣讲"))
                .post(TASKS + "/" + done + "/submission")
                .then()
                .statusCode(200);
        as(office())
                .body(Map.of())
                .post(TASKS + "/" + done + "/acceptance")
                .then()
                .statusCode(200);

        var id = begun(plan, thisMonth());

        var preview = as(leader()).get(REPORTS + "/" + id + "/preview");
        preview.then()
                .statusCode(200)
                .body("pieces.text", hasItem(containsString("计划共有措施1项、任务3项，累计完成1项。本月完成1项，逾期未完成1项，下月到期1项；本月人工督办1次")));
        var rows = preview.jsonPath().getList("pieces.rows.flatten()", String.class);
        assertThat(rows).contains("已做完的任务", "下月到期的任务", "期限在今天的任务", "请抓紧落实", "配电运检室", "开展巡讲");
        take(leader(), id, "approval")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:huisheng:problem:plan-report-too-early"));
    }

    @Test
    void a_month_of_a_plan_is_reported_once() {
        var plan = plan();
        var wanted = Map.of("id", UUID.randomUUID().toString(), "month", "2026-03");
        as(office()).body(wanted).post(PLANS + "/" + plan + "/reports").then().statusCode(201);
        as(office()).body(wanted).post(PLANS + "/" + plan + "/reports").then().statusCode(200);

        as(office())
                .body(Map.of("month", "2026-03"))
                .post(PLANS + "/" + plan + "/reports")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:huisheng:problem:plan-report-exists"));
        as(office())
                .body(Map.of("month", thisMonth().plusMonths(1).toString()))
                .post(PLANS + "/" + plan + "/reports")
                .then()
                .statusCode(422)
                .body("violations.code", contains("in-the-future"));
        as(office())
                .body(Map.of("month", "März"))
                .post(PLANS + "/" + plan + "/reports")
                .then()
                .statusCode(422);
        begun(plan, YearMonth.of(2026, 4));
        as(leader())
                .get(PLANS + "/" + plan + "/reports?limit=1")
                .then()
                .body("items.month", contains("2026-04"))
                .body("next", notNullValue());
    }

    @Test
    void the_office_is_reminded_of_a_month_once() {
        var plan = plan();
        var later = thisMonth().plusMonths(1);
        var early = later.atDay(5).atTime(9, 0).atZone(BusinessCalendar.ZONE).toInstant();
        var due = later.atDay(6).atTime(9, 0).atZone(BusinessCalendar.ZONE).toInstant();

        assertThat(watch.turn(early)).isZero();
        all(due);

        assertThat(watch.turn(due)).isZero();
        assertThat(count("SELECT count(*) FROM plan_report_reminder WHERE plan = '" + plan + "'"))
                .isEqualTo(1);
    }

    private void all(Instant now) {
        while (watch.turn(now) > 0) {
            // All that is due, of other tests as well.
        }
    }

    @Test
    void a_file_is_evidence_too() {
        var task = task(action(plan()), "拍照留证", LocalDate.of(2098, 5, 8));
        as(liaison("MKT")).get(TASKS + "/" + task + "/attachments").then().statusCode(403);

        var first = proven(liaison("DIST"), task, "签到表");
        first.then().statusCode(201);
        proven(liaison("DIST"), task, "签到表").then().statusCode(200);
        proven(liaison("MKT"), task, "别的").then().statusCode(403);

        as(office()).get(TASKS + "/" + task).then().body("task.evidence", equalTo(1));
        as(liaison("DIST"))
                .body(Map.of("result", "已完成"))
                .post(TASKS + "/" + task + "/submission")
                .then()
                .statusCode(200);
        as(office()).get(TASKS + "/" + task + "/attachments").then().body("items.name", contains("proof.txt"));
        String file = first.path("id");
        assertThat(as(leader()).get(TASKS + "/" + task + "/attachments/" + file).asString())
                .isEqualTo("签到表");
        as(office())
                .body(Map.of())
                .post(TASKS + "/" + task + "/acceptance")
                .then()
                .statusCode(200);
        proven(liaison("DIST"), task, "太晚").then().statusCode(409);
    }

    private static Response proven(String bearer, String task, String content) {
        return given().header("Authorization", bearer)
                .multiPart("file", "proof.txt", content.getBytes(StandardCharsets.UTF_8), "text/plain")
                .post(TASKS + "/" + task + "/attachments");
    }
}
