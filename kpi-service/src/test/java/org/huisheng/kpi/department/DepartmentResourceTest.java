package org.huisheng.kpi.department;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.huisheng.kpi.testing.KpiTest;
import org.huisheng.kpi.testing.Office;
import org.huisheng.kpi.testing.Road;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class DepartmentResourceTest extends KpiTest {

    private static final String RENAMED = "{\"name\": \"运检部\", \"active\": false}";

    @Test
    void every_change_is_told_to_the_others_with_its_version() {
        var code = Office.establishDepartment();
        var tag = Office.as("LIAISON", code).get("/v1/departments/{code}", code).header("ETag");

        Office.as("ADMIN")
                .header("If-Match", tag)
                .body(RENAMED)
                .put("/v1/departments/{code}", code)
                .then()
                .statusCode(200)
                .body("name", equalTo("运检部"))
                .body("nameEn", equalTo("运检部"))
                .body("active", equalTo(false));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(Road.contents("huisheng.kpi"))
                        .filteredOn(record -> code.equals(record.key()))
                        .extracting(record -> new String(record.value(), StandardCharsets.UTF_8))
                        .satisfiesExactly(
                                first -> assertThat(first).contains("\"active\":true", "\"version\":0"),
                                second -> assertThat(second).contains("\"active\":false", "\"version\":1")));
    }

    @Test
    void a_new_department_has_an_address() {
        var code = "NEW" + System.nanoTime();

        Office.as("ADMIN")
                .body("{\"code\": \"%s\", \"name\": \"营销部\"}".formatted(code))
                .post("/v1/departments")
                .then()
                .statusCode(201)
                .header("Location", equalTo("/api/kpi/v1/departments/" + code))
                .header("ETag", equalTo("\"0\""));
        Office.as("ADMIN")
                .body("{\"code\": \"%s\", \"name\": \"营销部\"}".formatted(code))
                .post("/v1/departments")
                .then()
                .statusCode(409);
    }

    @Test
    void a_change_must_say_which_version_it_saw() {
        var code = Office.establishDepartment();

        Office.as("ADMIN")
                .body(RENAMED)
                .put("/v1/departments/{code}", code)
                .then()
                .statusCode(400);
        Office.as("ADMIN")
                .header("If-Match", "\"7\"")
                .body(RENAMED)
                .put("/v1/departments/{code}", code)
                .then()
                .statusCode(412);
        Office.as("ADMIN")
                .header("If-Match", "W/\"0\"")
                .body(RENAMED)
                .put("/v1/departments/{code}", code)
                .then()
                .statusCode(412);
    }

    @Test
    void of_changes_made_at_once_one_wins_and_none_is_lost() throws Exception {
        var code = Office.establishDepartment();
        Callable<Integer> change = () -> Office.as("ADMIN")
                .header("If-Match", "\"0\"")
                .body(RENAMED)
                .put("/v1/departments/{code}", code)
                .statusCode();
        var statuses = new ArrayList<Integer>();

        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var done : threads.invokeAll(Collections.nCopies(16, change))) {
                statuses.add(done.get());
            }
        }

        assertThat(statuses).containsOnlyOnce(200).isSubsetOf(200, 409, 412);
        Office.as("ADMIN").get("/v1/departments/{code}", code).then().header("ETag", equalTo("\"1\""));
    }

    @Test
    void departments_are_listed_page_by_page_to_whoever_is_signed_in() {
        var codes = List.of(Office.establishDepartment(), Office.establishDepartment(), Office.establishDepartment());
        var seen = new ArrayList<String>();
        String cursor = null;

        do {
            var request = Office.as("SURVEYOR").queryParam("limit", 2);
            var page = (cursor == null ? request : request.queryParam("cursor", cursor))
                    .get("/v1/departments")
                    .jsonPath();
            seen.addAll(page.getList("items.code"));
            cursor = page.getString("next");
        } while (cursor != null);

        assertThat(seen).containsAll(codes).doesNotHaveDuplicates().isSorted();
    }

    @Test
    void what_is_wrong_is_named() {
        Office.as("ADMIN")
                .body("{\"code\": \"lower\", \"nameEn\": \" \"}")
                .post("/v1/departments")
                .then()
                .statusCode(422)
                .body("violations.path", hasItems("/code", "/name", "/nameEn"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[1]",
                "{\"code\": 5}",
                "{\"unknown\": true}",
                "{\"code\": \"A\", \"name\": \"\\u0000\"}"
            })
    void what_is_no_department_at_all_is_a_400(String body) {
        Office.as("ADMIN")
                .body(body)
                .post("/v1/departments")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    @Test
    void only_administrators_change_departments() {
        for (var role : List.of("OFFICE", "LEADER", "ANALYST", "LIAISON", "SURVEYOR")) {
            Office.as(role, "DIST")
                    .body("{\"code\": \"X\", \"name\": \"x\"}")
                    .post("/v1/departments")
                    .then()
                    .statusCode(403);
        }
    }
}
