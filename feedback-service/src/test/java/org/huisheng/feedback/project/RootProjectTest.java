package org.huisheng.feedback.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.huisheng.feedback.project.ProjectFixture.PROJECTS;
import static org.huisheng.feedback.project.ProjectFixture.evaluated;
import static org.huisheng.feedback.project.ProjectFixture.form;
import static org.huisheng.feedback.project.ProjectFixture.initiated;
import static org.huisheng.feedback.project.ProjectFixture.leader;
import static org.huisheng.feedback.project.ProjectFixture.party;
import static org.huisheng.feedback.project.ProjectFixture.prove;
import static org.huisheng.feedback.project.ProjectFixture.put;
import static org.huisheng.feedback.project.ProjectFixture.running;
import static org.huisheng.feedback.project.ProjectFixture.take;
import static org.huisheng.feedback.project.ProjectFixture.with;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.huisheng.feedback.EventsOf;
import org.huisheng.feedback.HttpTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class RootProjectTest extends HttpTest {

    @Test
    void a_project_is_initiated_approved_run_evaluated_and_closed() {
        var id = initiated(form());

        take(leader(), id, "approval", Map.of("words", "同意立项"))
                .then()
                .statusCode(200)
                .body("project.stage", equalTo("RUNNING"))
                .body("approvedBy", equalTo("boss"));
        put(liaison("DIST"), id, "milestones/1", Map.of("reachedOn", "2026-03-30"))
                .then()
                .statusCode(200);
        put(liaison("DIST"), id, "actions/2", Map.of("doneOn", "2026-05-04"))
                .then()
                .statusCode(200);
        put(liaison("DIST"), id, "indicators/1", Map.of("valueAfter", 0)).then().statusCode(200);
        take(liaison("DIST"), id, "evaluation", Map.of("conclusion", "未再发生摔伤"))
                .then()
                .statusCode(200)
                .body("project.moved", equalTo(1));
        take(office(), id, "closing", Map.of())
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:huisheng:problem:root-project-without-evidence"));
        prove(liaison("DIST"), id).then().statusCode(201);
        take(office(), id, "closing", Map.of()).then().statusCode(200);

        as(liaison("MKT"))
                .get(PROJECTS + "/" + id)
                .then()
                .body("project.stage", equalTo("CLOSED"))
                .body("project.code", containsString("GZ-2026-"))
                .body("stakeholders.name", contains("社区（街道）", "供电企业"))
                .body("stakeholders[1].actions[0].number", equalTo(2))
                .body("stakeholders[1].actions[0].doneOn", equalTo("2026-05-04"))
                .body("stakeholders[0].actions[0].doneOn", nullValue())
                .body("milestones[0].reachedOn", equalTo("2026-03-30"))
                .body("indicators[0].moved", equalTo(true))
                .body("files", equalTo(1));
        prove(office(), id).then().statusCode(200);
        as(office())
                .get(PROJECTS + "/" + id + "/history")
                .then()
                .body(
                        "items.step",
                        contains(
                                "CLOSED",
                                "FILE_ADDED",
                                "EVALUATED",
                                "MEASURED",
                                "ACTION_DONE",
                                "MILESTONE_REACHED",
                                "APPROVED",
                                "INITIATED"))
                .body("items[3].words", equalTo("楼道摔伤 0 起"))
                .body("items[4].words", equalTo("排查黑楼道 2026-05-04"))
                .body("items[5].words", equalTo("完成排查 2026-03-30"));
        var told = EventsOf.key(kafka, id, 2);
        assertThat(told).extracting(event -> event.getType()).containsOnly("feedback.root-project-staged.v1");
        assertThat(told)
                .extracting(event -> JsonPath.from(EventsOf.data(event)).getString("stage"))
                .containsExactly("EVALUATED", "CLOSED");
        assertThat(JsonPath.from(EventsOf.data(told.getFirst())).getInt("moved"))
                .isEqualTo(1);
    }

    @Test
    void a_report_is_approved_by_somebody_who_did_not_write_it() {
        var id = initiated(form());
        as(office()).body(with("goal", "更高的目标")).put(PROJECTS + "/" + id).then().statusCode(200);

        take(office(), id, "approval", Map.of())
                .then()
                .statusCode(403)
                .body("type", equalTo("urn:huisheng:problem:own-root-project"));

        take(leader(), id, "approval", Map.of()).then().statusCode(200);
        as(office())
                .body(form())
                .put(PROJECTS + "/" + id)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:huisheng:problem:root-project-approved"));
    }

    @Test
    void nobody_runs_a_project_alone_without_its_money_or_without_a_measure() {
        var silent = party("居民", 0, 0);
        silent.remove("actions");
        var alone = initiated(with("stakeholders", List.of(party("供电企业", 3000.50, 3000.50), silent)));
        var uncovered = initiated(with("budget", 3000.51));
        var unmeasured = initiated(with("indicators", List.of()));

        take(leader(), alone, "approval", Map.of())
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:huisheng:problem:root-project-not-shared"));
        take(leader(), uncovered, "approval", Map.of())
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:huisheng:problem:root-project-not-covered"))
                .body("detail", containsString("3000.50"))
                .body("detail", containsString("3000.51"));
        take(leader(), unmeasured, "approval", Map.of())
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:huisheng:problem:root-project-without-indicator"));
    }

    @Test
    void stages_are_taken_one_after_the_other() {
        var id = initiated(form());

        take(liaison("DIST"), id, "evaluation", Map.of("conclusion", "x"))
                .then()
                .statusCode(409);
        take(office(), id, "closing", Map.of()).then().statusCode(409);
        put(office(), id, "milestones/1", Map.of("reachedOn", "2026-03-30"))
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:huisheng:problem:root-project-not-running"));
        take(leader(), id, "approval", Map.of()).then().statusCode(200);
        take(liaison("DIST"), id, "evaluation", Map.of("conclusion", "x"))
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:huisheng:problem:root-project-not-measured"));
        take(leader(), id, "approval", Map.of()).then().statusCode(409);
        put(office(), id, "milestones/2", Map.of("reachedOn", "2026-03-30"))
                .then()
                .statusCode(404);
        put(office(), id, "milestones/1", Map.of("reachedOn", "2099-03-30"))
                .then()
                .statusCode(422)
                .body("violations.code", contains("in-the-future"));
        var over = evaluated();
        put(office(), over, "indicators/1", Map.of("valueAfter", 1)).then().statusCode(409);
    }

    @Test
    void a_liaison_writes_what_is_of_their_department_and_reads_all() {
        var id = initiated(form());

        as(liaison("MKT")).get(PROJECTS + "/" + id).then().statusCode(200);
        as(liaison("MKT")).body(form()).post(PROJECTS).then().statusCode(403);
        as(liaison("MKT")).body(form()).put(PROJECTS + "/" + id).then().statusCode(403);
        as(liaison("DIST"))
                .body(with("department", "MKT"))
                .put(PROJECTS + "/" + id)
                .then()
                .statusCode(403);
        var going = running();
        put(liaison("MKT"), going, "indicators/1", Map.of("valueAfter", 1))
                .then()
                .statusCode(403);
        prove(liaison("MKT"), going).then().statusCode(403);
    }

    @Test
    void the_form_is_checked_field_by_field() {
        var beyond = party("社区", 10, 10.01);
        var bad = with("stakeholders", List.of(beyond, party(" ", -1, 0)));
        bad.put("endsOn", "2025-12-31");
        bad.put("budget", 0.001);
        bad.put("year", 1999);

        as(office())
                .body(bad)
                .post(PROJECTS)
                .then()
                .statusCode(422)
                .body(
                        "violations.path",
                        hasItems(
                                "/endsOn",
                                "/budget",
                                "/year",
                                "/stakeholders/0/share",
                                "/stakeholders/1/name",
                                "/stakeholders/1/affordableCost"));
        as(office())
                .body(with("department", "NOSUCH"))
                .post(PROJECTS)
                .then()
                .statusCode(422)
                .body("violations.code", contains("unknown-department"));
    }

    @ParameterizedTest
    @CsvSource({"1e999999999", "1e-999999999", "1234567890123", "0.00001"})
    void a_number_nobody_can_keep_is_refused(String number) {
        var id = running();

        as(office())
                .body("{\"valueAfter\": " + number + "}")
                .put(PROJECTS + "/" + id + "/indicators/1")
                .then()
                .statusCode(422)
                .body("violations.code", contains("bad-number"));
    }

    @Test
    void sent_twice_it_is_one_project_and_with_other_content_a_conflict() {
        var form = form();
        var id = initiated(form);

        as(liaison("DIST")).body(form).post(PROJECTS).then().statusCode(200).body("project.id", equalTo(id));
        form.put("name", "另一个项目");
        as(liaison("DIST"))
                .body(form)
                .post(PROJECTS)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:huisheng:problem:root-project-differs"));
    }

    @Test
    void a_lost_update_is_refused() {
        var id = initiated(form());
        var tag = as(office()).get(PROJECTS + "/" + id).header("ETag");
        as(office())
                .header("If-Match", tag)
                .body(form())
                .put(PROJECTS + "/" + id)
                .then()
                .statusCode(200);

        as(office())
                .header("If-Match", tag)
                .body(form())
                .put(PROJECTS + "/" + id)
                .then()
                .statusCode(412);
    }

    @Test
    void numbers_of_a_year_have_no_gaps_however_many_begin_at_once() throws Exception {
        try (var pool = Executors.newFixedThreadPool(8)) {
            var tries = Stream.generate(() -> (Callable<String>) () -> as(office())
                            .body(with("year", 2091))
                            .post(PROJECTS)
                            .then()
                            .statusCode(201)
                            .extract()
                            .path("project.code"))
                    .limit(8)
                    .toList();

            var codes =
                    pool.invokeAll(tries).stream().map(each -> each.resultNow()).sorted();

            assertThat(codes).startsWith("GZ-2091-001").endsWith("GZ-2091-008").doesNotHaveDuplicates();
        }
    }

    @Test
    void projects_are_listed_by_year_department_and_stage_page_by_page() {
        var first = initiated(with("year", 2092));
        var second = initiated(with("year", 2092));
        take(leader(), first, "approval", Map.of()).then().statusCode(200);

        String cursor = as(office())
                .get(PROJECTS + "?year=2092&limit=1")
                .then()
                .body("items.id", contains(second))
                .body("items.authors", everyItem(not(empty())))
                .extract()
                .path("next");
        as(office())
                .get(PROJECTS + "?year=2092&limit=1&cursor=" + cursor)
                .then()
                .body("items.id", contains(first))
                .body("next", nullValue());
        as(office())
                .get(PROJECTS + "?year=2092&stage=RUNNING&department=DIST")
                .then()
                .body("items.id", contains(first))
                .body("items.stage", everyItem(equalTo("RUNNING")));
        as(office()).get(PROJECTS + "?department=MKT").then().body("items.id", not(hasItem(first)));
        as(office()).get(PROJECTS + "?stage=DONE").then().statusCode(400);
    }

    @Test
    void the_report_is_printed_with_the_matrix_of_all_who_have_a_stake() throws Exception {
        var id = evaluated();

        var pdf = as(office()).get(PROJECTS + "/" + id + "/report.pdf");
        var docx = as(office()).get(PROJECTS + "/" + id + "/report.docx");

        pdf.then().statusCode(200).contentType("application/pdf");
        assertThat(new String(pdf.asByteArray(), 0, 5, StandardCharsets.US_ASCII))
                .isEqualTo("%PDF-");
        docx.then().statusCode(200).header("Content-Disposition", containsString("GZ-2026-"));
        assertThat(document(docx.asByteArray()))
                .contains("<w:tbl>", "让黑楼道持续亮起来", "社区（街道）", "2000.25", "排查黑楼道", "3000.50", "未再发生摔伤");
        as(office())
                .get(PROJECTS + "/" + UUID.randomUUID() + "/report.pdf")
                .then()
                .statusCode(404);
    }

    private static String document(byte[] docx) throws Exception {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(docx))) {
            var entry = zip.getNextEntry();
            while (entry != null && !entry.getName().equals("word/document.xml")) {
                entry = zip.getNextEntry();
            }
            return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void files_are_listed_and_come_back() {
        var id = running();
        var place = prove(liaison("DIST"), id).header("Location");

        as(liaison("MKT")).get(PROJECTS + "/" + id + "/attachments").then().body("items", hasSize(1));
        as(liaison("MKT")).get(place).then().statusCode(200).contentType("image/png");
        as(office())
                .get(PROJECTS + "/" + running() + place.substring(place.lastIndexOf("/attachments")))
                .then()
                .statusCode(404);
    }
}
