package org.huisheng.survey.response;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.startsWith;
import static org.huisheng.survey.SurveyFixture.openLink;
import static org.huisheng.survey.SurveyFixture.submission;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.util.UUID;
import java.util.stream.Stream;
import org.huisheng.survey.SurveyTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class BadInputTest extends SurveyTest {

    private static final String RESPONSES = "/api/survey/v1/responses";
    private static String link;

    /** Each makes one thing wrong with a good response; LINK stands for an open link. */
    static Stream<Arguments> responses_nobody_should_send() {
        var good = submission(UUID.randomUUID(), "LINK", "{\"overall\": 4}");
        return Stream.of(
                Arguments.of("nothing", "", 400),
                Arguments.of("null", "null", 400),
                Arguments.of("a list", "[" + good + "]", 400),
                Arguments.of("cut off", good.substring(0, good.length() - 1), 400),
                Arguments.of("more after the end", good + "{}", 400),
                Arguments.of("a field twice", good.replace("{\"overall\"", "{\"overall\": 3, \"overall\""), 400),
                Arguments.of("an unknown field", good.replace("\"version\"", "\"score\": 100, \"version\""), 400),
                Arguments.of(
                        "an unknown device field",
                        good.replace("\"version\"", "\"device\": {\"imei\": 1}, \"version\""),
                        400),
                Arguments.of(
                        "a negative sequence",
                        good.replace("\"version\"", "\"device\": {\"id\": \"k\", \"sequence\": -1}, \"version\""),
                        400),
                Arguments.of("no id", good.replace("responseId", "id"), 400),
                Arguments.of(
                        "an id that is none",
                        good.replaceFirst("\"responseId\": \"[^\"]+\"", "\"responseId\": \"1-1-1-1-1\""),
                        400),
                Arguments.of("a text for a version", good.replace("\"version\": 1", "\"version\": \"1\""), 400),
                Arguments.of("a fraction for a version", good.replace("\"version\": 1", "\"version\": 1.5"), 400),
                Arguments.of("answers that are a list", good.replace("{\"overall\": 4}", "[4]"), 400),
                Arguments.of("a time without offset", good.replace("09:05:00+08:00", "09:05:00"), 400),
                Arguments.of(
                        "a number for a time",
                        good.replaceFirst("\"submittedAt\": \"[^\"]+\"", "\"submittedAt\": 5"),
                        400),
                Arguments.of(
                        "the year one billion",
                        good.replaceFirst(
                                "\"submittedAt\": \"[^\"]+\"", "\"submittedAt\": \"+999999999-01-01T00:00:00Z\""),
                        400),
                Arguments.of("NUL", good.replace("4}", "4, \"why\": \"a\\u0000\"}"), 400),
                Arguments.of("NUL in a name", good.replace("4}", "4, \"\\u0000\": 1}"), 400),
                Arguments.of("half a surrogate", good.replace("4}", "4, \"why\": \"\\ud800\"}"), 400),
                Arguments.of(
                        "depth", good.replace("4}", "4, \"why\": " + "[".repeat(5000) + "]".repeat(5000) + "}"), 400),
                Arguments.of("a giant exponent", good.replace("4}", "1e999999999}"), 400),
                Arguments.of("a long number", good.replace("4}", "4" + "0".repeat(500) + "}"), 400),
                Arguments.of("not a number", good.replace("4}", "NaN}"), 400),
                Arguments.of("an unknown link", good.replace("LINK", "nowhere"), 404),
                Arguments.of("another version", good.replace("\"version\": 1", "\"version\": 2"), 422),
                Arguments.of("no required answer", good.replace("{\"overall\": 4}", "{}"), 422),
                Arguments.of("a value out of range", good.replace("4}", "6}"), 422),
                Arguments.of("a text for a rating", good.replace("4}", "\"4\"}"), 422),
                Arguments.of("an option not offered", good.replace("4}", "4, \"channel\": \"fax\"}"), 422),
                Arguments.of("a row that is none", good.replace("4}", "4, \"departments\": {\"CIA\": 1}}"), 422),
                Arguments.of("an unknown question", good.replace("4}", "4, \"ghost\": 1}"), 422));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("responses_nobody_should_send")
    void a_response_is_refused_and_not_stored(String what, String body, int status) throws SQLException {
        var before = count("SELECT count(*) FROM response");

        given().contentType(ContentType.JSON)
                .body(body.replace("LINK", link()).getBytes(UTF_8))
                .post(RESPONSES)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", startsWith("urn:huisheng:problem:"));

        assertThat(count("SELECT count(*) FROM response")).isEqualTo(before);
    }

    @Test
    void every_wrong_field_is_named_at_once() {
        given().contentType(ContentType.JSON)
                .body("{\"version\": true, \"answers\": 1, \"extra\": 1}")
                .post(RESPONSES)
                .then()
                .statusCode(400)
                .body(
                        "violations.path",
                        hasItems("/responseId", "/link", "/version", "/answers", "/submittedAt", "/extra"));
    }

    @Test
    void bytes_that_are_no_utf_8_are_refused() {
        var body = submission(UUID.randomUUID(), link(), "{\"overall\": 4, \"why\": \"~\"}")
                .getBytes(UTF_8);
        for (var index = 0; index < body.length; index++) {
            body[index] = body[index] == '~' ? (byte) 0xC3 : body[index];
        }

        given().contentType(ContentType.JSON).body(body).post(RESPONSES).then().statusCode(400);
    }

    @Test
    void a_huge_body_is_refused() {
        given().contentType(ContentType.JSON)
                .body(" ".repeat(1_100_000) + submission(UUID.randomUUID(), link(), "{\"overall\": 4}"))
                .post(RESPONSES)
                .then()
                .statusCode(413)
                .contentType("application/problem+json");
    }

    @Test
    void a_huge_body_that_does_not_announce_itself_is_refused() throws IOException, InterruptedException {
        var body = (" ".repeat(1_100_000) + submission(UUID.randomUUID(), link(), "{\"overall\": 4}")).getBytes(UTF_8);
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(
                    HttpRequest.newBuilder(URI.create(RestAssured.baseURI + ":" + RestAssured.port + RESPONSES))
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
                            .build(),
                    BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(answer.body()).contains("urn:huisheng:problem:too-large");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/xml", "multipart/form-data; boundary=x"})
    void a_body_that_is_not_json_is_refused(String mediaType) {
        given().header("Content-Type", mediaType)
                .body(submission(UUID.randomUUID(), link(), "{\"overall\": 4}").getBytes(UTF_8))
                .post(RESPONSES)
                .then()
                .statusCode(415)
                .contentType("application/problem+json");
    }

    @Test
    void responses_are_posted_and_nothing_else() {
        given().get(RESPONSES).then().statusCode(405).header("Allow", "POST").contentType("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "{\"responses\": {}}", "{\"responses\": [], \"more\": 1}", "null", ""})
    void a_batch_that_is_none_is_refused(String body) {
        given().contentType(ContentType.JSON)
                .body(body)
                .post(RESPONSES + "/batch")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    @Test
    void a_batch_of_more_than_five_hundred_is_refused_and_an_empty_one_is_not() {
        var tooMany = "{\"responses\": [" + "{},".repeat(500) + "{}]}";

        given().contentType(ContentType.JSON)
                .body(tooMany)
                .post(RESPONSES + "/batch")
                .then()
                .statusCode(400);
        given().contentType(ContentType.JSON)
                .body("{\"responses\": []}")
                .post(RESPONSES + "/batch")
                .then()
                .statusCode(200);
    }

    private static String link() {
        if (link == null) {
            link = openLink();
        }
        return link;
    }
}
