package org.huisheng.kpi.briefing;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.Locale;
import org.huisheng.kpi.testing.Office;

/** Issues of the year 2000, which no other test seals or writes about. */
final class IssueFixture {

    static final int YEAR = 2000;

    private IssueFixture() {}

    static String month(int number) {
        return String.format(Locale.ROOT, "%d-%02d", YEAR, number);
    }

    /** @return its id */
    static String drafted(String month) {
        return Office.as("li", null, "OFFICE")
                .body("{\"period\": \"" + month + "\"}")
                .post("/v1/briefings")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    static String content(String... blocksOfTheThird) {
        return """
                {"masthead": "社责简报", "organisation": "全面社会责任管理工作办公室", "title": "", "footer": "内部资料",
                 "sections": [
                   {"kind": "MANAGEMENT", "title": "管理推进", "blocks": [
                     {"kind": "TEXT", "heading": "召开工作会议", "text": "公司召开社会责任管理工作会议。\\n部署下一步工作。"}]},
                   {"kind": "INTEGRATION", "title": "基层融入", "blocks": []},
                   {"kind": "OUTCOME", "title": "成效反馈", "blocks": [%s]},
                   {"kind": "LEARNING", "title": "每期一学", "blocks": []}]}
                """.formatted(String.join(",", blocksOfTheThird));
    }

    static Response write(String id, String content) {
        return Office.as("li", null, "OFFICE")
                .header("If-Match", tag(id))
                .body(content)
                .put("/v1/briefings/{id}", id);
    }

    static Response submit(String id) {
        return Office.as("li", null, "OFFICE").header("If-Match", tag(id)).post("/v1/briefings/{id}/submission", id);
    }

    static Response publish(String id, String by) {
        return Office.as(by, null, "LEADER").header("If-Match", tag(id)).post("/v1/briefings/{id}/publication", id);
    }

    static String tag(String id) {
        return Office.as("LEADER").get("/v1/briefings/{id}", id).header("ETag");
    }

    static JsonPath edition(String id) {
        return Office.as("OFFICE")
                .get("/v1/briefings/{id}/edition", id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    static byte[] paper(String id, String form) {
        return Office.as("OFFICE")
                .get("/v1/briefings/{id}/briefing." + form, id)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }
}
