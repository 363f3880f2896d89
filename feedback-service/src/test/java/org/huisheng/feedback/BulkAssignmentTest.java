package org.huisheng.feedback;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huisheng.kit.testing.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class BulkAssignmentTest extends HttpTest {

    private static final String ASSIGNMENTS = CASES + "/assignments";

    @Test
    void each_case_is_assigned_or_refused_by_itself() {
        var fresh = opened();
        var seen = opened();
        var changed = opened();
        step(office(), changed, "notes", Map.of("note", "x")).then().statusCode(200);
        var there = assigned("DIST");
        var cases = List.of(
                Map.of("id", fresh),
                Map.of("id", seen, "version", 0),
                Map.of("id", changed, "version", 0),
                Map.of("id", there),
                Map.of("id", UUID.randomUUID().toString()));

        as(office())
                .header("Accept-Language", "en")
                .body(Map.of("department", "DIST", "cases", cases, "note", "分派"))
                .post(ASSIGNMENTS)
                .then()
                .statusCode(200)
                .body("results.id.subList(0, 4)", contains(fresh, seen, changed, there))
                .body("results.status", contains(200, 200, 412, 409, 404))
                .body("results[0].problem", nullValue())
                .body("results[2].problem.type", equalTo("urn:huisheng:problem:outdated"));

        as(office()).get(CASES + "/" + seen).then().body("department", equalTo("DIST"));
        as(office()).get(CASES + "/" + changed).then().body("department", nullValue());
    }

    @Test
    void a_bad_request_assigns_nothing() {
        var id = opened();

        as(office())
                .body(Map.of("cases", List.of(Map.of("id", id), Map.of("version", 1))))
                .post(ASSIGNMENTS)
                .then()
                .statusCode(422)
                .body("violations.path", hasItems("/department", "/cases/1/id"));
        as(office())
                .body(Map.of("department", "DIST", "cases", Collections.nCopies(101, Map.of("id", id))))
                .post(ASSIGNMENTS)
                .then()
                .statusCode(422)
                .body("violations.path", hasItems("/cases"));
        as(office())
                .body(Map.of("department", "OLD", "cases", List.of(Map.of("id", id))))
                .post(ASSIGNMENTS)
                .then()
                .statusCode(200)
                .body("results.status", contains(422));
        as(office()).get(CASES + "/" + id).then().body("status", equalTo("RECEIVED"));
        as(office())
                .body(Map.of("department", "DIST", "cases", List.of()))
                .post(ASSIGNMENTS)
                .then()
                .statusCode(200)
                .body("results", hasSize(0));
    }

    @ParameterizedTest
    @CsvSource({"ADMIN", "LEADER", "LIAISON", "SURVEYOR", "ANALYST"})
    void only_the_office_assigns(String role) {
        as(TestTokens.bearer("somebody", "DIST", role))
                .body(Map.of("department", "DIST", "cases", List.of()))
                .post(ASSIGNMENTS)
                .then()
                .statusCode(403);
    }
}
