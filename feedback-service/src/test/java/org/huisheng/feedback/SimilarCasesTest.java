package org.huisheng.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class SimilarCasesTest extends MergeHttpTest {

    @Test
    void what_may_be_a_duplicate_is_of_the_same_enterprise_or_kind_and_time() {
        var enterprise = "某厂" + UUID.randomUUID();
        var asked = from(enterprise, "power-quality.flicker");
        var sameEnterprise = from(enterprise, "billing");
        var sameKind = from("另一厂", "power-quality.flicker");
        var neither = from("另一厂", "metering");
        step(office(), sameKind, "assignment", Map.of("department", "MKT"))
                .then()
                .statusCode(200);

        as(office())
                .get(CASES + "/" + asked + "/similar")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(sameKind))
                .body("items.id", not(hasItem(neither)))
                .body("items.id", not(hasItem(asked)))
                .body("items[0].id", equalTo(sameEnterprise))
                .body("items[0].sameOrganisation", equalTo(true))
                .body("items[0].sameCategory", equalTo(false));
        step(office(), asked, "assignment", Map.of("department", "DIST")).then().statusCode(200);
        as(liaison("DIST"))
                .get(CASES + "/" + asked + "/similar?days=1")
                .then()
                .statusCode(200)
                .body("items.department", everyItem(equalTo("DIST")))
                .body("items.id", not(hasItem(sameKind)));
        as(liaison("MKT")).get(CASES + "/" + asked + "/similar").then().statusCode(403);
        as(office()).get(CASES + "/" + asked + "/similar?days=0").then().statusCode(400);
        as(office()).get(CASES + "/" + asked + "/duplicates").then().body("items", empty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "stakeholder_organisation = 'x' AND opened_at >= now() AND opened_at <= now()",
                "side = 'x' AND category = 'x' AND opened_at >= now() AND opened_at <= now()"
            })
    void possible_duplicates_are_read_from_an_index_in_order(String condition) throws SQLException {
        assertThat(QueryPlan.inOrder(
                        database,
                        "SELECT * FROM feedback_case WHERE " + condition
                                + " ORDER BY opened_at DESC, id DESC LIMIT 20"))
                // Which of several indexes is best depends on the data, which is too little here to tell.
                .contains("Index Scan Backward")
                .containsPattern("Index Cond: .*(organisation|category) = .*opened_at >= ")
                .doesNotContain("Sort");
    }

    private static String from(String organisation, String category) {
        var request = new HashMap<>(complaint());
        request.put("category", category);
        request.put("stakeholder", Map.of("organisation", organisation));
        return as(office()).body(request).post(CASES).path("id");
    }
}
