package org.huisheng.feedback;

import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huisheng.kit.testing.TestTokens;

/** What the tests of visits share: parks, enterprises, surveyors and reports as requests. */
abstract class VisitHttpTest extends HttpTest {

    protected static final String ENTERPRISES = "/api/feedback/v1/enterprises";
    protected static final String PARKS = "/api/feedback/v1/parks";
    protected static final String VISITS = "/api/feedback/v1/visits";
    protected static final String PLANS = "/api/feedback/v1/visit-plans";
    protected static final String COVERAGE = "/api/feedback/v1/visit-coverage";

    protected static String surveyor(String name) {
        return TestTokens.bearer(name, null, "SURVEYOR");
    }

    protected static String leader() {
        return TestTokens.bearer("leader", null, "LEADER");
    }

    protected static void park(String code) {
        as(office()).body(Map.of("name", "园区" + code)).put(PARKS + "/" + code);
    }

    protected static Map<String, Object> profile(String park, String name) {
        return Map.of(
                "park",
                park,
                "name",
                name,
                "trade",
                "精密制造",
                "size",
                "SMALL",
                "contacts",
                List.of(Map.of("name", "企业联系人甲", "post", "动力主管", "phone", "000-54321")));
    }

    protected static String enterprise(String park) {
        park(park);
        return as(office())
                .body(profile(park, "企业" + UUID.randomUUID()))
                .post(ENTERPRISES)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    protected static String visit(String enterprise, String day, String surveyor) {
        return as(office())
                .body(Map.of("enterprise", enterprise, "plannedFor", day, "surveyor", surveyor))
                .post(VISITS)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    protected static Map<String, Object> slip(String title) {
        return Map.of("title", title, "description", "每天下午电压偏低，影响生产");
    }

    protected static Map<String, Object> report(Object... slips) {
        var report = new HashMap<String, Object>();
        report.put("satisfaction", 4);
        report.put("slips", List.of(slips));
        report.put("contact", Map.of("name", "接待人乙", "phone", "000-98765"));
        report.put("note", "内部走访记录");
        return report;
    }

    protected static Response complete(String bearer, String visit, Object report) {
        return as(bearer).body(report).post(VISITS + "/" + visit + "/completion");
    }

    protected static Response batch(String bearer, Object... completions) {
        return as(bearer).body(Map.of("completions", List.of(completions))).post(VISITS + "/completions/batch");
    }
}
