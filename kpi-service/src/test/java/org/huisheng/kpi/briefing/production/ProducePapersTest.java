package org.huisheng.kpi.briefing.production;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.huisheng.kpi.briefing.paper.PaperForm;
import org.huisheng.kpi.briefing.paper.PaperLanguage;
import org.huisheng.kpi.sql.Database;
import org.huisheng.kpi.testing.KpiTest;
import org.huisheng.kpi.testing.Office;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ProducePapersTest extends KpiTest {

    /** Months of a year no other test writes about. */
    private static final AtomicInteger MONTHS = new AtomicInteger();

    @Inject
    ProducePapers producePapers;

    @Inject
    Productions productions;

    @Inject
    Issues issues;

    @Inject
    Database database;

    @Test
    void papers_are_made_in_steps_that_can_be_watched_and_are_what_is_sent_then() {
        var id = drafted();

        Office.as("LEADER").get("/v1/briefings/{id}/productions/en", id).then().statusCode(204);
        Office.as("LEADER")
                .put("/v1/briefings/{id}/productions/en", id)
                .then()
                .statusCode(202)
                .body("language", equalTo("en"), "steps", is(4), "finishedAt", nullValue());
        var done = awaited(id, "en");

        assertThat(done.getInt("percent")).isEqualTo(100);
        assertThat(done.getInt("stepsDone")).isEqualTo(4);
        assertThat(done.getString("step")).isNull();
        assertThat(done.getBoolean("outdated")).isFalse();
        for (var form : PaperForm.values()) {
            assertThat(kept(id, form, done.getString("editionHash")))
                    .isEqualTo(Office.as("OFFICE")
                            .get("/v1/briefings/{id}/briefing.{form}?language=en", id, form.ending())
                            .asByteArray());
        }
        Office.as("LEADER")
                .put("/v1/briefings/{id}/productions/fr", id)
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:huisheng:problem:bad-paper-language"));
    }

    @Test
    void a_draft_that_was_changed_is_made_again_and_what_is_published_never_is() {
        var id = drafted();
        order(id, "zh-CN");
        var first = awaited(id, "zh-CN");
        write(id);

        assertThat(progress(id, "zh-CN").getBoolean("outdated")).isTrue();
        order(id, "zh-CN");
        var second = awaited(id, "zh-CN");
        assertThat(second.getBoolean("outdated")).isFalse();
        assertThat(second.getString("editionHash")).isNotEqualTo(first.getString("editionHash"));

        Office.as("li", null, "OFFICE")
                .header("If-Match", tag(id))
                .post("/v1/briefings/{id}/submission", id)
                .then()
                .statusCode(200);
        Office.as("wang", null, "LEADER")
                .header("If-Match", tag(id))
                .post("/v1/briefings/{id}/publication", id)
                .then()
                .statusCode(200);
        order(id, "zh-CN");
        var published = awaited(id, "zh-CN");
        Office.as("LIAISON")
                .put("/v1/briefings/{id}/productions/zh-CN", id)
                .then()
                .statusCode(200)
                .body("finishedAt", equalTo(published.getString("finishedAt")));
        assertThat(published.getString("editionHash"))
                .isEqualTo(Office.as("OFFICE").get("/v1/briefings/{id}", id).path("editionHash"));
    }

    @Test
    void whoever_goes_on_after_a_restart_begins_with_the_step_that_was_missing() {
        var id = UUID.fromString(drafted());
        var edition = new AtomicInteger();
        // As by a process that filled the figures in, printed one paper, and ended.
        QuarkusTransaction.requiringNew().run(() -> {
            productions.begin(id, PaperLanguage.ENGLISH, Instant.EPOCH);
            var claimed = productions.claim(Instant.EPOCH).orElseThrow();
            assertThat(claimed.briefing()).isEqualTo(id);
            var held = productions.hold(claimed).orElseThrow();
            productions.keepEdition(held, issues.compiled(id));
            productions.keepPaper(held, PaperForm.HTML, new byte[] {1, 2, 3});
            edition.set(productions.edition(held).hashCode());
        });

        producePapers.wake();
        var done = awaited(id.toString(), "en");

        assertThat(kept(id.toString(), PaperForm.HTML, done.getString("editionHash")))
                .containsExactly(1, 2, 3);
        assertThat(QuarkusTransaction.requiringNew()
                        .call(() -> productions
                                .edition(productions
                                        .find(id, PaperLanguage.ENGLISH)
                                        .orElseThrow())
                                .hashCode()))
                .isEqualTo(edition.get());
    }

    @Test
    void what_somebody_is_at_is_left_to_them_until_they_let_go() {
        var id = UUID.fromString(drafted());
        QuarkusTransaction.begin();
        productions.begin(id, PaperLanguage.CHINESE, Instant.now());
        QuarkusTransaction.commit();
        QuarkusTransaction.begin();
        var held = database.read(
                "SELECT state FROM briefing_production WHERE briefing = ? FOR UPDATE", row -> row.getString(1), id);
        var others = QuarkusTransaction.requiringNew()
                .call(() -> productions
                        .claim(Instant.now())
                        .filter(claimed -> claimed.briefing().equals(id)));
        QuarkusTransaction.rollback();

        producePapers.wake();

        assertThat(held).hasSize(1);
        assertThat(others).isEmpty();
        assertThat(awaited(id.toString(), "zh-CN").getString("state")).isEqualTo("DONE");
    }

    @Test
    void a_step_that_does_not_succeed_three_times_has_failed_and_can_be_ordered_again() {
        var id = drafted();
        QuarkusTransaction.requiringNew().run(() -> {
            productions.begin(UUID.fromString(id), PaperLanguage.ENGLISH, Instant.EPOCH);
            database.write(
                    "UPDATE briefing_production SET edition = 'no edition', edition_hash = ?, version = 0 WHERE briefing = ?::uuid",
                    "0".repeat(64),
                    id);
        });

        producePapers.wake();
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(progress(id, "en").getString("state")).isEqualTo("FAILED"));
        order(id, "en");

        assertThat(awaited(id, "en").getInt("stepsDone")).isEqualTo(4);
    }

    @Test
    void an_english_paper_is_in_english_and_what_nobody_wrote_in_english_stands_as_it_was_written() {
        var department = Office.establishDepartment();
        var id = drafted();
        Office.as("li", null, "OFFICE")
                .header("If-Match", tag(id))
                .body("""
                        {"masthead": "社责简报", "mastheadEn": "CSR Briefing", "organisation": "工作办公室", "title": "", "footer": "内部资料",
                         "footerEn": "For internal use",
                         "sections": [
                           {"kind": "MANAGEMENT", "title": "管理推进", "titleEn": "Management", "blocks": [
                             {"kind": "TEXT", "heading": "会议", "headingEn": "A meeting", "text": "召开会议，{%1$s}。", "textEn": "They met: {%1$s}."}]},
                           {"kind": "INTEGRATION", "title": "基层融入", "blocks": []},
                           {"kind": "OUTCOME", "title": "成效反馈", "blocks": [{"kind": "TABLE", "department": "%1$s"}]},
                           {"kind": "LEARNING", "title": "每期一学", "blocks": []}]}
                        """.formatted(department))
                .put("/v1/briefings/{id}", id)
                .then()
                .statusCode(200)
                .body("content.sections[0].titleEn", equalTo("Management"))
                .body("content.sections[0].blocks[0].textEn", equalTo("They met: {" + department + "}."));

        var english = Office.as("OFFICE")
                .get("/v1/briefings/{id}/briefing.html?language=en", id)
                .asString();
        var chinese =
                Office.as("OFFICE").get("/v1/briefings/{id}/briefing.html", id).asString();

        assertThat(english)
                .contains("<html lang=\"en\">", "CSR Briefing", "Draft without a number", "They met:", "A meeting")
                .contains("For internal use", "工作办公室", "No such indicator", "Contract score", "Sources")
                .doesNotContain("社责简报", "管理推进", "会议", "数据来源", "部门");
        assertThat(chinese)
                .contains("<html lang=\"zh-CN\">", "社责简报", "召开会议", "绩效合约得分")
                .doesNotContain("CSR Briefing", "They met");
    }

    private static String drafted() {
        return Office.as("li", null, "OFFICE")
                .body("{\"period\": \"2001-%02d\"}".formatted(MONTHS.incrementAndGet()))
                .post("/v1/briefings")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static void write(String id) {
        var blocks = "\"blocks\": []";
        var sections = List.of("MANAGEMENT", "INTEGRATION", "OUTCOME", "LEARNING").stream()
                .map(kind -> "{\"kind\": \"%s\", \"title\": \"%s\", %s}"
                        .formatted(kind, kind.toLowerCase(Locale.ROOT), blocks))
                .toList();
        Office.as("li", null, "OFFICE")
                .header("If-Match", tag(id))
                .body(
                        "{\"masthead\": \"简报\", \"organisation\": \"办公室\", \"title\": \"改\", \"footer\": \"\", \"sections\": [%s]}"
                                .formatted(String.join(",", sections)))
                .put("/v1/briefings/{id}", id)
                .then()
                .statusCode(200);
    }

    private static String tag(String id) {
        return Office.as("LEADER").get("/v1/briefings/{id}", id).header("ETag");
    }

    private static void order(String id, String language) {
        Office.as("OFFICE")
                .put("/v1/briefings/{id}/productions/{language}", id, language)
                .then()
                .statusCode(202);
    }

    private static JsonPath progress(String id, String language) {
        return Office.as("OFFICE")
                .get("/v1/briefings/{id}/productions/{language}", id, language)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static JsonPath awaited(String id, String language) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() ->
                        assertThat(progress(id, language).getString("state")).isEqualTo("DONE"));
        return progress(id, language);
    }

    private byte[] kept(String id, PaperForm form, String hash) {
        return productions
                .paper(UUID.fromString(id), PaperLanguage.ENGLISH, form, hash)
                .orElseThrow();
    }
}
