package org.huisheng.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What the government said last month: a criticism that was answered, a comment that waits, an endorsement of a report. */
final class DemoGovernment {

    private static final String COMMENTS = "/api/feedback/v1/comments";

    private DemoGovernment() {}

    static void tell(Api office, Map<String, Api> liaisons, YearMonth present)
            throws IOException, InterruptedException {
        var last = present.minusMonths(1);
        var criticism = said("CRITICISM", "CITY", "政办意见〔示例〕12号", last, 3)
                .put("verbatim", "临港产业园部分企业反映电压波动，请抓紧研究解决。")
                .put("leadDepartment", "DIST")
                .put("deadline", moment(last, 24).toString());
        criticism.putArray("coLeadDepartments").add("MKT");
        answer(office, liaisons, office.created(COMMENTS, criticism).path("id").asText(), moment(last, 20));
        office.created(
                COMMENTS,
                said("COMMENT", "COUNTY", "区府意见〔示例〕7号", last, 10)
                        .put("verbatim", "建议供电部门在企业开工前主动上门了解用电需求。")
                        .put("leadDepartment", "MKT")
                        .put("deadline", moment(present.plusMonths(1), 10).toString()));
        var endorsement = office.created(
                COMMENTS,
                said("ENDORSEMENT", "COUNTY", "供电信息汇报批示〔示例〕", last, 15)
                        .put("verbatim", "供电信息汇报内容详实，服务企业成效明显，予以肯定。")
                        .put("leadDepartment", "MKT"));
        report(office, last, endorsement.path("id").asText());
    }

    private static void answer(Api office, Map<String, Api> liaisons, String id, Instant sentAt)
            throws IOException, InterruptedException {
        var path = COMMENTS + "/" + id;
        for (var task : office.get(path).path("tasks")) {
            var department = task.path("department").asText();
            if (task.path("status").asText().equals("OPEN")) {
                liaisons.getOrDefault(department, office)
                        .created(
                                path + "/tasks/" + department + "/completion",
                                Api.object().put("result", "已走访相关企业，列入改造计划并逐户告知安排。"));
            }
        }
        settle(office, liaisons, office.get(path));
        if (office.get(path).path("status").asText().equals("REGISTERED")) {
            office.created(
                    path + "/reply",
                    Api.object().put("sentAt", sentAt.toString()).put("reference", "供电复函〔示例〕3号"));
        }
        if (office.get(path).path("status").asText().equals("ANSWERED")) {
            office.created(path + "/acknowledgement", Api.object().put("words", "同意"));
        }
    }

    /** What the letter says was done is done. */
    private static void settle(Api office, Map<String, Api> liaisons, JsonNode comment)
            throws IOException, InterruptedException {
        var matter = comment.path("followedBy");
        if (matter.path("unsettled").asBoolean()) {
            var path = "/api/feedback/v1/cases/" + matter.path("id").asText();
            var lead = liaisons.getOrDefault(comment.path("leadDepartment").asText(), office);
            if (!matter.path("status").asText().equals("IN_PROGRESS")) {
                lead.created(path + "/start", Api.object());
            }
            lead.created(
                    path + "/resolution",
                    Api.object().put("rootCause", "台区负荷增长快于改造").put("actionTaken", "已调整分接头，列入改造计划并逐户告知"));
        }
    }

    private static void report(Api office, YearMonth month, String endorsement)
            throws IOException, InterruptedException {
        for (var kind : List.of("SUPPLY_REPORT", "DEMAND_ANALYSIS")) {
            var report = office.created(
                    "/api/feedback/v1/reports",
                    Api.object()
                            .put("reportId", id(kind, month))
                            .put("kind", kind)
                            .put("title", kind.equals("SUPPLY_REPORT") ? "供电信息汇报" : "用电形势分析")
                            .put("period", month.toString())
                            .put("sentTo", "区政府办公室")
                            .put("sentAt", moment(month, 12).toString())
                            .put("documentReference", "供电汇报〔示例〕1号"));
            if (kind.equals("SUPPLY_REPORT") && report.path("receivedAt").isNull()) {
                office.created(
                        "/api/feedback/v1/reports/" + report.path("id").asText() + "/reception",
                        Api.object()
                                .put("receivedAt", moment(month, 13).toString())
                                .put("endorsement", endorsement));
            }
        }
    }

    private static ObjectNode said(String kind, String level, String document, YearMonth month, int day) {
        return Api.object()
                .put("commentId", id(document, month))
                .put("kind", kind)
                .put("level", level)
                .put("sourceDocument", document)
                .put("receivedAt", moment(month, day).toString());
    }

    private static Instant moment(YearMonth month, int day) {
        return month.atDay(day).atStartOfDay(SeedDemo.ZONE).toInstant().plus(Duration.ofHours(9));
    }

    private static String id(String what, YearMonth month) {
        return UUID.nameUUIDFromBytes(("government/" + month + "/" + what).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
