package org.huisheng.feedback;

import io.restassured.response.Response;
import java.util.Map;

/** What the tests of duplicates share. */
abstract class MergeHttpTest extends HttpTest {

    protected static String started(String department) {
        var id = assigned(department);
        step(liaison(department), id, "start", Map.of()).then().statusCode(200);
        return id;
    }

    protected static Response merge(String bearer, String duplicate, String survivor) {
        return step(bearer, duplicate, "merge", Map.of("into", survivor, "reason", "同一变压器"));
    }
}
