package org.huisheng.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.huisheng.demo.DemoDepartments.Department;

/** How duties were performed in the latest months, in processes that have social responsibility written into them. */
final class DemoDuties {

    private static final int MONTHS = 4;

    /** @param scored with points; else it was kept or not */
    private record Duty(String post, String process, boolean scored) {}

    /** As many that each month of a department is shown: of fewer than seven employees' facts nothing is. */
    private static final List<Duty> DUTIES = List.of(
            new Duty("MANAGER", "MONTHLY_REVIEW", true),
            new Duty("MANAGER", "COMPLAINT", true),
            new Duty("MANAGER", "STAKEHOLDER_TALKS", false),
            new Duty("LIAISON", "MONTHLY_REVIEW", false),
            new Duty("LIAISON", "COMPLAINT", true),
            new Duty("LIAISON", "STAKEHOLDER_TALKS", false),
            new Duty("TEAM_LEADER", "MONTHLY_REVIEW", false),
            new Duty("TEAM_LEADER", "COMPLAINT", true));

    private DemoDuties() {}

    /** The office has looked: nobody scores their own department. */
    static void record(Api office, List<YearMonth> months) throws IOException, InterruptedException {
        var records = new ArrayList<Callable<Void>>();
        for (var month : months.subList(months.size() - MONTHS, months.size())) {
            for (var department : DemoDepartments.ALL) {
                for (var duty : DUTIES) {
                    records.add(() -> {
                        office.created("/api/feedback/v1/duty-records", performed(month, department, duty));
                        return null;
                    });
                }
            }
        }
        Together.run(records);
    }

    private static ObjectNode performed(YearMonth month, Department department, Duty duty) {
        var what = "duty/" + month + "/" + department.code() + "/" + duty.post() + "/" + duty.process();
        var random = new Random(what.hashCode());
        // Where people are served well, duties are done well, more or less.
        var score = Math.clamp(Math.round(department.quality() * 20 + random.nextGaussian() * 8), 0, 100);
        var performed = Api.object()
                .put(
                        "id",
                        UUID.nameUUIDFromBytes(what.getBytes(StandardCharsets.UTF_8))
                                .toString())
                .put("month", month.toString())
                .put("department", department.code())
                .put("post", duty.post())
                .put("process", duty.process());
        return duty.scored() ? performed.put("score", score) : performed.put("kept", random.nextInt(100) < score);
    }
}
