package org.huisheng.kpi.testing;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.concurrent.atomic.AtomicInteger;
import org.huisheng.kit.testing.TestTokens;

/** The people of the office at their HTTP clients. */
public final class Office {

    private static final int YEAR = 2026;
    private static final AtomicInteger NEXT = new AtomicInteger(1);

    private Office() {}

    public static RequestSpecification as(String role) {
        return as(role, null);
    }

    public static RequestSpecification as(String role, String department) {
        return as("somebody", department, role);
    }

    public static RequestSpecification as(String user, String department, String... roles) {
        return given().basePath("/api/kpi")
                .header("Authorization", TestTokens.bearer(user, department, roles))
                .header("Accept-Language", "en")
                .contentType(ContentType.JSON);
    }

    /** A department nobody else in this run has. */
    public static String establishDepartment() {
        var code = "D" + NEXT.getAndIncrement() + "_"
                + Long.toString(System.nanoTime(), 36).toUpperCase(java.util.Locale.ROOT);
        as("ADMIN")
                .body("{\"code\": \"%s\", \"name\": \"配电运检室\", \"nameEn\": \"Distribution\"}".formatted(code))
                .post("/v1/departments")
                .then()
                .statusCode(201);
        return code;
    }

    public static String concludeContract(String department) {
        return concludeContract(department, YEAR);
    }

    public static String concludeContract(String department, int year) {
        return concluded(contract(department, year));
    }

    /** By both parties. */
    public static void sign(String contract, String department) {
        as("office", null, "OFFICE")
                .post("/v1/contracts/{id}/signatures", contract)
                .then()
                .statusCode(201);
        as("liaison", department, "LIAISON")
                .post("/v1/contracts/{id}/signatures", contract)
                .then()
                .statusCode(201);
    }

    public static String concluded(String contract) {
        return as("OFFICE")
                .body(contract)
                .post("/v1/contracts")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    public static String contract(String department) {
        return contract(department, YEAR);
    }

    private static String contract(String department, int year) {
        return """
                {"department": "%s", "year": %d, "dimensions": [
                  {"code": "MANAGEMENT", "weight": 60, "indicators": [
                    {"code": "service", "name": "服务满意度", "nameEn": "Service", "metric": "satisfaction.service",
                     "sides": ["CUSTOMER", "ENTERPRISE"], "statistic": "MEAN", "direction": "HIGHER",
                     "base": 60, "target": 90, "stretch": 95, "weight": 100, "minimumSample": 5}]},
                  {"code": "MECHANISM", "weight": 40, "indicators": [
                    {"code": "resolution", "name": "解决率", "metric": "case.resolved", "denominatorMetric": "case.received",
                     "sides": ["CUSTOMER", "ENTERPRISE", "GOVERNMENT", "EMPLOYEE"], "statistic": "RATE",
                     "direction": "HIGHER", "base": 50, "target": 100, "weight": 100}]}]}
                """.formatted(department, year);
    }
}
