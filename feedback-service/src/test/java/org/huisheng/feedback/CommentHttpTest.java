package org.huisheng.feedback;

import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the tests of comments share. */
public abstract class CommentHttpTest extends HttpTest {

    protected static final String COMMENTS = "/api/feedback/v1/comments";
    protected static final String TEMPLATE = "/api/feedback/v1/reply-template";

    protected static Map<String, Object> criticism() {
        var said = new HashMap<String, Object>();
        said.put("kind", "CRITICISM");
        said.put("level", "CITY");
        said.put("sourceDocument", "市府办〔2026〕12号");
        said.put("verbatim", "园区供电可靠性有待提高，请抓紧研究。");
        said.put("receivedAt", "2026-04-18T10:00:00+08:00");
        said.put("deadline", "2098-05-08T17:30:00+08:00");
        said.put("leadDepartment", "DIST");
        said.put("coLeadDepartments", List.of("MKT"));
        return said;
    }

    protected static Response register(Map<String, Object> said) {
        return as(office()).body(said).post(COMMENTS);
    }

    protected static String registered() {
        return register(criticism()).then().statusCode(201).extract().path("id");
    }

    protected static Response act(String bearer, String id, String step, Object body) {
        return as(bearer).body(body).post(COMMENTS + "/" + id + "/" + step);
    }

    /** Every department has done its part, and the lead what it was asked for. */
    protected static void done(String id) {
        settled(id);
        act(liaison("DIST"), id, "tasks/DIST/completion", Map.of("result", "已列入改造计划"))
                .then()
                .statusCode(200);
        act(liaison("MKT"), id, "tasks/MKT/completion", Map.of("result", "已走访 <全部> & 用户"))
                .then()
                .statusCode(200);
    }

    protected static String caseOf(String id) {
        return as(office())
                .get(COMMENTS + "/" + id)
                .then()
                .statusCode(200)
                .extract()
                .path("caseId");
    }

    protected static void settled(String id) {
        var matter = caseOf(id);
        step(liaison("DIST"), matter, "start", Map.of()).then().statusCode(200);
        resolve("DIST", matter).then().statusCode(200);
    }
}
