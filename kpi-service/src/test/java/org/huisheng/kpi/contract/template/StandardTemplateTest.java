package org.huisheng.kpi.contract.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.huisheng.kpi.testing.KpiTest;
import org.huisheng.kpi.testing.Office;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every office can begin with. */
@QuarkusTest
class StandardTemplateTest extends KpiTest {

    private static final String STANDARD = "/v1/contract-templates/standard";

    @Test
    void it_spans_the_four_dimensions_and_each_indicator_explains_itself_in_both_languages() {
        var standard = Office.as("LEADER").get(STANDARD).jsonPath();

        assertThat(standard.getList("dimensions.code"))
                .isEqualTo(List.of("AWARENESS", "MANAGEMENT", "MECHANISM", "OUTREACH"));
        assertThat(indicators(standard)).hasSizeGreaterThan(15).allSatisfy(indicator -> {
            assertThat(indicator.get("explanation")).asString().matches("[^。]{8,}。");
            assertThat(indicator.get("explanationEn")).asString().matches("[A-Z].{8,}\\.");
            assertThat(indicator.get("nameEn")).asString().isNotBlank();
        });
    }

    @Test
    void more_than_is_wanted_is_worth_a_fifth_more_and_never_a_multiple() {
        var standard = Office.as("LEADER").get(STANDARD).jsonPath();

        assertThat(indicators(standard))
                .filteredOn(indicator -> indicator.get("stretch") != null)
                .isNotEmpty()
                .allSatisfy(indicator -> assertThat(indicator.get("cap")).isEqualTo(120));
    }

    @Test
    void every_side_has_a_say_of_its_own_and_nothing_counts_in_two_indicators() {
        var standard = Office.as("LEADER").get(STANDARD).jsonPath();

        var counted = new ArrayList<String>();
        var asked = new ArrayList<Object>();
        for (var indicator : indicators(standard)) {
            for (var side : (List<?>) indicator.get("sides")) {
                counted.add(indicator.get("metric") + " of " + side);
            }
            if (indicator.get("statistic").equals("MEAN")) {
                asked.add(indicator.get("sides"));
            }
        }

        assertThat(counted).doesNotHaveDuplicates();
        // Whoever asks how satisfied a side is gets the figure of that side, not of two together.
        assertThat(asked)
                .contains(List.of("CUSTOMER"), List.of("ENTERPRISE"), List.of("GOVERNMENT"), List.of("EMPLOYEE"))
                .allSatisfy(sides -> assertThat((List<?>) sides).hasSize(1));
    }

    private static List<Map<String, Object>> indicators(JsonPath standard) {
        List<Map<String, Object>> indicators = new ArrayList<>();
        standard.<List<Map<String, Object>>>getList("dimensions.indicators").forEach(indicators::addAll);
        return indicators;
    }

    @ParameterizedTest
    @ValueSource(strings = {"FRONT_OFFICE", "PRODUCTION", "SUPPORT"})
    void it_can_be_published_as_it_is_and_becomes_a_whole_contract_of_each_class(String departmentClass) {
        var department = "S" + Long.toString(System.nanoTime(), 36).toUpperCase(Locale.ROOT);
        Office.as("ADMIN")
                .body("{\"code\": \"%s\", \"name\": \"部门\", \"class\": \"%s\"}".formatted(department, departmentClass))
                .post("/v1/departments")
                .then()
                .statusCode(201);
        var proposal =
                new HashMap<>(Office.as("OFFICE").get(STANDARD).jsonPath().getMap(""));
        proposal.put("code", "T" + Long.toString(System.nanoTime(), 36).toUpperCase(Locale.ROOT));
        var template = Office.as("OFFICE")
                .body(proposal)
                .post("/v1/contract-templates")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");

        Office.as("OFFICE")
                .body("{\"template\": \"%s\", \"year\": 2026, \"departments\": [\"%s\"]}"
                        .formatted(template, department))
                .post("/v1/contracts/from-template")
                .then()
                .statusCode(201);

        Office.as("OFFICE")
                .get("/v1/scores/{department}/2026-11", department)
                .then()
                .body("dimensions.weight.sum()", equalTo(100))
                .body("state", equalTo("NO_DATA"))
                .body("dimensions.indicators.flatten().explanation", everyItem(notNullValue()))
                .body("dimensions.indicators.flatten().explanationEn", everyItem(notNullValue()));
    }

    @Test
    void a_whole_class_begins_a_year_with_it_in_one_go_and_it_is_published_once() {
        var department = "S" + Long.toString(System.nanoTime(), 36).toUpperCase(Locale.ROOT);
        Office.as("ADMIN")
                .body("{\"code\": \"%s\", \"name\": \"部门\", \"class\": \"FRONT_OFFICE\"}".formatted(department))
                .post("/v1/departments")
                .then()
                .statusCode(201);

        var first = begun(2031);
        var second = begun(2032);

        assertThat(first.<String>getList("items.department")).contains(department);
        assertThat(first.<Integer>getList("items.dimensions[0].weight")).containsOnly(20, 25, 30);
        assertThat(second.getList("items.template").getFirst())
                .isEqualTo(first.getList("items.template").getFirst());
        Office.as("OFFICE")
                .body("{\"standard\": true, \"template\": \"%s\", \"year\": 2031, \"class\": \"FRONT_OFFICE\"}"
                        .formatted(UUID.randomUUID()))
                .post("/v1/contracts/from-template")
                .then()
                .statusCode(422)
                .body("violations.path", equalTo(List.of("/template")));
    }

    private static JsonPath begun(int year) {
        return Office.as("OFFICE")
                .body("{\"standard\": true, \"year\": %d, \"class\": \"FRONT_OFFICE\"}".formatted(year))
                .post("/v1/contracts/from-template")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }
}
