package org.huisheng.kpi.contract.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.huisheng.kpi.sql.Database;
import org.huisheng.kpi.testing.KpiTest;
import org.huisheng.kpi.testing.Office;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TemplateResourceTest extends KpiTest {

    private static final String SUPPORT = """
            {"class": "SUPPORT", "dimensions": {"MANAGEMENT": 100, "MECHANISM": 0},
             "indicators": {"service": 30, "speed": 70}}""";

    @Inject
    Database database;

    private final String code = "T" + Long.toString(System.nanoTime(), 36).toUpperCase(Locale.ROOT);

    @Test
    void a_template_is_read_as_it_was_published_version_by_version() {
        var first = published(template(SUPPORT));
        var second = published(template(SUPPORT));

        Office.as("LEADER")
                .get("/v1/contract-templates/{id}", first)
                .then()
                .statusCode(200)
                .body("code", equalTo(code))
                .body("version", equalTo(1))
                .body("nameEn", equalTo("Usual"))
                .body("weights[0].class", equalTo("SUPPORT"))
                .body("weights[0].dimensions.MANAGEMENT", equalTo(100))
                .body("dimensions[0].indicators[0].base", equalTo(60));
        var page = Office.as("ADMIN")
                .queryParam("code", code)
                .queryParam("limit", 1)
                .get("/v1/contract-templates")
                .jsonPath();
        Office.as("ADMIN")
                .queryParam("code", code)
                .queryParam("cursor", page.getString("next"))
                .get("/v1/contract-templates")
                .then()
                .body("items.id", equalTo(List.of(second)))
                .body("items[0].version", equalTo(2))
                .body("next", nullValue());
    }

    @Test
    void each_department_gets_the_weights_of_its_class() {
        var support = departmentOf("SUPPORT");
        var plain = Office.establishDepartment();
        var template = published(template(SUPPORT));

        var concluded = from(template, "\"departments\": [\"%s\", \"%s\"]".formatted(support, plain))
                .then()
                .statusCode(201)
                .body("items", hasSize(2))
                .body("items.template", equalTo(List.of(template, template)))
                .extract()
                .jsonPath();

        var ofSupport = "items.find{it.department=='%s'}.".formatted(support);
        assertThat(concluded.getList(ofSupport + "dimensions.code")).isEqualTo(List.of("MANAGEMENT"));
        assertThat(concluded.getList(ofSupport + "dimensions[0].indicators.weight"))
                .isEqualTo(List.of(30, 70));
        var ofPlain = "items.find{it.department=='%s'}.".formatted(plain);
        assertThat(concluded.getList(ofPlain + "dimensions.weight")).isEqualTo(List.of(60, 40));
        assertThat(concluded.getList(ofPlain + "dimensions[0].indicators.weight"))
                .isEqualTo(List.of(50, 50));
        Office.as("LIAISON", support)
                .get("/v1/contracts/{id}", concluded.getString(ofSupport + "id"))
                .then()
                .body("template", equalTo(template))
                .body("vetoItems[0].condition.indicator", equalTo("service"));
    }

    @Test
    void a_whole_class_is_concluded_with_but_for_those_no_longer_active() {
        var one = departmentOf("PRODUCTION");
        var gone = departmentOf("PRODUCTION");
        Office.as("ADMIN")
                .header("If-Match", "\"0\"")
                .body("{\"name\": \"撤销\", \"active\": false}")
                .put("/v1/departments/{code}", gone)
                .then()
                .statusCode(200)
                .body("class", equalTo("PRODUCTION"));

        var concluded = from(published(template("")), "\"class\": \"PRODUCTION\"")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();

        assertThat(concluded.<String>getList("items.department")).contains(one).doesNotContain(gone);
    }

    @Test
    void all_are_concluded_or_none_and_everything_wrong_is_named_at_once() {
        var known = Office.establishDepartment();

        Office.as("OFFICE")
                .body("""
                        {"template": "%s", "year": 1999, "departments": ["%s", "NOWHERE", "NOR_THERE", "%2$s"]}
                        """.formatted(UUID.randomUUID(), known))
                .post("/v1/contracts/from-template")
                .then()
                .statusCode(422)
                .body(
                        "violations.path",
                        hasItems("/template", "/year", "/departments/1", "/departments/2", "/departments/3"));
        from(published(template("")), "\"departments\": [\"%s\", \"NOWHERE\"]".formatted(known))
                .then()
                .statusCode(422);
        from(published(template("")), "\"class\": \"SUPPORT\", \"departments\": [\"%s\"]".formatted(known))
                .then()
                .statusCode(422)
                .body("violations.path", equalTo(List.of("/class")));
        from(published(template("")), "\"effectiveFrom\": \"2026-02-01\"")
                .then()
                .statusCode(422)
                .body("violations.path", equalTo(List.of("/departments")));
        Office.as("OFFICE").get("/v1/contracts?department=" + known).then().body("items", hasSize(0));
    }

    @Test
    void what_is_wrong_with_a_template_is_named_with_the_class_it_is_wrong_for() {
        publish(template("""
                {"class": "SUPPORT", "dimensions": {"MANAGEMENT": 90, "NOTHING": 5}, "indicators": {"service": 0}},
                {"class": "SUPPORT", "dimensions": {"MANAGEMENT": 100, "MECHANISM": 0},
                 "indicators": {"speed": -1, "service": null}}
                """).replace("\"code\": \"" + code + "\"", "\"code\": \"small\""))
                .then()
                .statusCode(422)
                .body(
                        "violations.path",
                        hasItems(
                                "/code",
                                "/weights/0/dimensions",
                                "/weights/0/dimensions/NOTHING",
                                "/weights/0/indicators",
                                "/weights/0/indicators/service",
                                "/weights/1/class",
                                "/weights/1/indicators/speed",
                                "/weights/1/indicators/service"));
    }

    @Test
    void a_template_that_is_only_checked_is_told_what_is_wrong_with_it_and_not_published() {
        Office.as("OFFICE")
                .body(template(SUPPORT))
                .post("/v1/contract-templates/check")
                .then()
                .statusCode(200)
                .body("violations", hasSize(0));
        Office.as("OFFICE")
                .body(template(SUPPORT.replace("\"speed\": 70", "\"speed\": 60")))
                .post("/v1/contract-templates/check")
                .then()
                .statusCode(200)
                .body("violations.path", equalTo(List.of("/weights/0/indicators")));
        Office.as("ADMIN")
                .queryParam("code", code)
                .get("/v1/contract-templates")
                .then()
                .body("items", hasSize(0));
    }

    @Test
    void only_the_office_publishes_and_concludes() {
        for (var role : List.of("ADMIN", "LEADER", "ANALYST", "LIAISON", "SURVEYOR")) {
            Office.as(role, "DIST")
                    .body(template(""))
                    .post("/v1/contract-templates")
                    .then()
                    .statusCode(403);
            Office.as(role, "DIST")
                    .body("{}")
                    .post("/v1/contracts/from-template")
                    .then()
                    .statusCode(403);
        }
        Office.as("LIAISON", "DIST").get("/v1/contract-templates").then().statusCode(403);
    }

    @Test
    void the_database_takes_no_template_whose_weights_are_not_whole() {
        var sound =
                "{\"dimensions\": [{\"code\": \"A\", \"weight\": 100, \"indicators\": [{\"code\": \"i\", \"weight\": 100}]}],"
                        + " \"weights\": [%s]}";

        insert(sound.formatted(""));
        insert(sound.formatted("{\"class\": \"SUPPORT\", \"dimensions\": null, \"indicators\": {\"other\": 5}}"));
        for (var broken : List.of("\"dimensions\": {\"A\": 99}", "\"indicators\": {\"i\": 90}")) {
            assertThatThrownBy(() -> insert(sound.formatted("{\"class\": \"SUPPORT\", %s}".formatted(broken))))
                    .hasStackTraceContaining("contract_template_content_check");
        }
    }

    private void insert(String content) {
        database.write("""
                INSERT INTO contract_template (id, code, version, name, created_at, created_by, content)
                VALUES (gen_random_uuid(), ?, ?, 'n', now(), 'x', ?::jsonb)
                """, code, (int) (System.nanoTime() & 0xFFFFFF) + 1, content);
    }

    private static String departmentOf(String departmentClass) {
        var code = "C" + Long.toString(System.nanoTime(), 36).toUpperCase(Locale.ROOT);
        Office.as("ADMIN")
                .body("{\"code\": \"%s\", \"name\": \"部门\", \"class\": \"%s\"}".formatted(code, departmentClass))
                .post("/v1/departments")
                .then()
                .statusCode(201)
                .body("class", equalTo(departmentClass));
        return code;
    }

    private static Response from(String template, String parties) {
        return Office.as("OFFICE")
                .body("{\"template\": \"%s\", \"year\": 2026, %s}".formatted(template, parties))
                .post("/v1/contracts/from-template");
    }

    private static Response publish(String template) {
        return Office.as("OFFICE").body(template).post("/v1/contract-templates");
    }

    private static String published(String template) {
        JsonPath answer = publish(template).then().statusCode(201).extract().jsonPath();
        return answer.getString("id");
    }

    private String template(String weights) {
        return """
                {"code": "%s", "name": "通用", "nameEn": "Usual", "dimensions": [
                  {"code": "MANAGEMENT", "weight": 60, "indicators": [
                    {"code": "service", "name": "服务", "metric": "satisfaction.service", "sides": ["CUSTOMER"],
                     "statistic": "MEAN", "direction": "HIGHER", "base": 60, "target": 90, "weight": 50},
                    {"code": "speed", "name": "速度", "metric": "satisfaction.speed", "sides": ["CUSTOMER"],
                     "statistic": "MEAN", "direction": "HIGHER", "base": 60, "target": 90, "weight": 50}]},
                  {"code": "MECHANISM", "weight": 40, "indicators": [
                    {"code": "resolution", "name": "解决率", "metric": "case.resolved",
                     "denominatorMetric": "case.received", "sides": ["CUSTOMER"], "statistic": "RATE",
                     "direction": "HIGHER", "base": 50, "target": 100, "weight": 100}]}],
                 "vetoItems": [{"code": "low", "name": "底线", "ceiling": 59,
                                "condition": {"indicator": "service", "below": 30}}],
                 "weights": [%s]}
                """.formatted(code, weights);
    }
}
