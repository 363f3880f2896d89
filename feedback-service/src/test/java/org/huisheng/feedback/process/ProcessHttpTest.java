package org.huisheng.feedback.process;

import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.huisheng.feedback.HttpTest;

/** What tests of the register share. Codes are new each time, since nothing of it is ever deleted. */
public abstract class ProcessHttpTest extends HttpTest {

    protected static final String PROCESSES = "/api/feedback/v1/processes";
    protected static final String POSTS = "/api/feedback/v1/posts";
    protected static final String ELEMENTS = "/api/feedback/v1/csr-elements";

    private static final AtomicInteger NUMBER = new AtomicInteger();

    protected static String newCode(String kind) {
        return kind + "-" + Long.toString(System.nanoTime(), 36) + "-" + NUMBER.incrementAndGet();
    }

    protected static String newPost() {
        var code = newCode("post");
        put(POSTS + "/" + code, Map.of("name", "岗位" + code, "nameEn", "Post"))
                .then()
                .statusCode(201);
        return code;
    }

    /** Owned by the department, with two steps: RECEIVE taken by the post, and VISIT taken by nobody in particular. */
    protected static String newProcess(String department, String post) {
        var code = newCode("process");
        put(PROCESSES + "/" + code, process(department, post)).then().statusCode(201);
        return code;
    }

    protected static Map<String, Object> process(String department, String post) {
        var process = new HashMap<String, Object>();
        process.put("name", "业扩报装");
        process.put("nameEn", "Connection");
        process.put("department", department);
        process.put(
                "steps",
                List.of(
                        Map.of("code", "RECEIVE", "name", "受理申请", "nameEn", "Receive", "post", post),
                        Map.of("code", "VISIT", "name", "现场勘查")));
        return process;
    }

    protected static Response put(String path, Object body) {
        return as(office()).body(body).put(path);
    }
}
