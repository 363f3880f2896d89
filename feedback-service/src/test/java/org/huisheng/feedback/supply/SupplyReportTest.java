package org.huisheng.feedback.supply;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
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
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dhatim.fastexcel.Workbook;
import org.huisheng.feedback.CommentHttpTest;
import org.huisheng.feedback.EventsOf;
import org.huisheng.feedback.calendar.BusinessCalendar;
import org.huisheng.feedback.supply.SupplyReports.Missing;
import org.huisheng.kit.table.TableFile;
import org.huisheng.kit.testing.TestTokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SupplyReportTest extends CommentHttpTest {

    private static final String REPORTS = "/api/feedback/v1/supply-reports";
    private static final String FORM = "/api/feedback/v1/supply-template";
    private static final String REGISTER = "/api/feedback/v1/reports";

    /** Far from now, so that the service's own clock fires nothing of it. */
    private static final LocalDate FAR = LocalDate.of(2098, 5, 8);

    @Inject
    WatchSupplyReports watch;

    @Inject
    WatchQuarters quarters;

    private static String leader() {
        return TestTokens.bearer("boss", null, "LEADER");
    }

    /** To an authority of its own, so that no test is in another's way. */
    private static Map<String, Object> opening(String quarter) {
        var opening = new HashMap<String, Object>();
        opening.put("id", UUID.randomUUID().toString());
        opening.put("quarter", quarter);
        opening.put("sentTo", "区政府办公室" + UUID.randomUUID());
        opening.put("department", "MKT");
        opening.put("dueOn", FAR.toString());
        return opening;
    }

    private static String opened(Map<String, Object> opening) {
        return as(office())
                .body(opening)
                .post(REPORTS)
                .then()
                .statusCode(201)
                .body("report.status", equalTo("DRAFT"))
                .extract()
                .path("report.id");
    }

    private static Response take(String bearer, String id, String step, Map<String, ?> body) {
        return as(bearer).body(body).post(REPORTS + "/" + id + "/" + step);
    }

    private static Response upload(String id, String table, boolean dryRun) {
        return given().header("Authorization", office())
                .contentType("text/csv; charset=UTF-8")
                .body(table.getBytes(StandardCharsets.UTF_8))
                .post(REPORTS + "/" + id + "/figure-imports?dryRun=" + dryRun);
    }

    private static String table() {
        return """
                代码,数值,上年同期,备注
                society-energy,"1,234.5",1200,
                industry-energy,800,800,
                resident-energy,210.4,220,
                peak-load,186.3,180,创历史新高
                new-connections,3215,3000,
                new-capacity,42.6,40,
                key-projects,18,15,
                reliability,99.962,99.951,
                outage-hours,3.33,4.1,
                voltage-quality,99.99,99.98,
                visits,126,120,
                requests,412,430,
                requests-solved,405,420,
                satisfaction,98.6,98.1,
                """;
    }

    private static String filled(Map<String, Object> opening) {
        var id = opened(opening);
        upload(id, table(), false).then().statusCode(200).body("changed", equalTo(14));
        return id;
    }

    private static String approved(Map<String, Object> opening) {
        var id = filled(opening);
        take(leader(), id, "approval", Map.of()).then().statusCode(200).body("report.status", equalTo("APPROVED"));
        return id;
    }

    /** @return its entry of the register */
    private static String sent(String id, Instant at) {
        return take(office(), id, "sending", Map.of("sentAt", at.toString(), "documentReference", "供电汇报〔2026〕3号"))
                .then()
                .statusCode(200)
                .body("report.status", equalTo("SENT"))
                .extract()
                .path("report.registerEntry");
    }

    @Test
    void percentages_come_as_spreadsheets_have_them_and_only_where_percent_is_the_unit() throws IOException {
        var id = filled(opening("2026-Q1"));
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "test", "1.0")) {
            var sheet = workbook.newWorksheet("指标");
            sheet.value(0, 0, "代码");
            sheet.value(0, 1, "数值");
            sheet.value(1, 0, "reliability");
            sheet.value(1, 1, new BigDecimal("0.99980000000000002"));
            sheet.style(1, 1).format("0.00%").set();
        }
        given().header("Authorization", office())
                .contentType(TableFile.XLSX)
                .body(bytes.toByteArray())
                .post(REPORTS + "/" + id + "/figure-imports")
                .then()
                .statusCode(200)
                .body("changed", equalTo(1));
        as(office())
                .get(REPORTS + "/" + id)
                .then()
                .body("figures.find { it.code == 'reliability' }.present", equalTo(99.98f));

        upload(id, "代码,数值\nreliability,99.97%\nvisits,126%\n", true)
                .then()
                .statusCode(200)
                .body("lines.outcome", contains("CHANGED", "REFUSED"))
                .body("lines[1].violations.path", contains("/present"));
    }

    @Test
    void a_report_goes_from_the_template_to_the_register_and_comes_back_endorsed() {
        var opening = opening("2026-Q3");
        var id = filled(opening);
        as(office()).body(opening).post(REPORTS).then().statusCode(200);

        take(office(), id, "approval", Map.of())
                .then()
                .statusCode(403)
                .body("type", equalTo("urn:huisheng:problem:own-supply-report"));
        take(leader(), id, "approval", Map.of("words", "同意"))
                .then()
                .statusCode(200)
                .body("report.status", equalTo("APPROVED"))
                .body("sha256", notNullValue());
        var entry = sent(id, Instant.now().minus(2, ChronoUnit.HOURS));
        as(office())
                .get(REGISTER + "/" + entry)
                .then()
                .statusCode(200)
                .body("kind", equalTo("SUPPLY_REPORT"))
                .body("period", equalTo("2026-Q3"))
                .body("sentTo", equalTo(opening.get("sentTo")));
        var endorsement = criticism();
        endorsement.put("kind", "ENDORSEMENT");
        endorsement.put("receivedAt", Instant.now().minusSeconds(60).toString());
        endorsement.remove("deadline");
        endorsement.put("report", entry);
        String comment = register(endorsement).then().statusCode(201).extract().path("id");

        as(leader())
                .get(REPORTS + "/" + id)
                .then()
                .statusCode(200)
                .body("report.status", equalTo("ENDORSED"))
                .body("report.onTime", equalTo(true))
                .body("reception.endorsement", equalTo(comment));
        as(office()).get(REGISTER + "?endorsement=" + comment).then().body("items.id", contains(entry));
        as(office())
                .get(REPORTS + "/" + id + "/history")
                .then()
                .body("items.step", contains("ENDORSED", "SENT", "APPROVED", "FIGURES_ENTERED", "OPENED"));
        assertThat(EventsOf.key(kafka, id, 1)).singleElement().satisfies(event -> {
            assertThat(event.getType()).isEqualTo("feedback.supply-report-settled.v1");
            assertThat(EventsOf.data(event)).contains("\"onTime\":true", "\"quarter\":\"2026-Q3\"", "\"MKT\"");
        });
    }

    @Test
    void received_without_a_word_it_may_still_be_endorsed_later() {
        var id = approved(opening("2026-Q2"));
        var entry = sent(id, Instant.now().minus(3, ChronoUnit.DAYS));
        as(office())
                .body(Map.of(
                        "receivedAt", Instant.now().minus(2, ChronoUnit.DAYS).toString(), "by", "收文岗"))
                .post(REGISTER + "/" + entry + "/reception")
                .then()
                .statusCode(200);
        as(office()).get(REPORTS + "/" + id).then().body("report.status", equalTo("RECEIVED"));
        var endorsement = criticism();
        endorsement.put("kind", "ENDORSEMENT");
        String comment = register(endorsement).path("id");

        as(office())
                .body(Map.of("receivedAt", Instant.now().toString(), "endorsement", comment))
                .post(REGISTER + "/" + entry + "/reception")
                .then()
                .statusCode(200);

        as(office())
                .get(REPORTS + "/" + id)
                .then()
                .body("report.status", equalTo("ENDORSED"))
                .body("reception.receivedBy", equalTo("收文岗"));
    }

    @Test
    void only_an_endorsement_is_about_a_report() {
        var criticism = criticism();
        criticism.put("report", UUID.randomUUID().toString());
        register(criticism).then().statusCode(422).body("violations.path", hasItem("/report"));
        criticism.put("kind", "ENDORSEMENT");
        register(criticism).then().statusCode(422).body("violations.code", contains("no-report"));
    }

    @Test
    void what_a_section_names_has_to_be_entered_before_it_is_approved() {
        var id = opened(opening("2026-Q1"));
        as(office()).get(REPORTS + "/" + id).then().body("gaps.word", hasItems("figure.peak-load", "peak-load"));

        take(leader(), id, "approval", Map.of())
                .then()
                .statusCode(422)
                .body("violations.code", hasItem("missing-figure"))
                .body("violations.path", hasItems("/sections/0/text", "/sections/3/text"));

        as(office()).get(REPORTS + "/" + id).then().body("report.status", equalTo("DRAFT"));
    }

    @Test
    void an_authority_is_told_of_a_quarter_once_unless_the_first_was_cancelled() {
        var opening = opening("2026-Q4");
        var id = opened(opening);
        opening.put("id", UUID.randomUUID().toString());
        as(office())
                .body(opening)
                .post(REPORTS)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:huisheng:problem:supply-report-exists"));

        take(office(), id, "cancellation", Map.of("reason", "报错单位")).then().statusCode(200);

        opened(opening);
        take(office(), id, "cancellation", Map.of("reason", "再次")).then().statusCode(409);
    }

    @Test
    void a_table_changes_all_or_nothing_and_the_second_time_nothing() {
        var id = opened(opening("2026-Q1"));
        upload(id, table(), true).then().statusCode(200).body("changed", equalTo(14));
        as(office()).get(REPORTS + "/" + id).then().body("figures.present", not(hasItem(1234.5f)));
        upload(id, table() + "visits,7,,\nnew-one,x,,\n", true)
                .then()
                .statusCode(200)
                .body("refused", equalTo(2))
                .body("lines[14].violations[0].code", equalTo("same-as-line"))
                .body("lines[15].violations.code", hasItem("not-a-number"));
        upload(id, table() + "visits,7,,\n", false)
                .then()
                .statusCode(422)
                .body("violations[0].path", equalTo("/lines/16/code"));

        upload(id, table(), false).then().statusCode(200).body("changed", equalTo(14));
        var version = as(office()).get(REPORTS + "/" + id).header("ETag");
        upload(id, table(), false).then().statusCode(200).body("unchanged", equalTo(14));

        as(office())
                .get(REPORTS + "/" + id)
                .then()
                .header("ETag", version)
                .body("figures[0].present", equalTo(1234.5f))
                .body("figures[0].change", equalTo("上升2.9%"))
                .body("figures[1].change", equalTo("持平"))
                .body("figures[7].change", equalTo("上升0.011个百分点"))
                .body("gaps", empty());
        upload(id, "指标,数值\na,1\n", true).then().statusCode(422).body("violations.code", hasItem("missing-column"));
    }

    @Test
    void figures_of_the_year_before_stand_beside_those_that_are_asked_for() {
        var before = opening("2025-Q3");
        filled(before);
        var opening = opening("2026-Q3");
        opening.put("sentTo", before.get("sentTo"));

        var id = opened(opening);

        as(office())
                .get(REPORTS + "/" + id)
                .then()
                .body("figures[3].previous", equalTo(186.3f))
                .body("figures[3].present", nullValue());
    }

    @Test
    void words_and_figures_are_typed_until_it_is_approved_and_again_once_it_is_returned() {
        var id = filled(opening("2026-Q2"));
        var read = as(office()).get(REPORTS + "/" + id);
        Map<String, Object> words = Map.of(
                "title",
                "二季度供电信息汇报",
                "sections",
                List.of(Map.of(
                        "title", "一、概况", "text", "{quarter}最高负荷{figure.peak-load}，{figure.peak-load.previous}。")));
        as(office())
                .header("If-Match", read.header("ETag"))
                .body(words)
                .put(REPORTS + "/" + id)
                .then()
                .statusCode(200)
                .body("sections.title", contains("一、概况"));
        as(office())
                .header("If-Match", read.header("ETag"))
                .body(words)
                .put(REPORTS + "/" + id)
                .then()
                .statusCode(412);
        as(office())
                .body(Map.of(
                        "title", "x", "sections", List.of(Map.of("title", "一", "text", "{figure.nothing} {today}"))))
                .put(REPORTS + "/" + id)
                .then()
                .statusCode(422)
                .body("violations.path", contains("/sections/0/text", "/sections/0/text"))
                .body("violations.code", contains("unknown-placeholder", "unknown-placeholder"));
        take(leader(), id, "approval", Map.of()).then().statusCode(200);
        as(office())
                .body(words)
                .put(REPORTS + "/" + id)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:huisheng:problem:supply-report-approved"));
        upload(id, "code,present\nvisits,1\n", false).then().statusCode(409);

        take(leader(), id, "return", Map.of("reason", "数据有误"))
                .then()
                .statusCode(200)
                .body("sha256", nullValue());
        as(office())
                .body(Map.of(
                        "figures", List.of(Map.of("code", "peak-load", "name", "最高负荷", "unit", "万千瓦", "present", 1))))
                .put(REPORTS + "/" + id + "/figures")
                .then()
                .statusCode(200)
                .body("gaps.word", contains("figure.peak-load.previous"));
        as(office())
                .body(Map.of("figures", List.of(Map.of("code", "1"))))
                .put(REPORTS + "/" + id + "/figures")
                .then()
                .statusCode(422)
                .body("violations.path", hasItems("/figures/0/code", "/figures/0/name", "/figures/0/unit"));
    }

    @Test
    void what_was_approved_is_the_same_paper_each_time() throws IOException {
        var id = approved(opening("2026-Q3"));
        var path = REPORTS + "/" + id + "/report.";

        var pdf =
                as(office()).get(path + "pdf").then().statusCode(200).extract().asByteArray();
        var docx =
                as(office()).get(path + "docx").then().statusCode(200).extract().asByteArray();
        sent(id, Instant.now());

        assertThat(as(leader()).get(path + "pdf").asByteArray()).isEqualTo(pdf);
        assertThat(as(leader()).get(path + "docx").asByteArray()).isEqualTo(docx);
        Files.write(Path.of("target/supply-report.pdf"), pdf); // for a human to look at
        Files.write(Path.of("target/supply-report.docx"), docx);
        as(leader())
                .get(REPORTS + "/" + id + "/preview")
                .then()
                .statusCode(200)
                .body("pieces.kind", hasItems("TITLE", "SECTION", "TEXT", "TABLE"))
                .body("pieces.text", hasItem(containsString("同比上升2.9%")));
    }

    @Test
    void the_clock_reminds_of_what_is_due_decides_what_is_late_and_asks_after_what_nobody_answered() {
        var late = opened(opening("2026-Q3"));
        var unanswered = approved(opening("2026-Q3"));
        sent(unanswered, Instant.now());
        var due = FAR.plusDays(1).atStartOfDay(BusinessCalendar.ZONE).toInstant();

        turn(due.minus(1, ChronoUnit.DAYS));
        as(office()).get(REPORTS + "/" + late).then().body("report.onTime", nullValue());
        turn(due);
        turn(due);

        as(office()).get(REPORTS + "/" + late).then().body("report.onTime", equalTo(false));
        as(office())
                .get(REPORTS + "/" + late + "/history")
                .then()
                // Two that are found by the same tick are of the same moment.
                .body("items.words", containsInAnyOrder("OVERDUE", "ONE_DAY_BEFORE", "THREE_DAYS_BEFORE", null))
                .body("items[0].words", equalTo("OVERDUE"));
        as(office())
                .get(REPORTS + "/" + unanswered + "/history?limit=2")
                .then()
                .body("items.step", contains("REMINDED", "REMINDED"));
        assertThat(EventsOf.data(EventsOf.key(kafka, late, 1).getFirst())).contains("\"onTime\":false");
        as(office())
                .body(Map.of("dueOn", "2098-07-30", "reason", "延期"))
                .put(REPORTS + "/" + late + "/due-date")
                .then()
                .statusCode(409);
    }

    private void turn(Instant now) {
        while (watch.turn(now) > 0) {
            // All that is due, of other tests as well.
        }
    }

    @Test
    void without_a_day_it_is_due_on_the_fifteenth_working_day_after_the_quarter() {
        var opening = opening("2026-Q1");
        opening.remove("dueOn");

        var id = opened(opening);

        // April 2026 begins on a Wednesday; Qingming is the 4th to the 6th, all else are weekends.
        as(office()).get(REPORTS + "/" + id).then().body("report.dueOn", equalTo("2026-04-22"));
    }

    @Test
    void the_template_is_versioned_and_says_where_it_is_wrong() {
        var before = as(office()).get(FORM);
        int version = before.path("version");
        Map<String, Object> template = new HashMap<>(before.jsonPath().getMap("$"));
        template.keySet().retainAll(List.of("title", "figures", "sections"));
        as(office())
                .header("If-Match", before.header("ETag"))
                .body(template)
                .put(FORM)
                .then()
                .statusCode(200)
                .body("version", equalTo(version));
        template.put("title", "供电信息季度汇报");
        as(office()).body(template).put(FORM).then().statusCode(200).body("version", equalTo(version + 1));
        as(office())
                .header("If-Match", before.header("ETag"))
                .body(template)
                .put(FORM)
                .then()
                .statusCode(412);
        template.put(
                "sections",
                List.of(Map.of("title", "一", "text", "好"), Map.of("title", "二", "text", "共{table: visits}")));
        as(office())
                .body(template)
                .put(FORM)
                .then()
                .statusCode(422)
                .body("violations[0].path", equalTo("/sections/1/text"))
                .body("violations[0].code", equalTo("unknown-placeholder"));
        as(leader()).body(template).put(FORM).then().statusCode(403);
        template.put("sections", before.jsonPath().getList("sections"));
        template.put("title", before.path("title"));
        as(office()).body(template).put(FORM).then().statusCode(200);
    }

    @Test
    void pages_go_through_all_reports_the_latest_quarter_first() {
        for (var quarter : List.of("2031-Q2", "2031-Q4", "2031-Q1")) {
            opened(opening(quarter));
        }

        var seen = new ArrayList<String>();
        String cursor = null;
        do {
            var page = as(leader())
                    .get(REPORTS + "?year=2031&status=DRAFT&limit=1" + (cursor == null ? "" : "&cursor=" + cursor));
            page.then().statusCode(200).body("items.authors", everyItem(not(empty())));
            seen.addAll(page.jsonPath().getList("items.quarter"));
            cursor = page.path("next");
        } while (cursor != null);

        assertThat(seen).containsExactly("2031-Q4", "2031-Q2", "2031-Q1");
    }

    @Test
    void everything_wrong_with_an_opening_is_named() {
        as(office())
                .body(Map.of("quarter", "2026-Q5"))
                .post(REPORTS)
                .then()
                .statusCode(422)
                .body("violations.path", hasItems("/quarter", "/sentTo", "/department"));
        var opening = opening("2026-Q1");
        opening.put("department", "NONE");
        as(office()).body(opening).post(REPORTS).then().statusCode(422);
        as(liaison("MKT")).get(REPORTS).then().statusCode(403);
    }

    @Test
    void the_office_is_reminded_of_a_quarter_nobody_has_begun_once_before_its_day_and_once_after() {
        var forgotten = opening("2090-Q1");
        var begun = opening("2090-Q1");
        opened(forgotten);
        opened(begun);
        begun.put("id", UUID.randomUUID().toString());
        begun.put("quarter", "2090-Q2");
        opened(begun);
        String recipient = as(office())
                .body(Map.of("audience", "OFFICE", "channel", "EMAIL", "address", UUID.randomUUID() + "@example.org"))
                .post("/api/feedback/v1/recipients")
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        quarters.turn(day("2090-07-03"));
        assertThat(missed(forgotten)).isZero();
        quarters.turn(day("2090-07-10"));
        quarters.turn(day("2090-07-11"));
        assertThat(missed(forgotten)).isEqualTo(1);
        quarters.turn(day("2090-08-10"));
        quarters.turn(day("2090-08-11"));

        assertThat(missed(forgotten)).isEqualTo(2);
        assertThat(missed(begun)).isZero();
        var told = "SELECT count(*) FROM notice WHERE occasion = 'REPORT_NOT_BEGUN' AND recipient = '" + recipient
                + "' AND subject = '" + Missing.id((String) forgotten.get("sentTo"), Quarter.parse("2090-Q2")) + "'";
        assertThat(count(told)).isEqualTo(2);
        as(office()).delete("/api/feedback/v1/recipients/" + recipient).then().statusCode(204);
    }

    private long missed(Map<String, Object> opening) {
        return count("SELECT count(*) FROM supply_missing WHERE quarter = '2090-Q2' AND sent_to = '"
                + opening.get("sentTo") + "'");
    }

    private static Instant day(String day) {
        return LocalDate.parse(day)
                .atTime(9, 0)
                .atZone(ZoneId.of("Asia/Shanghai"))
                .toInstant();
    }
}
