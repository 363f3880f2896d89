package org.huisheng.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huisheng.survey.SurveyFixture.office;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A request with neither body nor media type is told what it lacks. Not by REST Assured, which sends a type always. */
@QuarkusTest
class MissingBodyTest extends SurveyTest {

    private static final String SOME = "019a0000-0000-7000-8000-000000000000";

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "POST, surveys, /title",
        "PUT, surveys/SOME/draft, /title",
        "PUT, surveys/SOME/versions/1/renamed, /renamed",
        "POST, survey-files, /format",
        "POST, definitions/check, /definition",
        "POST, campaigns, /surveyId",
        "PUT, campaigns/SOME, /surveyId",
        "POST, campaigns/SOME/links, /count",
        "POST, kiosks/enrolment, /code",
        "POST, kiosks/heartbeat, /queued"
    })
    void nothing_at_all_is_a_400(String method, String path, String lacking) throws IOException, InterruptedException {
        var address = RestAssured.baseURI + ":" + RestAssured.port + "/api/survey/v1/" + path.replace("SOME", SOME);
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(
                    HttpRequest.newBuilder(URI.create(address))
                            .header("Authorization", office())
                            .method(method, BodyPublishers.noBody())
                            .build(),
                    BodyHandlers.ofString());

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
            assertThat(answer.body()).contains("urn:huisheng:problem:malformed", '"' + lacking + '"');
        }
    }
}
