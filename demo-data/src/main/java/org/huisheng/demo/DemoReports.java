package org.huisheng.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.UUID;

/** Quarterly reports to the district's government, of invented figures, and last month's report of the plan to the parent company. */
final class DemoReports {

    private static final String REPORTS = "/api/feedback/v1/supply-reports";
    private static final String REGISTER = "/api/feedback/v1/reports";
    private static final String PLAN_REPORTS = "/api/feedback/v1/plan-reports/";
    private static final int QUARTERS = 4;
    private static final int SENT_ON = 15;
    private static final int DUE_ON = 22;

    /** Of a quarter like any other, with what each adds from one to the next. */
    private record Typical(String code, double present, double step) {}

    private static final List<Typical> FIGURES = List.of(
            new Typical("society-energy", 12.36, 0.41),
            new Typical("industry-energy", 8.02, 0.22),
            new Typical("resident-energy", 2.15, 0.08),
            new Typical("peak-load", 68.4, 2.6),
            new Typical("new-connections", 1326, 45),
            new Typical("new-capacity", 9.8, 0.6),
            new Typical("key-projects", 12, 1),
            new Typical("reliability", 99.951, 0.004),
            new Typical("outage-hours", 1.32, -0.06),
            new Typical("voltage-quality", 99.981, 0.002),
            new Typical("visits", 96, 6),
            new Typical("requests", 214, -7),
            new Typical("requests-solved", 209, -6),
            new Typical("satisfaction", 97.6, 0.3));

    private DemoReports() {}

    static void tell(Api office, Api leader, YearMonth present, Instant now) throws IOException, InterruptedException {
        for (var back = QUARTERS; back > 0; back--) {
            quarter(office, leader, present.minusMonths(3L * back), QUARTERS - back, now);
        }
        month(office, leader, present);
    }

    /** The first was endorsed, the last was just sent, or is being written. @param month any of the quarter */
    private static void quarter(Api office, Api leader, YearMonth month, int place, Instant now)
            throws IOException, InterruptedException {
        var quarter = month.getYear() + "-Q" + month.get(IsoFields.QUARTER_OF_YEAR);
        var after = YearMonth.of(month.getYear(), 3 * month.get(IsoFields.QUARTER_OF_YEAR))
                .plusMonths(1);
        var sentAt = moment(after.atDay(SENT_ON));
        var path = REPORTS + "/" + id(quarter);
        var status = status(office.created(
                REPORTS,
                Api.object()
                        .put("id", id(quarter))
                        .put("quarter", quarter)
                        .put("sentTo", "区人民政府")
                        .put("department", "MKT")
                        .put("dueOn", after.atDay(DUE_ON).toString())));
        if (status.equals("DRAFT")) {
            office.put(path + "/figures", figures(office.get(path), place));
            status = sentAt.isAfter(now) ? status : status(leader.created(path + "/approval", Api.object()));
        }
        if (status.equals("APPROVED") && !sentAt.isAfter(now)) {
            status = status(office.created(
                    path + "/sending",
                    Api.object().put("sentAt", sentAt.toString()).put("documentReference", "供电汇报〔示例〕" + quarter)));
        }
        if (status.equals("SENT") && place < QUARTERS - 1) {
            receive(
                    office,
                    office.get(path).path("report").path("registerEntry").asText(),
                    quarter,
                    sentAt,
                    place);
        }
    }

    private static void receive(Api office, String entry, String quarter, Instant sentAt, int place)
            throws IOException, InterruptedException {
        var receivedAt = sentAt.plus(Duration.ofDays(3)).toString();
        if (place == 0) {
            office.created(
                    "/api/feedback/v1/comments",
                    Api.object()
                            .put("commentId", id("endorsement/" + quarter))
                            .put("kind", "ENDORSEMENT")
                            .put("level", "COUNTY")
                            .put("sourceDocument", "供电信息季度汇报批示〔示例〕")
                            .put("verbatim", "电力保供有力，服务重点项目主动，请继续抓好落实。")
                            .put("receivedAt", receivedAt)
                            .put("leadDepartment", "MKT")
                            .put("report", entry));
        } else {
            office.created(
                    REGISTER + "/" + entry + "/reception",
                    Api.object().put("receivedAt", receivedAt).put("by", "区政府办公室收文岗"));
        }
    }

    private static ObjectNode figures(JsonNode whole, int place) {
        var all = Api.object();
        var figures = all.putArray("figures");
        for (var asked : whole.path("figures")) {
            FIGURES.stream()
                    .filter(typical -> typical.code().equals(asked.path("code").asText()))
                    .findFirst()
                    .ifPresent(typical -> figures.addObject()
                            .put("code", typical.code())
                            .put("name", asked.path("name").asText())
                            .put("unit", asked.path("unit").asText())
                            .put("present", rounded(typical.present() + place * typical.step()))
                            .put("previous", rounded(typical.present() + (place - 2) * typical.step())));
        }
        return all;
    }

    private static double rounded(double number) {
        return Math.round(number * 1000) / 1000.0;
    }

    private static void month(Api office, Api leader, YearMonth present) throws IOException, InterruptedException {
        var plan = DemoPlan.id("plan", present);
        var month = present.minusMonths(1);
        var path = PLAN_REPORTS + id("plan/" + month);
        var report = office.created(
                "/api/feedback/v1/plans/" + plan + "/reports",
                Api.object().put("id", id("plan/" + month)).put("month", month.toString()));
        if (status(report).equals("DRAFT")) {
            office.put(
                    path,
                    Api.object()
                            .put("remarks", "本月完成内部自查和问题梳理，确定三大问题和三项措施，任务下月分派到各部门。")
                            .put("nextSteps", "向各部门分派任务，组织责任宣讲，启动流程融入试点。"));
            report = leader.created(path + "/approval", Api.object());
        }
        if (status(report).equals("APPROVED")) {
            office.created(path + "/sending", Api.object().put("how", "办公系统〔示例〕月报1号"));
        }
    }

    private static String status(JsonNode whole) {
        return whole.path("report").path("status").asText();
    }

    private static Instant moment(LocalDate day) {
        return day.atStartOfDay(SeedDemo.ZONE).toInstant().plus(Duration.ofHours(9));
    }

    private static String id(String what) {
        return UUID.nameUUIDFromBytes(("report/" + what).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
