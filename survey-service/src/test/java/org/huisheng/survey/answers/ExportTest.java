package org.huisheng.survey.answers;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.huisheng.survey.SurveyFixture.draftCampaign;
import static org.huisheng.survey.SurveyFixture.link;
import static org.huisheng.survey.SurveyFixture.office;
import static org.huisheng.survey.SurveyFixture.post;
import static org.huisheng.survey.SurveyFixture.step;
import static org.huisheng.survey.SurveyFixture.submission;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.huisheng.survey.SurveyTest;
import org.huisheng.survey.anonymity.FewestPeople;
import org.huisheng.survey.campaign.KnownCampaigns;
import org.huisheng.survey.definition.CompiledVersions;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ExportTest extends SurveyTest {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    @Inject
    KnownCampaigns campaigns;

    @Inject
    CompiledVersions versions;

    @Inject
    FewestPeople fewest;

    @Test
    void a_table_has_a_column_a_question_and_nothing_a_spreadsheet_would_run() {
        var campaign = openCampaign(", \"anonymous\": false");
        var id = UUID.randomUUID();
        answer(
                campaign,
                id,
                "{\"overall\": 4, \"why\": \"=HYPERLINK(\\\"http://x\\\",\\\"a\\\")\", \"departments\": {\"DIST\": 2}}");

        var csv = export(campaign, "text/csv");

        csv.then().contentType("text/csv").header("Content-Disposition", "attachment; filename=\"responses.csv\"");
        var rows = csv.asString().split("\r\n");
        assertThat(rows).hasSize(2);
        assertThat(rows[0])
                .isEqualTo(
                        "\uFEFFresponseId,submittedAt,receivedAt,station,locale,overall,channel,why,departments / MKT,departments / DIST");
        assertThat(rows[1])
                .startsWith(id + ",2026-11-20 09:05:00,")
                .endsWith(",,zh-cn,4,,\"'=HYPERLINK(\"\"http://x\"\",\"\"a\"\")\",,2");
    }

    @Test
    void a_workbook_has_numbers_as_numbers_and_texts_as_texts() throws Exception {
        var campaign = openCampaign(", \"anonymous\": false");
        answer(campaign, UUID.randomUUID(), "{\"overall\": 4, \"why\": \"=1+1\"}");

        try (var workbook = new ReadableWorkbook(export(campaign, XLSX).asInputStream())) {
            var rows = workbook.getFirstSheet().read();
            assertThat(rows).hasSize(2);
            assertThat(rows.get(1).getCellAsNumber(5)).contains(new java.math.BigDecimal("4"));
            assertThat(rows.get(1).getCellText(7)).isEqualTo("=1+1");
            assertThat(rows.get(1).getCell(7).getFormula()).isNull();
        }
    }

    @Test
    void nothing_in_an_export_of_an_anonymous_campaign_tells_who_came_when() {
        var campaign = openCampaign(", \"anonymous\": true, \"stations\": [\"A\"]");
        var order = new ArrayList<String>();
        for (var number = 0; number < 24; number++) {
            order.add("第" + number);
            answer(campaign, UUID.randomUUID(), "{\"overall\": 4, \"why\": \"第" + number + "\"}");
        }

        var csv = export(campaign, "text/csv").asString();
        var first = page(campaign, "?limit=15");
        var second = page(campaign, "?limit=15&cursor=" + first.path("next"));

        assertThat(csv).startsWith("\uFEFFmonth,station,locale,overall").doesNotContain("2026-11-20", ":");
        List<String> paged = new ArrayList<>(first.<List<String>>path("items.answers.why"));
        paged.addAll(second.path("items.answers.why"));
        assertThat(paged).hasSize(24).containsExactlyInAnyOrderElementsOf(order).isNotEqualTo(order);
        first.then()
                .body("items[0].responseId", equalTo(null))
                .body("items[0].receivedAt", equalTo(null))
                .body("items[0].submittedAt", equalTo(null));
        assertThat(second.<String>path("next")).isNull();
    }

    @Test
    void responses_come_in_pages_each_once_in_the_order_they_came() {
        var campaign = openCampaign(", \"anonymous\": false");
        var ids = new ArrayList<String>();
        for (var number = 0; number < 7; number++) {
            var id = UUID.randomUUID();
            ids.add(id.toString());
            answer(campaign, id, "{\"overall\": 4}");
        }

        var seen = new ArrayList<String>();
        var next = "";
        while (next != null) {
            var page = page(campaign, "?limit=3" + (next.isEmpty() ? "" : "&cursor=" + next));
            seen.addAll(page.path("items.responseId"));
            next = page.path("next");
        }

        assertThat(seen).isEqualTo(ids);
        given().header("Authorization", office())
                .get("/api/survey/v1/campaigns/" + campaign + "/responses?cursor=rubbish")
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:huisheng:problem:bad-cursor"));
    }

    @Test
    void a_hundred_thousand_rows_are_exported_whole_a_thousand_in_memory_at_a_time() throws Exception {
        var campaign = openCampaign(", \"anonymous\": true");
        fill(campaign, 100_000);
        var fetched = new HashSet<String>();

        var read = new int[1];
        new CampaignAnswers(watched(fetched), new ObjectMapper(), versions, fewest)
                .each(campaigns.require(UUID.fromString(campaign)), given -> read[0]++);
        try (var lines = new BufferedReader(
                new InputStreamReader(export(campaign, "text/csv").asInputStream(), StandardCharsets.UTF_8))) {
            assertThat(lines.lines().count()).isEqualTo(100_001);
        }
        try (var workbook = new ReadableWorkbook(export(campaign, XLSX).asInputStream());
                var rows = workbook.getFirstSheet().openStream()) {
            assertThat(rows.count()).isEqualTo(100_001);
        }

        assertThat(read[0]).isEqualTo(100_000);
        assertThat(fetched)
                .containsExactlyInAnyOrder("setAutoCommit(false)", "setFetchSize(1000)", "setAutoCommit(true)");
    }

    private void fill(String campaign, int rows) throws Exception {
        try (var connection = dataSource.getConnection();
                var insert = connection.createStatement()) {
            insert.execute("""
                    INSERT INTO response (response_id, campaign_id, content_hash, answers, locale, submitted_at, received_at)
                    SELECT gen_random_uuid(), '%s', sha256(n::text::bytea),
                           jsonb_build_object('overall', 1 + n %% 5, 'why', '回声 ' || n), 'zh-cn', now(), now()
                    FROM generate_series(1, %d) AS n
                    """.formatted(campaign, rows));
        }
    }

    /** Notes what decides whether the driver fetches in portions. */
    private DataSource watched(HashSet<String> calls) {
        return watching(DataSource.class, dataSource, calls);
    }

    private static <T> T watching(Class<T> type, T target, HashSet<String> calls) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (_, method, arguments) -> {
                    if (method.getName().equals("setAutoCommit")
                            || method.getName().equals("setFetchSize")) {
                        calls.add(method.getName() + "(" + arguments[0] + ")");
                    }
                    try {
                        var result = method.invoke(target, arguments);
                        return switch (result) {
                            case Connection connection -> watching(Connection.class, connection, calls);
                            case PreparedStatement statement -> watching(PreparedStatement.class, statement, calls);
                            case null, default -> result;
                        };
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    }
                }));
    }

    private static String openCampaign(String extra) {
        var campaign = draftCampaign(extra);
        step(campaign, "opening").then().statusCode(200);
        link(campaign);
        return campaign;
    }

    private static void answer(String campaign, UUID id, String answers) {
        post(submission(id, firstLink(campaign), answers)).then().statusCode(201);
    }

    private static String firstLink(String campaign) {
        return given().header("Authorization", office())
                .get("/api/survey/v1/campaigns/" + campaign + "/links")
                .path("items[0].token");
    }

    private static Response page(String campaign, String query) {
        return given().header("Authorization", office())
                .accept("application/json")
                .get("/api/survey/v1/campaigns/" + campaign + "/responses" + query);
    }

    private static Response export(String campaign, String type) {
        return given().header("Authorization", office())
                .accept(type)
                .get("/api/survey/v1/campaigns/" + campaign + "/responses");
    }
}
