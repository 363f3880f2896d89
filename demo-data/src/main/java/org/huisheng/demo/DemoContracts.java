package org.huisheng.demo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/** One contract per department and year, with the four standard dimensions. */
final class DemoContracts {

    private DemoContracts() {}

    static void conclude(Api office, int year) throws IOException, InterruptedException {
        for (var department : DemoDepartments.ALL) {
            var existing = office.get("/api/kpi/v1/contracts?department=" + department.code() + "&year=" + year);
            if (existing.path("items").isEmpty()) {
                office.created("/api/kpi/v1/contracts", contract(department.code(), year));
            }
        }
    }

    private static ObjectNode contract(String department, int year) {
        var contract = Api.object().put("department", department).put("year", year);
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
                40,
                "EMPLOYEE");
        rate(management, "RESPONSE_RATE", "响应率", "Response rate", "case.responded", 30, 80, 98);
        rate(management, "RESOLUTION_RATE", "解决率", "Resolution rate", "case.resolved", 30, 60, 95);
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
