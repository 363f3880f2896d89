package org.huisheng.demo;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Ten departments of a district power company. */
final class DemoDepartments {

    /**
     * @param quality how people are served there, as an average on a scale of five
     * @param front whether cases of customers and enterprises come to it
     * @param kind the class its contract is weighted for
     */
    record Department(String code, String name, String nameEn, double quality, boolean front, String kind) {}

    static final List<Department> ALL = List.of(
            new Department("MKT", "市场营销部", "Marketing", 4.3, true, "FRONT_OFFICE"),
            new Department("DIST", "配电运检室", "Distribution Operation and Maintenance", 3.9, true, "FRONT_OFFICE"),
            new Department("TRANS", "送变电公司", "Transmission and Transformation", 4.0, false, "PRODUCTION"),
            new Department("DISP", "电力调度控制中心", "Dispatching and Control", 4.2, true, "PRODUCTION"),
            new Department("SAFE", "安全监察部", "Safety Supervision", 4.1, false, "PRODUCTION"),
            new Department("CONS", "建设部", "Construction", 3.6, true, "PRODUCTION"),
            new Department("FIN", "财务资产部", "Finance and Assets", 4.0, false, "SUPPORT"),
            new Department("HR", "人力资源部", "Human Resources", 3.8, false, "SUPPORT"),
            new Department("PARTY", "党委党建部", "Party Building", 4.4, false, "SUPPORT"),
            new Department("OFFICE", "办公室", "General Office", 4.2, false, "SUPPORT"));

    private static final int EXISTS = 409;

    private DemoDepartments() {}

    static List<Department> front() {
        return ALL.stream().filter(Department::front).toList();
    }

    static void establish(Api admin) throws IOException, InterruptedException {
        for (var department : ALL) {
            var answer = admin.post(
                    "/api/kpi/v1/departments",
                    Api.object()
                            .put("code", department.code())
                            .put("name", department.name())
                            .put("nameEn", department.nameEn())
                            .put("class", department.kind()));
            if (answer.status() / 100 != 2 && answer.status() != EXISTS) {
                throw new Api.Refused("Department " + department.code(), answer);
            }
        }
    }

    /** Each department's liaison, signed in. */
    static Map<String, Api> liaisons(Api everybody, Map<String, String> users)
            throws IOException, InterruptedException {
        var liaisons = new HashMap<String, Api>();
        for (var department : ALL) {
            var name = "liaison-" + department.code().toLowerCase(Locale.ROOT);
            liaisons.put(department.code(), everybody.as(name, SeedDemo.password(users, name)));
        }
        return liaisons;
    }
}
