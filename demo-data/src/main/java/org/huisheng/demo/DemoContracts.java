package org.huisheng.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.YearMonth;
import java.util.Map;
import java.util.Objects;

/**
 * One contract per department and year, from the template every office can begin with: the four standard dimensions, which weigh
 * differently for those who serve customers, those who produce and those who support them. Both parties have signed.
 */
final class DemoContracts {

    private static final String CONTRACTS = "/api/kpi/v1/contracts";
    private static final String TEMPLATES = "/api/kpi/v1/contract-templates";
    private static final String TEMPLATE = "CSR";
    private static final int SIGNED_ALREADY = 409;

    private DemoContracts() {}

    static void conclude(Api office, int year) throws IOException, InterruptedException {
        var template = template(office);
        var wanted = Api.object().put("template", template).put("year", year);
        var departments = wanted.putArray("departments");
        for (var department : DemoDepartments.ALL) {
            if (contracts(office, department.code(), year).isEmpty()) {
                departments.add(department.code());
            }
        }
        if (!departments.isEmpty()) {
            office.created(CONTRACTS + "/from-template", wanted);
        }
    }

    /** @param liaisons by department */
    static void sign(Api office, Map<String, Api> liaisons, int year) throws IOException, InterruptedException {
        for (var department : DemoDepartments.ALL) {
            var contract = contracts(office, department.code(), year).path(0);
            if (!contract.path("signed").asBoolean()) {
                var signatures = CONTRACTS + "/" + contract.path("id").asText() + "/signatures";
                sign(office, signatures);
                sign(Objects.requireNonNull(liaisons.get(department.code())), signatures);
            }
        }
    }

    /** Cut off between the two, one of them has signed. */
    private static void sign(Api party, String signatures) throws IOException, InterruptedException {
        var answer = party.post(signatures, Api.object());
        if (answer.status() / 100 != 2 && answer.status() != SIGNED_ALREADY) {
            throw new Api.Refused("POST " + signatures, answer);
        }
    }

    /** The government has endorsed in writing what one department did. */
    static void grant(Api office, YearMonth month) throws IOException, InterruptedException {
        var contract = contracts(office, "MKT", month.getYear()).path(0);
        var records = CONTRACTS + "/" + contract.path("id").asText() + "/records";
        if (!contract.path("bonusItems").isEmpty()
                && office.get(records).path("items").isEmpty()) {
            office.created(
                    records,
                    Api.object()
                            .put("item", "ENDORSEMENT")
                            .put("month", month.toString())
                            .put("evidence", "《供电信息汇报》获区政府书面批示"));
        }
    }

    private static JsonNode contracts(Api office, String department, int year)
            throws IOException, InterruptedException {
        return office.get(CONTRACTS + "?department=" + department + "&year=" + year)
                .path("items");
    }

    private static String template(Api office) throws IOException, InterruptedException {
        var published = office.get(TEMPLATES + "?code=" + TEMPLATE).path("items");
        var template = published.isEmpty()
                ? office.created(TEMPLATES, office.get(TEMPLATES + "/standard"))
                : published.path(0);
        return template.path("id").asText();
    }
}
