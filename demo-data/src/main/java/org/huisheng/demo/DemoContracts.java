package org.huisheng.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.YearMonth;
import java.util.Map;
import java.util.Objects;

/**
 * One contract per department and year, from one template with the four standard dimensions, which weigh differently for
 * those who serve customers and those who do not. Both parties have signed.
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
        var template = published.isEmpty() ? office.created(TEMPLATES, template()) : published.path(0);
        return template.path("id").asText();
    }

    private static ObjectNode template() {
        var contract =
                Api.object().put("code", TEMPLATE).put("name", "社会责任绩效合约").put("nameEn", "CSR performance contract");
        weights(contract.putArray("weights"));
        items(contract);
        var dimensions = contract.putArray("dimensions");
        mean(
                dimension(dimensions, "AWARENESS", 30),
                "AWARENESS_EMPLOYEE",
                "员工责任意识",
                "Awareness among employees",
                "awareness.employee",
                100,
                "EMPLOYEE");
        var management = dimension(dimensions, "MANAGEMENT", 30);
        mean(
                management,
                "MANAGEMENT_EMPLOYEE",
                "社责管理评价",
                "Management as employees see it",
                "management.employee",
                30,
                "EMPLOYEE");
        mean(management, "DUTY_PERFORMANCE", "岗位履责评价", "Duty performance of posts", "duty-performance", 20, "EMPLOYEE");
        rate(management, "RESPONSE_RATE", "响应率", "Response rate", "case.responded", 25, 80, 98);
        rate(management, "RESOLUTION_RATE", "解决率", "Resolution rate", "case.resolved", 25, 60, 95);
        var mechanism = dimension(dimensions, "MECHANISM", 25);
        mean(
                mechanism,
                "MECHANISM_EMPLOYEE",
                "机制改进评价",
                "Mechanisms as employees see them",
                "mechanism.employee",
                40,
                "EMPLOYEE");
        rate(mechanism, "SATISFACTION_RATE", "满意率", "Satisfaction rate", "case.satisfied", 60, 40, 90);
        var outreach = dimension(dimensions, "OUTREACH", 15);
        mean(
                outreach,
                "SERVICE_SATISFACTION",
                "企业与用户满意度",
                "Satisfaction of enterprises and customers",
                "satisfaction.service",
                60,
                "ENTERPRISE",
                "CUSTOMER");
        mean(
                outreach,
                "GOVERNMENT_SATISFACTION",
                "政府评价",
                "Government's view",
                "satisfaction.government",
                40,
                "GOVERNMENT");
        return contract;
    }

    private static void weights(ArrayNode weights) {
        weights.addObject()
                .put("class", "FRONT_OFFICE")
                .putObject("dimensions")
                .put("AWARENESS", 20)
                .put("MANAGEMENT", 30)
                .put("MECHANISM", 25)
                .put("OUTREACH", 25);
        weights.addObject()
                .put("class", "SUPPORT")
                .putObject("dimensions")
                .put("AWARENESS", 40)
                .put("MANAGEMENT", 30)
                .put("MECHANISM", 20)
                .put("OUTREACH", 10);
    }

    private static void items(ObjectNode contract) {
        contract.putArray("vetoItems")
                .addObject()
                .put("code", "SAFETY_ACCIDENT")
                .put("name", "责任性安全事故")
                .put("nameEn", "Accident the department is to blame for")
                .put("ceiling", 59);
        contract.put("bonusCap", 5)
                .putArray("bonusItems")
                .addObject()
                .put("code", "ENDORSEMENT")
                .put("name", "政府书面批示肯定")
                .put("nameEn", "Written endorsement by the government")
                .put("points", 2);
    }

    private static ArrayNode dimension(ArrayNode dimensions, String code, int weight) {
        return dimensions.addObject().put("code", code).put("weight", weight).putArray("indicators");
    }

    private static void mean(
            ArrayNode indicators, String code, String name, String nameEn, String metric, int weight, String... sides) {
        var indicator = indicators
                .addObject()
                .put("code", code)
                .put("name", name)
                .put("nameEn", nameEn)
                .put("metric", metric)
                .put("statistic", "MEAN")
                .put("direction", "HIGHER")
                .put("base", 40)
                .put("target", 80)
                .put("stretch", 90)
                .put("weight", weight)
                .put("minimumSample", 5);
        var asked = indicator.putArray("sides");
        for (var side : sides) {
            asked.add(side);
        }
    }

    private static void rate(
            ArrayNode indicators,
            String code,
            String name,
            String nameEn,
            String metric,
            int weight,
            int base,
            int target) {
        indicators
                .addObject()
                .put("code", code)
                .put("name", name)
                .put("nameEn", nameEn)
                .put("metric", metric)
                .put("denominatorMetric", "case.received")
                .put("statistic", "RATE")
                .put("direction", "HIGHER")
                .put("base", base)
                .put("target", target)
                .put("weight", weight)
                .put("minimumSample", 5)
                .putArray("sides")
                .add("GOVERNMENT")
                .add("ENTERPRISE")
                .add("CUSTOMER");
    }
}
