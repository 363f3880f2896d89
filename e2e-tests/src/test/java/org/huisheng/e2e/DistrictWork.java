package org.huisheng.e2e;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.huisheng.demo.Api;
import org.huisheng.e2e.District.Tally;

/** What departments do month by month with what they are told: cases, visits, the government's words, duties. */
final class DistrictWork {

    private static final String CASES = "/api/feedback/v1/cases";
    private static final String COMMENTS = "/api/feedback/v1/comments";
    private static final int CASES_A_MONTH = 6;
    private static final int AT_ONCE = 6;
    private static final List<String> ENTERPRISES = List.of("启明精密", "云岭电子", "澄光光电", "禾川生物", "北辰机器人", "青禾包装");
    private static final List<String> POSTS = List.of("MANAGER", "CLERK", "TEAM_LEADER");
    private static final int DUTIES = 7;

    private final District district;
    private final Map<YearMonth, String> closed = new ConcurrentHashMap<>();

    DistrictWork(District district) {
        this.district = district;
    }

    void prepare() throws IOException, InterruptedException {
        var office = district.office;
        office.put("/api/feedback/v1/parks/EAST", Api.object().put("name", "东湾高新园"));
        for (var post : POSTS) {
            office.put(
                    "/api/feedback/v1/posts/" + post,
                    Api.object().put("name", "岗位" + post).put("nameEn", post));
        }
    }

    /** A case of the front office that its stakeholder has agreed to and that is closed. */
    String closedCase(YearMonth month) {
        return closed.get(month);
    }

    /** Planned on the first days of a month for its second week. */
    void planVisits(YearMonth month, Tally tally) throws IOException, InterruptedException {
        for (var enterprise : ENTERPRISES) {
            district.office.created(
                    "/api/feedback/v1/visits",
                    Api.object()
                            .put("visitId", id("visit", month, enterprise))
                            .put("park", "EAST")
                            .put("enterpriseName", enterprise)
                            .put("plannedFor", month.atDay(10).toString())
                            .put("surveyor", "surveyor"));
        }
        tally.add("visit.planned", ENTERPRISES.size());
    }

    /** All but one, in every other month. */
    void visit(YearMonth month, Tally tally) throws IOException, InterruptedException {
        var reports = Api.object();
        var list = reports.putArray("completions");
        var visited = ENTERPRISES.size() - month.getMonthValue() % 2;
        for (var enterprise : ENTERPRISES.subList(0, visited)) {
            list.addObject()
                    .put("visitId", id("visit", month, enterprise))
                    .put("satisfaction", 3 + (ENTERPRISES.indexOf(enterprise) + month.getMonthValue()) % 3)
                    .put("visitedAt", District.moment(month, 10).toString())
                    .putArray("slips");
        }
        var results = district.surveyor.created("/api/feedback/v1/visits/completions/batch", reports);
        for (var result : results.path("results")) {
            if (result.path("status").asInt() / 100 != 2) {
                throw new AssertionError(result.toString());
            }
        }
        tally.add("visit.completed", visited);
        tally.add("visit.satisfaction", visited);
    }

    void handleCases(YearMonth month, Tally tally) throws IOException, InterruptedException {
        var steps = new ArrayList<Callable<Void>>();
        for (var department : District.DEPARTMENTS) {
            for (var number = 0; number < CASES_A_MONTH; number++) {
                var place = number;
                steps.add(() -> handle(month, department, place, tally));
            }
        }
        together(steps);
    }

