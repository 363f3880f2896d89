package org.huisheng.feedback.process;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.huisheng.kit.testing.TestTokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RootCauseTest extends ProcessHttpTest {

    private static final String HEAT = "/api/feedback/v1/process-heat";

    private static String begun(String department) {
        var id = assigned(department);
        step(liaison(department), id, "start", Map.of()).then().statusCode(200);
        return id;
    }

    private static Response resolve(String id, Map<String, String> place) {
        var done = new HashMap<>(place);
        done.put("rootCause", "资料清单不明确");
        done.put("actionTaken", "提供一次性告知单");
        return step(liaison("DIST"), id, "resolution", done);
    }

    @Test
    void a_case_says_in_which_step_of_which_process_its_cause_lies_and_who_takes_it() {
        var post = newPost();
        var process = newProcess("DIST", post);
        var id = begun("DIST");

        resolve(id, Map.of("process", process, "step", "RECEIVE"))
                .then()
                .statusCode(200)
                .body("resolution.process", equalTo(process))
                .body("resolution.step", equalTo("RECEIVE"))
                .body("resolution.post", equalTo(post));

        as(office())
                .get(CASES + "/" + id)
                .then()
                .body("timeline.find { it.step == 'RESOLVED' }.resolution.step", equalTo("RECEIVE"));
        as(TestTokens.bearer("admin", null, "ADMIN"))
                .get("/api/feedback/v1/audit/verification?case=" + id)
                .then()
                .statusCode(200)
                .body("cases", equalTo(1))
                .body("findings", empty());
        as(office())
                .get(HEAT)
                .then()
                .statusCode(200)
                .body("months", equalTo(12))
                .body("complete", equalTo(true))
                .body("counts.findAll { it.process == '" + process + "' }.step", contains("RECEIVE"))
                .body("counts.findAll { it.process == '" + process + "' }.cases", contains(1))
                .body("counts.findAll { it.process == '" + process + "' }.department", contains("DIST"));
    }

    @Test
    void without_it_a_case_is_resolved_as_ever_and_what_is_not_in_the_register_is_refused() {
        var process = newProcess("DIST", newPost());
        var id = begun("DIST");

        resolve(id, Map.of("process", "nothing"))
                .then()
                .statusCode(422)
                .body("violations.code", contains("unknown-process"));
        resolve(id, Map.of("process", process, "step", "NONE"))
                .then()
                .statusCode(422)
                .body("violations.code", contains("unknown-step"));
        resolve(id, Map.of("process", process, "post", "nobody"))
                .then()
                .statusCode(422)
                .body("violations.code", contains("unknown-post"));
        resolve(id, Map.of("step", "RECEIVE")).then().statusCode(422).body("violations.path", contains("/process"));
        resolve(id, Map.of()).then().statusCode(200).body("resolution.process", nullValue());
    }

    @Test
    void a_step_that_was_given_up_takes_no_more_cases_and_keeps_those_it_has() {
        var process = newProcess("DIST", newPost());
        resolve(begun("DIST"), Map.of("process", process, "step", "VISIT"))
                .then()
                .statusCode(200)
                .body("resolution.post", nullValue());
        put(PROCESSES + "/" + process, Map.of("name", "x", "nameEn", "x", "steps", List.of()))
                .then()
                .statusCode(200);

        resolve(begun("DIST"), Map.of("process", process, "step", "VISIT"))
                .then()
                .statusCode(422);
        as(office()).get(HEAT + "?months=1").then().body("counts.process", hasItem(process));
    }

    @Test
    void a_liaison_sees_the_heat_of_their_own_department_only() {
        var process = newProcess("DIST", newPost());
        resolve(begun("DIST"), Map.of("process", process)).then().statusCode(200);

        as(liaison("DIST")).get(HEAT).then().body("counts.process", hasItem(process));
        as(liaison("MKT")).get(HEAT).then().body("counts.process", not(hasItem(process)));
        as(liaison("MKT")).get(HEAT + "?department=DIST").then().statusCode(403);
        as(office()).get(HEAT + "?department=OLD").then().body("counts", empty());
        as(office()).get(HEAT + "?months=25").then().statusCode(400);
    }
}
