package org.huisheng.kpi.seal;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.huisheng.kpi.sql.Database;
import org.huisheng.kpi.testing.Office;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TwoPeopleTest extends SealableHalf {

    private static final String PATH = "/v1/periods/{period}/seal";

    @Inject
    Database database;

    @Test
    void one_person_asks_another_seals_and_a_bonus_is_entered_for_an_open_month_from_then_on() {
        var other = Office.establishDepartment();
        var contract = Office.concluded(Office.contract(other).replace("\"year\": 2026", """
                "year": %d, "bonusItems": [{"code": "award", "name": "获奖", "points": 3}]""".formatted(year)));
        Office.as("li", null, "OFFICE")
                .post(PATH, quarter(1))
                .then()
                .statusCode(202)
                .body("state", equalTo("REQUESTED"))
                .body("requestedBy", equalTo("li"))
                .body("expiresAt", matchesPattern("2.*Z"));
        Office.as("li", null, "OFFICE")
                .post(PATH, quarter(1))
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:huisheng:problem:second-person-needed"));

        Office.as("wang", null, "LEADER")
                .post(PATH, quarter(1))
                .then()
                .statusCode(201)
                .body("state", equalTo("SEALED"))
                .body("requestedBy", equalTo("li"))
                .body("confirmedBy", equalTo("wang"))
                .body("hash", matchesPattern("[0-9a-f]{64}"))
                .body("periods", hasSize(4));

        for (var sealed : new String[] {quarter(1), month(1), month(3)}) {
            Office.as("zhao", null, "ADMIN")
                    .post(PATH, sealed)
                    .then()
                    .statusCode(409)
                    .body("type", equalTo("urn:huisheng:problem:already-sealed"));
        }
        Office.as("OFFICE").get(PATH, month(2)).then().body("period", equalTo(quarter(1)));

        enter(contract, month(3))
                .then()
                .statusCode(422)
                .body("violations[0].path", equalTo("/month"))
                .body("violations[0].message", containsString(month(4)));
        enter(contract, month(4)).then().statusCode(201);
    }

    private static Response enter(String contract, String month) {
        return Office.as("OFFICE")
                .body("{\"item\": \"award\", \"month\": \"%s\", \"evidence\": \"省公司通报\"}".formatted(month))
                .post("/v1/contracts/{id}/records", contract);
    }

    @Test
    void a_request_can_be_taken_back_and_lapses() {
        Office.as("li", null, "OFFICE").post(PATH, month(1)).then().statusCode(202);
        Office.as("OFFICE").get(PATH, month(1)).then().body("state", equalTo("REQUESTED"));
        Office.as("OFFICE").delete(PATH, month(1)).then().statusCode(204);
        Office.as("OFFICE").delete(PATH, month(1)).then().statusCode(404);
        Office.as("OFFICE").get(PATH, month(1)).then().statusCode(404);

        Office.as("li", null, "OFFICE").post(PATH, month(1)).then().statusCode(202);
        database.write(
                "UPDATE seal_request SET requested_at = now() - interval '2 h', expires_at = now() - interval '1 h'"
                        + " WHERE period = ?",
                month(1));

        Office.as("wang", null, "OFFICE").post(PATH, month(1)).then().statusCode(202);
        Office.as("OFFICE").get(PATH, month(1)).then().body("requestedBy", equalTo("wang"));
    }

    @Test
    void what_waits_for_a_second_person_is_listed_until_it_has_one() {
        Office.as("li", null, "OFFICE").post(PATH, month(1)).then().statusCode(202);

        Office.as("LEADER")
                .get("/v1/seal-requests?limit=500")
                .then()
                .statusCode(200)
                .body("items.find { it.period == '" + month(1) + "' }.requestedBy", equalTo("li"));
        Office.as("wang", null, "LEADER").post(PATH, month(1)).then().statusCode(201);

        Office.as("LEADER").get("/v1/seal-requests?limit=500").then().body("items.period", not(hasItem(month(1))));
    }

    @Test
    void requests_are_paged_and_one_that_has_lapsed_is_none() {
        for (var month : new String[] {month(1), month(2), month(3)}) {
            Office.as("li", null, "OFFICE").post(PATH, month).then().statusCode(202);
        }
        database.write(
                "UPDATE seal_request SET requested_at = now() - interval '2 h', expires_at = now() - interval '1 h'"
                        + " WHERE period = ?",
                month(2));

        var seen = new ArrayList<String>();
        String cursor = null;
        do {
            var page =
                    Office.as("OFFICE").get("/v1/seal-requests?limit=1" + (cursor == null ? "" : "&cursor=" + cursor));
            page.then().statusCode(200);
            seen.addAll(page.<List<String>>path("items.period"));
            cursor = page.path("next");
        } while (cursor != null);

        assertThat(seen).doesNotHaveDuplicates().contains(month(1), month(3)).doesNotContain(month(2));
    }

    @Test
    void a_leader_confirms_but_does_not_ask_and_others_do_neither() {
        Office.as("LEADER")
                .post(PATH, month(1))
                .then()
                .statusCode(403)
                .body("type", equalTo("urn:huisheng:problem:office-requests-seals"));
        for (var role : new String[] {"ANALYST", "SURVEYOR"}) {
            Office.as(role).post(PATH, month(1)).then().statusCode(403);
        }
        Office.as("LIAISON", department).post(PATH, month(1)).then().statusCode(403);
        Office.as("LEADER").delete(PATH, month(1)).then().statusCode(403);
        Office.as("LIAISON", department).get("/v1/seals/verification").then().statusCode(403);
        Office.as("LIAISON", department)
                .get("/v1/periods/{period}/recomputation", month(1))
                .then()
                .statusCode(403);
        given().post("/api/kpi/v1/periods/2026-10/seal").then().statusCode(401);
    }

    @Test
    void what_has_not_begun_or_is_no_period_cannot_be_sealed() {
        Office.as("OFFICE")
                .post(PATH, "2099-Q4")
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:huisheng:problem:period-not-begun"));
        Office.as("OFFICE").post(PATH, "2026-Q7").then().statusCode(400);
        for (var path : new String[] {"snapshot", "recomputation"}) {
            Office.as("OFFICE").get("/v1/periods/2099/" + path).then().statusCode(404);
        }
    }

    @Test
    void a_quarter_can_be_sealed_after_some_of_its_months() {
        seal(month(2));

        seal(quarter(1));

        Office.as("OFFICE").get(PATH, month(2)).then().body("period", equalTo(month(2)));
        Office.as("OFFICE").get(PATH, month(1)).then().body("period", equalTo(quarter(1)));
    }
}
