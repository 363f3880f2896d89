package org.huisheng.kpi.contract.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.huisheng.kpi.sql.Database;
import org.huisheng.kpi.testing.KpiTest;
import org.huisheng.kpi.testing.Office;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ItemRecordResourceTest extends KpiTest {

    private static final String RECORDS = "/v1/contracts/{id}/records";

    @Inject
    Database database;

    private String department;
    private String contract;

    @BeforeEach
    void agree() {
        department = Office.establishDepartment();
        contract = Office.concluded(Office.contract(department).replace("\"year\": 2026", """
                "year": 2026,
                "vetoItems": [{"code": "accident", "name": "安全事故", "ceiling": 59}],
                "bonusItems": [{"code": "award", "name": "获奖", "points": 3}]"""));
    }

    @Test
    void a_bonus_is_granted_on_evidence_and_read_by_the_department() {
        var granted = enter("""
                {"item": "award", "month": "2026-03", "points": 2.5, "evidence": "省公司通报",
                 "link": "https://example.org/notice?id=1"}""");
        var id = granted.then()
                .statusCode(201)
                .header("Location", startsWith("/api/kpi/v1/contracts/" + contract + "/records/"))
                .body("kind", equalTo("BONUS"))
                .body("recordedBy", equalTo("somebody"))
                .body("revocation", nullValue())
                .extract()
                .<String>path("id");

        Office.as("LIAISON", department)
                .get(RECORDS + "/{record}", contract, id)
                .then()
                .statusCode(200)
                .body("points", equalTo(2.5f))
                .body("month", equalTo("2026-03"))
                .body("evidence", equalTo("省公司通报"))
                .body("link", equalTo("https://example.org/notice?id=1"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "`item`: `nothing`, `month`: `2026-03`, `evidence`: `e` | /item",
                "`month`: `2026-03`, `evidence`: `e` | /item",
                "`item`: `award`, `month`: `2025-12`, `evidence`: `e` | /month",
                "`item`: `award`, `evidence`: `e` | /month",
                "`item`: `award`, `month`: `2026-03`, `evidence`: ` ` | /evidence",
                "`item`: `award`, `month`: `2026-03` | /evidence",
                "`item`: `award`, `month`: `2026-03`, `evidence`: `e`, `points`: 3.01 | /points",
                "`item`: `award`, `month`: `2026-03`, `evidence`: `e`, `points`: 0 | /points",
                "`item`: `award`, `month`: `2026-03`, `evidence`: `e`, `points`: 1.001 | /points",
                "`item`: `accident`, `month`: `2026-03`, `evidence`: `e`, `points`: 1 | /points",
                "`item`: `award`, `month`: `2026-03`, `evidence`: `e`, `link`: `javascript:alert(1)` | /link",
                "`item`: `award`, `month`: `2026-03`, `evidence`: `e`, `link`: `not an address` | /link"
            })
    void what_cannot_be_entered_is_named(String fields, String path) {
        enter("{" + fields.replace('`', '"') + "}")
                .then()
                .statusCode(422)
                .body("violations.path", equalTo(List.of(path)));
    }

    @Test
    void everything_wrong_is_named_at_once_and_next_year_has_not_happened() {
        var next = Office.concluded(Office.contract(department).replace("\"year\": 2026", """
                "year": 2098, "bonusItems": [{"code": "award", "name": "获奖", "points": 3}]"""));

        Office.as("OFFICE")
                .body("{\"item\": \"award\", \"month\": \"2098-01\", \"points\": 9, \"evidence\": \"\"}")
                .post(RECORDS, next)
                .then()
                .statusCode(422)
                .body("violations.path", hasItems("/month", "/points", "/evidence"));
    }

    @Test
    void records_are_listed_page_by_page_over_all_versions() {
        strike("2026-01");
        strike("2026-02");
        var next = Office.as("OFFICE")
                .body("{\"year\": 2026}")
                .post("/v1/contracts/{id}/copy", contract)
                .<String>path("id");
        Office.as("OFFICE").body(strikeIn("2026-03")).post(RECORDS, next).then().statusCode(201);

        var first = Office.as("LEADER")
                .queryParam("limit", 2)
                .get(RECORDS, contract)
                .jsonPath();
        var second = Office.as("LEADER")
                .queryParam("limit", 2)
                .queryParam("cursor", first.getString("next"))
                .get(RECORDS, next)
                .jsonPath();

        assertThat(first.getList("items.month")).isEqualTo(List.of("2026-01", "2026-02"));
        assertThat(second.getList("items.month")).isEqualTo(List.of("2026-03"));
        assertThat(second.getString("next")).isNull();
    }

    @Test
    void a_record_is_revoked_once_for_a_reason_and_stays() {
        var id = strike("2026-03");
        var revocation = RECORDS + "/{record}/revocation";

        Office.as("OFFICE")
                .body("{\"reason\": \" \"}")
                .post(revocation, contract, id)
                .then()
                .statusCode(422);
        Office.as("OFFICE")
                .body("{\"reason\": \"查无实据\"}")
                .post(revocation, contract, id)
                .then()
                .statusCode(200)
                .body("revocation.reason", equalTo("查无实据"));
        Office.as("OFFICE")
                .body("{\"reason\": \"again\"}")
                .post(revocation, contract, id)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:huisheng:problem:already-revoked"));
        Office.as("OFFICE")
                .get(RECORDS, contract)
                .then()
                .body("items", hasSize(1))
                .body("items[0].revocation.revokedBy", equalTo("somebody"));
    }

    @Test
    void only_the_office_enters_and_revokes_and_only_the_own_department_looks() {
        var id = strike("2026-03");
        var other = Office.establishDepartment();

        for (var role : List.of("ADMIN", "LEADER", "ANALYST", "LIAISON", "SURVEYOR")) {
            Office.as(role, department)
                    .body(strikeIn("2026-03"))
                    .post(RECORDS, contract)
                    .then()
                    .statusCode(403);
            Office.as(role, department)
                    .body("{\"reason\": \"r\"}")
                    .post(RECORDS + "/{record}/revocation", contract, id)
                    .then()
                    .statusCode(403);
        }
        Office.as("LIAISON", other).get(RECORDS, contract).then().statusCode(403);
        Office.as("LIAISON", other)
                .get(RECORDS + "/{record}", contract, id)
                .then()
                .statusCode(403);
        Office.as("OFFICE").get(RECORDS, UUID.randomUUID()).then().statusCode(404);
        Office.as("OFFICE")
                .get(RECORDS + "/{record}", Office.concludeContract(other), id)
                .then()
                .statusCode(404);
    }

    @Test
    void the_database_lets_nobody_change_a_record_or_give_more_than_there_is() {
        var id = UUID.fromString(strike("2026-03"));
        var grant = """
                INSERT INTO item_record (id, contract_id, department, year, month, item, kind, points, evidence, recorded_by,
                    recorded_at)
                VALUES (gen_random_uuid(), ?, ?, 2026, '2026-03-01', 'award', 'BONUS', 3.5, 'e', 'x', now())
                """;

        assertThatThrownBy(() -> database.write("DELETE FROM item_record WHERE id = ?", id))
                .hasStackTraceContaining("can only be revoked");
        assertThatThrownBy(() -> database.write("UPDATE item_record SET evidence = 'other' WHERE id = ?", id))
                .hasStackTraceContaining("can only be revoked");
        assertThatThrownBy(() -> database.write(grant, UUID.fromString(contract), department))
                .hasStackTraceContaining("more points than item award gives");
        assertThatThrownBy(() ->
                        database.write("UPDATE item_record SET revoked_by = 'x', revoked_at = now() WHERE id = ?", id))
                .hasStackTraceContaining("item_record_check");
    }

    private Response enter(String body) {
        return Office.as("OFFICE").body(body).post(RECORDS, contract);
    }

    private String strike(String month) {
        return enter(strikeIn(month)).then().statusCode(201).extract().path("id");
    }

    private static String strikeIn(String month) {
        return "{\"item\": \"accident\", \"month\": \"%s\", \"evidence\": \"调查报告\"}".formatted(month);
    }
}
