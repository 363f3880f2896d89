package org.huisheng.bench.stack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import org.huisheng.demo.Api;

/** Departments, and what was agreed with them: four dimensions with one indicator each. */
public final class Contracts {

    static final List<String> DIMENSIONS = List.of("AWARENESS", "MANAGEMENT", "MECHANISM", "OUTREACH");

    private Contracts() {}

    public static void establish(Api admin, List<String> departments) throws IOException, InterruptedException {
        var known = admin.get("/api/kpi/v1/departments?limit=200").path("items").findValuesAsText("code");
        for (var code : departments) {
            if (!known.contains(code)) {
                admin.created(
                        "/api/kpi/v1/departments",
                        Api.object().put("code", code).put("name", "部门 " + code).put("nameEn", "Department " + code));
            }
        }
    }

    /** @param metrics of the four dimensions, in their order */
    public static void agree(Api office, String department, List<String> metrics)
            throws IOException, InterruptedException {
        var year = Campaign.period().getYear();
        var path = "/api/kpi/v1/contracts?department=" + department + "&year=" + year;
        if (office.get(path).path("items").isEmpty()) {
            office.created("/api/kpi/v1/contracts", contract(department, year, metrics));
        }
    }

    private static ObjectNode contract(String department, int year, List<String> metrics) {
        var contract = Api.object().put("department", department).put("year", year);
        var dimensions = contract.putArray("dimensions");
        for (var number = 0; number < DIMENSIONS.size(); number++) {
            var code = DIMENSIONS.get(number);
            dimensions
                    .addObject()
                    .put("code", code)
                    .put("weight", 25)
                    .putArray("indicators")
                    .add(indicator(code, metrics.get(number)));
        }
        return contract;
    }

    private static ObjectNode indicator(String dimension, String metric) {
        var indicator = Api.object()
                .put("code", dimension.equals("OUTREACH") ? Campaign.INDICATOR : dimension + "_MEAN")
                .put("name", dimension)
                .put("nameEn", dimension)
                .put("metric", metric)
                .put("statistic", "MEAN")
                .put("direction", "HIGHER")
                .put("base", 40)
                .put("target", 80)
                .put("stretch", 90)
                .put("weight", 100)
                .put("minimumSample", 5);
        indicator.putArray("sides").add("CUSTOMER");
        return indicator;
    }
}
