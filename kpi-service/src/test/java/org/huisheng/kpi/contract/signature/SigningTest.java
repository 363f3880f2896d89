package org.huisheng.kpi.contract.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.huisheng.kpi.sql.Database;
import org.huisheng.kpi.testing.KpiTest;
import org.huisheng.kpi.testing.Office;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SigningTest extends KpiTest {

    private static final String SIGNATURES = "/v1/contracts/{id}/signatures";

    @Inject
    Database database;

    private String department;
    private String contract;

    @BeforeEach
    void conclude() {
        department = Office.establishDepartment();
        contract = Office.concludeContract(department);
    }

    @Test
    void a_contract_is_signed_once_both_parties_have() {
        Office.as("wu", null, "OFFICE")
                .post(SIGNATURES, contract)
                .then()
                .statusCode(201)
                .header("Location", equalTo("/api/kpi/v1/contracts/" + contract))
                .body("signed", equalTo(false))
                .body("signatures.party", equalTo(List.of("OFFICE")));
        Office.as("li", department, "LIAISON")
                .post(SIGNATURES, contract)
                .then()
                .statusCode(201)
                .body("signed", equalTo(true));
        Office.as("LEADER")
                .get("/v1/contracts/{id}", contract)
                .then()
                .body("signed", equalTo(true))
                .body("signatures.signedBy", equalTo(List.of("wu", "li")))
                .body("signatures[0].signedAt", containsString("T"));
    }

    @Test
    void each_party_finds_what_it_has_not_signed() {
        Office.as("wu", null, "OFFICE").post(SIGNATURES, contract).then().statusCode(201);

        unsignedBy("OFFICE").body("items.id", not(hasItem(contract)));
        unsignedBy("DEPARTMENT").body("items.id", equalTo(List.of(contract)));
        Office.as("li", department, "LIAISON").post(SIGNATURES, contract).then().statusCode(201);

        unsignedBy("DEPARTMENT").body("items", hasSize(0));
        Office.as("OFFICE")
                .get("/v1/contracts?unsignedBy=NOBODY")
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:huisheng:problem:bad-query"));
    }

    private ValidatableResponse unsignedBy(String party) {
        return Office.as("OFFICE")
                .get("/v1/contracts?department={department}&unsignedBy={party}", department, party)
                .then()
                .statusCode(200);
    }

    @Test
    void each_party_signs_once_and_nobody_for_both() {
        Office.as("wu", null, "OFFICE").post(SIGNATURES, contract).then().statusCode(201);

        Office.as("sun", null, "OFFICE")
                .post(SIGNATURES, contract)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:huisheng:problem:already-signed"))
                .body("detail", containsString("wu"));
        Office.as("wu", department, "LIAISON")
                .post(SIGNATURES, contract)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:huisheng:problem:signs-for-both"));
    }

    @Test
    void only_the_office_and_the_departments_own_liaison_sign() {
        var other = Office.establishDepartment();

        for (var role : List.of("ADMIN", "LEADER", "ANALYST", "SURVEYOR")) {
            Office.as(role, department).post(SIGNATURES, contract).then().statusCode(403);
        }
        Office.as("LIAISON", other).post(SIGNATURES, contract).then().statusCode(403);
        Office.as("li", other, "LIAISON", "LEADER")
                .post(SIGNATURES, contract)
                .then()
                .statusCode(403)
                .body("type", equalTo("urn:huisheng:problem:foreign-department"));
        Office.as("OFFICE").post(SIGNATURES, UUID.randomUUID()).then().statusCode(404);
        Office.as("LIAISON", department)
                .post(SIGNATURES, UUID.randomUUID())
                .then()
                .statusCode(404);
        Office.as("OFFICE").get("/v1/contracts/{id}", contract).then().body("signatures", hasSize(0));
    }

    @Test
    void of_signatures_given_at_once_one_counts() throws Exception {
        Callable<Integer> sign =
                () -> Office.as("wu", null, "OFFICE").post(SIGNATURES, contract).statusCode();

        var statuses = new ArrayList<Integer>();
        try (var threads = Executors.newFixedThreadPool(6)) {
            for (var done : threads.invokeAll(Collections.nCopies(12, sign))) {
                statuses.add(done.get());
            }
        }

        assertThat(statuses).containsOnlyOnce(201).isSubsetOf(201, 409);
    }

    @Test
    void the_database_keeps_signatures_and_lets_nobody_sign_for_both() {
        Office.sign(contract, department);

        assertThatThrownBy(() -> database.write(
                        "DELETE FROM contract_signature WHERE contract_id = ?", UUID.fromString(contract)))
                .hasStackTraceContaining("is not changed");
        assertThatThrownBy(() -> database.write(
                        "UPDATE contract_signature SET signed_by = 'x' WHERE contract_id = ?",
                        UUID.fromString(contract)))
                .hasStackTraceContaining("is not changed");
        var other = UUID.fromString(Office.concludeContract(department));
        var sign = "INSERT INTO contract_signature VALUES (?, ?, 'wu', now())";
        database.write(sign, other, "OFFICE");
        assertThatThrownBy(() -> database.write(sign, other, "DEPARTMENT"))
                .hasStackTraceContaining("contract_signature_contract_id_signed_by_key");
    }
}
