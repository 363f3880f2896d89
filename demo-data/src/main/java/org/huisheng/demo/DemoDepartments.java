package org.huisheng.demo;

import java.io.IOException;
import java.util.List;

/** Ten departments of a district power company. */
final class DemoDepartments {

    /** @param quality how people are served there, as an average on a scale of five */
    record Department(String code, String name, String nameEn, double quality, boolean front) {}

    static final List<Department> ALL = List.of(
            new Department("MKT", "市场营销部", "Marketing", 4.3, true),
            new Department("DIST", "配电运检室", "Distribution Operation and Maintenance", 3.9, true),
            new Department("TRANS", "送变电公司", "Transmission and Transformation", 4.0, false),
            new Department("DISP", "电力调度控制中心", "Dispatching and Control", 4.2, true),
            new Department("SAFE", "安全监察部", "Safety Supervision", 4.1, false),
            new Department("CONS", "建设部", "Construction", 3.6, true),
            new Department("FIN", "财务资产部", "Finance and Assets", 4.0, false),
            new Department("HR", "人力资源部", "Human Resources", 3.8, false),
            new Department("PARTY", "党委党建部", "Party Building", 4.4, false),
            new Department("OFFICE", "办公室", "General Office", 4.2, false));

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
                            .put("nameEn", department.nameEn()));
            if (answer.status() / 100 != 2 && answer.status() != EXISTS) {
                throw new Api.Refused("Department " + department.code(), answer);
            }
        }
    }
}