    /** The first is still being worked on when the month is over, the second is done badly. */
    private Void handle(YearMonth month, String department, int number, Tally tally) throws Exception {
        var opened = district.office.created(
                CASES,
                Api.object()
                        .put("side", department.equals(District.SUPPORT) ? "CUSTOMER" : "ENTERPRISE")
                        .put("category", number % 2 == 0 ? "power-quality" : "connection")
                        .put("title", "园区用电诉求")
                        .put("description", "希望尽快答复并改进")
                        .put("severity", "NORMAL")
                        .put("receivedAt", District.moment(month, 19).toString()));
        var path = CASES + "/" + opened.path("id").asText();
        var liaison = district.liaison(department);
        district.office.created(path + "/assignment", Api.object().put("department", department));
        tally.add("case.received", 1);
        liaison.created(path + "/start", Api.object());
        tally.add("case.responded", 1);
        if (number == 0 && month.getMonthValue() < 12) {
            return null;
        }
        liaison.created(
                path + "/resolution", Api.object().put("rootCause", "配变容量不足").put("actionTaken", "完成增容并逐户告知"));
        tally.add("case.resolved", 1);
        var request = district.office.created(path + "/confirmation-requests", Api.object());
        var rating = number == 1 ? 2 : 5;
        district.everybody.created(
                "/api/feedback/v1/confirmations/" + request.path("token").asText(),
                Api.object().put("outcome", "CONFIRMED").put("rating", rating));
        tally.add("case.confirmed", 1);
        if (rating > 3) {
            tally.add("case.satisfied", 1);
        }
        district.office.created(path + "/closure", Api.object());
        if (department.equals(District.FRONT)) {
            closed.put(month, opened.path("id").asText());
        }
        return null;
    }

    /** A comment that is answered in time, and each quarter an endorsement of the front office. */
    void hearGovernment(YearMonth month, Tally tally) throws IOException, InterruptedException {
        var path = COMMENTS + "/"
                + district.office
                        .created(
                                COMMENTS,
                                said(month, "COMMENT", "区府意见")
                                        .put("verbatim", "请提前告知计划停电。")
                                        .put("opensCase", false)
                                        .put(
                                                "deadline",
                                                District.moment(month, 25).toString()))
                        .path("id")
                        .asText();
        tally.add("government.reply-due", 1);
        district.liaison(District.FRONT)
                .created(
                        path + "/tasks/" + District.FRONT + "/completion",
                        Api.object().put("result", "已提前七天告知园区企业。"));
        district.office.created(
                path + "/reply",
                Api.object()
                        .put("sentAt", District.moment(month, 18).toString())
                        .put("reference", "供电复函"));
        tally.add("government.reply-on-time", 1);
        if (month.getMonthValue() % 3 == 0) {
            district.office.created(
                    COMMENTS, said(month, "ENDORSEMENT", "供电信息汇报批示").put("verbatim", "服务企业成效明显。"));
            tally.add("government.endorsement", 1);
        }
    }

    private static ObjectNode said(YearMonth month, String kind, String document) {
        return Api.object()
                .put("commentId", id("comment", month, kind))
                .put("kind", kind)
                .put("level", "COUNTY")
                .put("sourceDocument", document + month)
                .put("receivedAt", District.moment(month, 8).toString())
                .put("leadDepartment", District.FRONT);
    }

    /** The office has looked how posts do their duties. */
    void recordDuties(YearMonth month, List<String> processes, Tally tally) throws IOException, InterruptedException {
        var steps = new ArrayList<Callable<Void>>();
        for (var department : District.DEPARTMENTS) {
            for (var number = 0; number < DUTIES; number++) {
                var place = number;
                steps.add(() -> {
                    district.office.created(
                            "/api/feedback/v1/duty-records",
                            Api.object()
                                    .put("id", id("duty" + place, month, department))
                                    .put("month", month.toString())
                                    .put("department", department)
                                    .put("post", POSTS.get(place % POSTS.size()))
                                    .put("process", processes.get(place / POSTS.size()))
                                    .put("score", 60 + (place * 11 + month.getMonthValue() * 3) % 40));
                    return null;
                });
            }
        }
        together(steps);
        tally.add("duty-performance", steps.size());
    }

    static String id(String what, YearMonth month, String which) {
        return UUID.nameUUIDFromBytes((what + "/" + month + "/" + which).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private static void together(List<Callable<Void>> steps) throws InterruptedException {
        try (var hands = Executors.newFixedThreadPool(AT_ONCE)) {
            for (var done : hands.invokeAll(steps)) {
                done.get();
            }
        } catch (ExecutionException failed) {
            throw new AssertionError(failed.getCause());
        }
    }
}
