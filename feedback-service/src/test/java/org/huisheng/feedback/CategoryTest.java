package org.huisheng.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.huisheng.kit.testing.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class CategoryTest extends HttpTest {

    private static final String CATEGORIES = "/api/feedback/v1/categories";

    @Test
    void there_is_a_tree_to_begin_with_in_both_languages() {
        as(liaison("DIST"))
                .get(CATEGORIES)
                .then()
                .statusCode(200)
                .body("items.code", hasItems("outage", "outage.unplanned", "billing", "demand-slip", "other"))
                .body("items.find { it.code == 'outage.unplanned' }.parent", equalTo("outage"))
                .body("items.find { it.code == 'safety' }.nameEn", equalTo("Safety"))
                .body("items.find { it.code == 'safety' }.severity", equalTo("CRITICAL"));
    }

    @Test
    void nobody_is_turned_away_for_a_code_and_the_office_can_list_it() {
        var code = "x" + UUID.randomUUID();
        var id = opened(code, null);
        as(office()).get(CATEGORIES).then().body("unlisted.find { it.code == '" + code + "' }.firstCase", equalTo(id));

        as(office()).body(entry("LOW")).put(CATEGORIES + "/" + code).then().statusCode(201);

        as(office()).get(CATEGORIES).then().body("items.code", hasItem(code)).body("unlisted.code", not(hasItem(code)));
    }

    @Test
    void a_category_says_how_bad_a_case_is_unless_somebody_else_does_and_a_retry_still_fits_when_it_changes() {
        var code = "y" + UUID.randomUUID();
        as(office()).body(entry("CRITICAL")).put(CATEGORIES + "/" + code).then().statusCode(201);
        var request = new HashMap<>(complaint());
        request.put("category", code);
        request.put("caseId", UUID.randomUUID());

        as(office()).body(request).post(CASES).then().statusCode(201).body("severity", equalTo("CRITICAL"));
        as(office()).body(entry("LOW")).put(CATEGORIES + "/" + code).then().statusCode(200);

        as(office()).body(request).post(CASES).then().statusCode(200).body("severity", equalTo("CRITICAL"));
        as(office()).get(CASES + "/" + opened(code, "NORMAL")).then().body("severity", equalTo("NORMAL"));
    }

    @Test
    void a_list_by_category_holds_all_below_it_and_nothing_beside_it() {
        var code = "z" + UUID.randomUUID();
        var parent = opened(code, null);
        var child = opened(code + ".a.b", null);
        var sibling = opened(code + "-a", null);

        as(office())
                .get(CASES + "?category=" + code)
                .then()
                .statusCode(200)
                .body("items.id", hasItems(parent, child))
                .body("items.id", not(hasItem(sibling)));
        as(office())
                .get(CASES + "?severity=CRITICAL&category=" + code)
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(0));
    }

    @Test
    void a_list_by_category_comes_from_its_index() throws Exception {
        assertThat(QueryPlan.without(
                        database, "SELECT id FROM feedback_case WHERE category >= 'a.' AND category < 'a/'", "seqscan"))
                .contains("feedback_case_category");
    }

    @Test
    void what_is_put_is_checked_and_an_older_version_overwrites_nothing() {
        var code = "w" + UUID.randomUUID();
        as(office())
                .body(entry("LOW"))
                .put(CATEGORIES + "/" + code + ".below")
                .then()
                .statusCode(422);
        as(office())
                .body(Map.of("name", "x"))
                .put(CATEGORIES + "/" + code)
                .then()
                .statusCode(422);
        as(office())
                .body(Map.of("name", "x", "nameEn", "x", "severity", "LOW", "department", "OLD"))
                .put(CATEGORIES + "/" + code)
                .then()
                .statusCode(422);
        as(office()).body(entry("LOW")).put(CATEGORIES + "/" + code).then().statusCode(201);
        as(office())
                .header("If-Match", "\"0\"")
                .body(entry("HIGH"))
                .put(CATEGORIES + "/" + code)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"");
        as(office())
                .header("If-Match", "\"0\"")
                .body(entry("LOW"))
                .put(CATEGORIES + "/" + code)
                .then()
                .statusCode(412);
        as(office()).get(CATEGORIES + "/" + code).then().body("severity", equalTo("HIGH"));
        as(office()).get(CATEGORIES + "/nothing").then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource({
        "OFFICE, 200, 422",
        "ADMIN, 200, 422",
        "LIAISON, 200, 403",
        "SURVEYOR, 200, 403",
        "LEADER, 200, 403",
        "ANALYST, 403, 403"
    })
    void all_who_work_with_cases_read_the_tree_and_the_office_keeps_it(String role, int read, int write) {
        var bearer = TestTokens.bearer("somebody", "DIST", role);

        as(bearer).get(CATEGORIES).then().statusCode(read);
        as(bearer).body(Map.of()).put(CATEGORIES + "/safety").then().statusCode(write);
    }

    private static Map<String, Object> entry(String severity) {
        return Map.of("name", "分类", "nameEn", "Category", "severity", severity, "department", "DIST");
    }

    private static String opened(String category, String severity) {
        var request = new HashMap<>(complaint());
        request.put("category", category);
        if (severity != null) {
            request.put("severity", severity);
        }
        return as(office())
                .body(request)
                .post(CASES)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
