package org.huisheng.feedback;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class BadInputTest extends HttpTest {

    private static final String GOOD =
            "\"side\":\"CUSTOMER\",\"category\":\"billing\",\"title\":\"t\",\"description\":\"d\"";

    static Stream<Arguments> requests_nobody_should_send() {
        return Stream.of(
                Arguments.of("nothing", "", 400),
                Arguments.of("null", "null", 400),
                Arguments.of("a list", "[]", 400),
                Arguments.of("cut off", "{" + GOOD, 400),
                Arguments.of("more after the end", "{" + GOOD + "} {}", 400),
                Arguments.of("a field twice", "{" + GOOD + ",\"title\":\"u\"}", 400),
                Arguments.of("an unknown field", "{" + GOOD + ",\"status\":\"CLOSED\"}", 400),
                Arguments.of("an unknown field inside", "{" + GOOD + ",\"stakeholder\":{\"age\":5}}", 400),
                Arguments.of("a number for a text", "{" + GOOD + ",\"caseId\":null,\"severity\":3}", 400),
                Arguments.of("a list for a text", "{" + GOOD.replace("\"t\"", "[\"t\"]") + "}", 400),
                Arguments.of("a number for a title", "{" + GOOD.replace("\"t\"", "7") + "}", 400),
                Arguments.of("a number for a time", "{" + GOOD + ",\"receivedAt\":5}", 400),
                Arguments.of("a time without offset", "{" + GOOD + ",\"receivedAt\":\"2026-01-01T00:00:00\"}", 400),
                Arguments.of("a digits-only time", "{" + GOOD + ",\"receivedAt\":\"5\"}", 400),
                Arguments.of("an empty time", "{" + GOOD + ",\"receivedAt\":\"\"}", 400),
                Arguments.of("an id that is none", "{" + GOOD + ",\"caseId\":\"x\"}", 400),
                Arguments.of("an empty id", "{" + GOOD + ",\"caseId\":\"\"}", 400),
                Arguments.of("an unknown side", "{" + GOOD.replace("CUSTOMER", "MARTIAN") + "}", 400),
                Arguments.of("an empty side", "{" + GOOD.replace("CUSTOMER", "") + "}", 400),
                Arguments.of("NUL", "{" + GOOD.replace("\"t\"", "\"a\\u0000b\"") + "}", 400),
                Arguments.of("half a surrogate", "{" + GOOD.replace("\"t\"", "\"a\\ud800\"") + "}", 400),
                Arguments.of("depth", "{" + GOOD + ",\"source\":" + "[".repeat(5000) + "]".repeat(5000) + "}", 400),
                Arguments.of("a long name", "{\"" + "n".repeat(2000) + "\":1}", 400),
                Arguments.of("no fields", "{}", 422),
                Arguments.of("a blank title", "{" + GOOD.replace("\"t\"", "\" \"") + "}", 422),
                Arguments.of("a long title", "{" + GOOD.replace("\"t\"", "\"" + "题".repeat(201) + "\"") + "}", 422),
                Arguments.of("prose for a category", "{" + GOOD.replace("billing", "call 13800000000") + "}", 422),
                Arguments.of("tomorrow", "{" + GOOD + ",\"receivedAt\":\"2099-01-01T00:00:00Z\"}", 422),
                Arguments.of("antiquity", "{" + GOOD + ",\"receivedAt\":\"0001-01-01T00:00:00Z\"}", 422),
                Arguments.of("a far future", "{" + GOOD + ",\"receivedAt\":\"+999999999-01-01T00:00:00Z\"}", 422));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("requests_nobody_should_send")
    void a_case_is_not_opened_from(String what, String body, int status) {
        var before = count("SELECT count(*) FROM feedback_case");

        as(office())
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post(CASES)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", startsWith("urn:huisheng:problem:"));

        assertThat(count("SELECT count(*) FROM feedback_case")).isEqualTo(before);
    }

    @Test
    void every_fault_is_named_at_once_in_the_callers_language() {
        var body = Map.of("title", " ", "stakeholder", Map.of("phone", "1".repeat(41)), "source", Map.of());

        as(office())
                .body(body)
                .post(CASES)
                .then()
                .statusCode(422)
                .body(
                        "violations.path",
                        hasItems("/side", "/category", "/title", "/description", "/stakeholder/phone", "/source/type"))
                .body("violations.find { it.path == '/title' }.message", equalTo("不能为空。"));
        as(office())
                .header("Accept-Language", "en")
                .body(body)
                .post(CASES)
                .then()
                .body("violations.find { it.path == '/stakeholder/phone' }.message", equalTo("At most 40 characters."));
    }

    @Test
    void bytes_that_are_no_utf_8_are_refused() {
        var body = ("{" + GOOD.replace("\"t\"", "\"~\"") + "}").getBytes(StandardCharsets.UTF_8);
        for (var i = 0; i < body.length; i++) {
            if (body[i] == '~') {
                body[i] = (byte) 0xC3;
            }
        }

        as(office()).body(body).post(CASES).then().statusCode(400);
    }

    @Test
    void a_huge_body_is_refused() {
        as(office())
                .body(" ".repeat(1_100_000) + "{" + GOOD + "}")
                .post(CASES)
                .then()
                .statusCode(413);
    }

    @Test
    void what_is_not_json_is_refused() {
        given().header("Authorization", office())
                .contentType(ContentType.XML)
                .body("<case/>")
                .post(CASES)
                .then()
                .statusCode(415);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "assignment    | {}                                         | 422",
                "assignment    | {\"department\":\"NOPE\"}                  | 422",
                "assignment    | {\"department\":\"OLD\"}                   | 422",
                "assignment    | {\"department\":7}                         | 400",
                "assignment    | {\"department\":\"DIST\",\"who\":\"me\"}   | 400",
                "assignment    | {\"department\":\"a\\u0000\"}              | 400",
                "resolution    | {\"rootCause\":\"x\"}                      | 422",
                "resolution    | {\"rootCause\":\"x\",\"actionTaken\":\" \"} | 422",
                "confirmation  | {}                                         | 422",
                "confirmation  | {\"rating\":0}                             | 422",
                "confirmation  | {\"rating\":6}                             | 422",
                "confirmation  | {\"rating\":4.5}                           | 400",
                "confirmation  | {\"rating\":\"4\"}                         | 400",
                "confirmation  | {\"rating\":99999999999}                   | 400",
                "dispute       | {}                                         | 422",
                "closure       | []                                         | 400"
            })
    void a_step_is_not_taken_on(String step, String body, int status) {
        var id = switch (step) {
            case "assignment" -> opened();
            case "resolution" -> started();
            default -> resolved("DIST");
        };
        var before = count("SELECT version FROM feedback_case WHERE id = '" + id + "'");

        step(step.equals("resolution") ? liaison("DIST") : office(), id, step, body)
                .then()
                .statusCode(status)
                .contentType("application/problem+json");

        assertThat(count("SELECT version FROM feedback_case WHERE id = '" + id + "'"))
                .isEqualTo(before);
    }

    @Test
    void an_unknown_department_is_named_with_its_place() {
        step(office(), opened(), "assignment", Map.of("department", "NOPE"))
                .then()
                .statusCode(422)
                .body("violations[0].path", equalTo("/department"))
                .body("violations[0].code", equalTo("unknown-department"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"outcome\":\"CONFIRMED\"}",
                "{\"outcome\":\"CONFIRMED\",\"rating\":5,\"reason\":\"x\"}",
                "{\"outcome\":\"DISPUTED\"}",
                "{\"outcome\":\"DISPUTED\",\"rating\":1,\"reason\":\"x\"}"
            })
    void half_an_answer_is_no_answer(String body) {
        answer(link(office(), resolved("DIST")), body).then().statusCode(422);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "overdue=no",
                "status=OPEN",
                "status=closed",
                "side=",
                "side=CUSTOMER&side=EMPLOYEE",
                "limit=0",
                "limit=201",
                "limit=x",
                "cursor=x",
                "cursor=________________________________",
                "department=%00"
            })
    void a_filter_that_would_be_ignored_is_refused(String query) {
        given().urlEncodingEnabled(false)
                .header("Authorization", office())
                .get(CASES + "?" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    @Test
    void what_is_not_there_is_not_found() {
        as(office()).get(CASES + "/" + UUID.randomUUID()).then().statusCode(404);
        as(office()).get(CASES + "/not-an-id").then().statusCode(404);
        as(office()).get("/api/feedback/v1/nothing").then().statusCode(404);
        step(office(), UUID.randomUUID().toString(), "closure", Map.of()).then().statusCode(404);
        given().get(CONFIRMATIONS + "/guessed").then().statusCode(404);
        given().urlEncodingEnabled(false).get(CONFIRMATIONS + "/%00").then().statusCode(404);
        answer("guessed", Map.of("outcome", "CONFIRMED", "rating", 5)).then().statusCode(404);
        as(office()).put(CASES).then().statusCode(405);
    }

    @ParameterizedTest
    @CsvSource({"en, Allow header", "zh-CN, Allow 标头"})
    void a_refused_method_comes_with_those_that_are_taken(String language, String words) {
        as(office())
                .header("Accept-Language", language)
                .delete(CASES)
                .then()
                .statusCode(405)
                .header("Allow", "GET, HEAD, OPTIONS, POST")
                .header("Content-Language", language)
                .body("detail", containsString(words));
    }

    private static String started() {
        var id = assigned("DIST");
        step(liaison("DIST"), id, "start", Map.of()).then().statusCode(200);
        return id;
    }
}
