package org.huisheng.survey.template;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.huisheng.survey.SurveyFixture.asOffice;
import static org.huisheng.survey.SurveyFixture.createSurvey;
import static org.huisheng.survey.SurveyFixture.publishVersion;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.UUID;
import org.huisheng.kit.testing.TestTokens;
import org.huisheng.survey.SurveyTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class TemplateTest extends SurveyTest {

    private static final String TEMPLATES = "/api/survey/v1/templates";
    private static final String FILES = "/api/survey/v1/survey-files";

    @Test
    void there_is_a_template_for_each_side() {
        asOffice()
                .get(TEMPLATES)
                .then()
                .statusCode(200)
                .body("items.side", containsInAnyOrder("EMPLOYEE", "GOVERNMENT", "ENTERPRISE", "CUSTOMER"))
                .body("items.title.default", hasItems("社会责任开放日体验"))
                .body("items.title.en", hasItems("Open day"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"employee-yearly", "government", "enterprise-visit", "open-day"})
    void a_survey_begun_from_a_template_can_be_published_as_it_is_in_both_languages(String code) {
        String id = asOffice()
                .post(TEMPLATES + "/" + code + "/surveys")
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        publishVersion(id)
                .then()
                .statusCode(201)
                .body("definition.locale", equalTo("zh-cn"))
                .body(
                        "definition.title.en",
                        equalTo(asOffice().get(TEMPLATES + "/" + code).path("title.en")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/xml", "application/octet-stream"})
    void a_survey_is_begun_from_json_or_from_nothing(String mediaType) {
        asOffice()
                .header("Content-Type", mediaType)
                .body("我的问卷".getBytes(StandardCharsets.UTF_8))
                .post(TEMPLATES + "/open-day/surveys")
                .then()
                .statusCode(415)
                .contentType("application/problem+json");
    }

    @Test
    void lists_of_departments_are_those_of_this_installation() {
        asOffice()
                .get(TEMPLATES + "/government")
                .then()
                .body("definition.elements.find { it.name == 'departments' }.rows.value", hasItems("DIST", "MKT"));
    }

    @Test
    void a_title_may_be_given_and_is_else_in_the_callers_language() {
        asOffice()
                .header("Accept-Language", "en")
                .post(TEMPLATES + "/open-day/surveys")
                .then()
                .body("title", equalTo("Open day"));
        asOffice()
                .body("{\"title\": \"春季开放日\"}")
                .post(TEMPLATES + "/open-day/surveys")
                .then()
                .body("title", equalTo("春季开放日"));
    }

    @Test
    void a_survey_goes_out_as_a_file_and_comes_in_again_the_same() {
        var id = createSurvey();
        publishVersion(id).then().statusCode(201);
        var file = asOffice().get(FILES + "/" + id);

        String copy = asOffice()
                .body(file.asString())
                .post(FILES)
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        assertThat(copy).isNotEqualTo(id);
        assertThat(asOffice().get(FILES + "/" + copy).<HashMap<String, Object>>path("$"))
                .isEqualTo(file.path("$"));
        assertThat(asOffice().get(FILES + "/" + id + "?version=1").<HashMap<String, Object>>path("$"))
                .isEqualTo(file.path("$"));
        publishVersion(copy).then().statusCode(201);
    }

    @Test
    void a_file_that_is_none_of_ours_makes_no_survey() throws SQLException {
        var before = count("SELECT count(*) FROM survey");
        for (var body : new String[] {
            "{}",
            "[]",
            "{\"format\": \"other/1\", \"title\": \"t\", \"side\": \"CUSTOMER\", \"definition\": {}}",
            "{\"format\": \"huisheng-survey/1\", \"title\": \"\", \"side\": \"CUSTOMER\", \"definition\": {}}",
            "{\"format\": \"huisheng-survey/1\", \"title\": \"t\", \"side\": \"CUSTOMER\", \"definition\": {}, \"virus\": 1}"
        }) {
            asOffice().body(body).post(FILES).then().statusCode(400).contentType("application/problem+json");
        }

        assertThat(count("SELECT count(*) FROM survey")).isEqualTo(before);
    }

    @Test
    void only_the_office_and_only_what_there_is() {
        for (var path : new String[] {TEMPLATES, TEMPLATES + "/open-day", FILES + "/" + UUID.randomUUID()}) {
            given().get(path).then().statusCode(401);
            given().header("Authorization", TestTokens.bearer("li", "DIST", "LIAISON"))
                    .get(path)
                    .then()
                    .statusCode(403);
        }
        asOffice().get(TEMPLATES + "/nothing").then().statusCode(404);
        asOffice().get(FILES + "/" + UUID.randomUUID()).then().statusCode(404);
    }
}
