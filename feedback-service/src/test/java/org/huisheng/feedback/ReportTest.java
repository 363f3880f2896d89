package org.huisheng.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.huisheng.kit.testing.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ReportTest extends HttpTest {

    private static final String REPORTS = "/api/feedback/v1/reports";

    private static Map<String, Object> quarterly() {
        var report = new HashMap<String, Object>();
        report.put("kind", "SUPPLY_REPORT");
        report.put("title", "供电信息汇报");
        report.put("period", "2026-Q1");
        report.put("sentTo", "区政府办公室");
        report.put("sentAt", "2026-04-03T09:00:00+08:00");
        report.put("documentReference", "供电汇报〔2026〕1号");
        return report;
    }

    private static Response register(Map<String, Object> report) {
        return as(office()).body(report).post(REPORTS);
    }

    private static Response receive(String id, Map<String, Object> reception) {
        return as(office()).body(reception).post(REPORTS + "/" + id + "/reception");
    }

    @Test
    void a_report_is_registered_once_and_its_reception_with_the_endorsement_it_earned() {
        var wanted = quarterly();
        wanted.put("reportId", UUID.randomUUID().toString());
        String id = register(wanted)
                .then()
                .statusCode(201)
                .body("receivedAt", nullValue())
                .extract()
                .path("id");
        register(wanted).then().statusCode(200);
        wanted.put("title", "别的");
        register(wanted).then().statusCode(409);
        var endorsement = CommentHttpTest.criticism();
        endorsement.put("kind", "ENDORSEMENT");
        String comment = CommentHttpTest.register(endorsement).path("id");

        receive(id, Map.of("receivedAt", "2026-04-04T09:00:00+08:00", "by", "收文岗"))
                .then()
                .statusCode(200)
                .body("receivedBy", equalTo("收文岗"));
        receive(id, Map.of("receivedAt", "2026-04-20T09:00:00+08:00", "endorsement", comment))
                .then()
                .statusCode(200)
                .body("endorsement", equalTo(comment))
                .body("receivedAt", equalTo("2026-04-04T01:00:00Z"));
        receive(id, Map.of("receivedAt", "2026-04-20T09:00:00+08:00")).then().statusCode(409);
    }

    @Test
    void only_an_endorsement_of_the_register_is_one() {
        String id = register(quarterly()).path("id");
        String criticism = CommentHttpTest.register(CommentHttpTest.criticism()).path("id");

        for (var wrong : new String[] {criticism, UUID.randomUUID().toString()}) {
            receive(id, Map.of("receivedAt", "2026-04-04T09:00:00+08:00", "endorsement", wrong))
                    .then()
                    .statusCode(422)
                    .body("violations[0].code", equalTo("no-endorsement"));
        }
        receive(id, Map.of("receivedAt", "2026-04-01T09:00:00+08:00"))
                .then()
                .statusCode(422)
                .body("violations[0].path", equalTo("/receivedAt"));
    }

    @Test
    void everything_wrong_with_a_report_is_named() {
        register(Map.of("period", "2026-13", "sentAt", "2099-01-01T00:00:00Z"))
                .then()
                .statusCode(422)
                .body("violations.path", hasItems("/period", "/kind", "/title", "/sentTo", "/sentAt"));
    }

    @Test
    void pages_go_through_all_reports_of_a_kind() {
        var wanted = quarterly();
        wanted.put("kind", "DEMAND_ANALYSIS");
        for (var i = 0; i < 3; i++) {
            register(wanted).then().statusCode(201);
        }

        var seen = new ArrayList<String>();
        String cursor = null;
        do {
            var page = as(office())
                    .get(REPORTS + "?kind=DEMAND_ANALYSIS&limit=1" + (cursor == null ? "" : "&cursor=" + cursor));
            page.then().statusCode(200);
            seen.addAll(page.jsonPath().getList("items.id"));
            cursor = page.path("next");
        } while (cursor != null);

        assertThat(seen).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(3);
    }

    @ParameterizedTest(name = "{0}: read {1}, write {2}")
    @CsvSource({
        "OFFICE, 200, 422",
        "LEADER, 200, 403",
        "LIAISON, 403, 403",
        "SURVEYOR, 403, 403",
        "ANALYST, 403, 403",
        "ADMIN, 403, 403"
    })
    void the_office_keeps_the_register_and_leaders_read_it(String role, int read, int write) {
        String id = register(quarterly()).path("id");
        var bearer = TestTokens.bearer("somebody", "DIST", role);

        as(bearer).get(REPORTS).then().statusCode(read);
        as(bearer).get(REPORTS + "/" + id).then().statusCode(read);
        as(bearer).body(Map.of()).post(REPORTS).then().statusCode(write);
        as(bearer).body(Map.of()).post(REPORTS + "/" + id + "/reception").then().statusCode(write);
    }
}
