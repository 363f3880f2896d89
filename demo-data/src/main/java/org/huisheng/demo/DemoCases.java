package org.huisheng.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

/** What stakeholders asked for during the year, and how far the departments got with it. */
final class DemoCases {

    /** Enough for rates of a quarter, and of a month by itself. */
    private static final int OF_A_QUARTER = 3;

    private static final int OF_A_MONTH = 6;
    /** Whose stakeholders agree in the end, of each of the two. */
    private static final int AGREED_OF_A_QUARTER = 2;

    private static final int AGREED_OF_A_MONTH = 5;
    private static final int CONFIRMED = 4;
    private static final int CLOSED = 7;
    private static final int UNKNOWN_YET = 422;

    /** How many months back there are enough of each; of those who deal with people every day, one more. */
    private static final int FULL_MONTHS = 2;

    /** Somebody's matter, and whether it is to be settled whatever else happens. */
    private record Share(String department, String side, boolean agreed) {}

    private record Matter(String category, String title, String description, String cause, String action) {}

    /** How a case begins, and how far it gets. */
    private record Plan(UUID id, Matter matter, Random random, int progress) {}

    /** Its stakeholder has agreed, and nothing more will happen. */
    record Settled(UUID id, String category) {}

    private static final List<Matter> MATTERS = List.of(
            new Matter(
                    "outage.corridor-light", "老旧小区楼道灯不亮", "楼道灯长期失修，老人夜间上下楼不便。", "产权与维护责任不清", "与社区共同确定楼道长，更换灯具并明确维护责任"),
            new Matter("power-quality", "园区电压波动", "精密设备因电压波动停机。", "配变容量不足", "调整运行方式，列入增容计划并先行加装稳压装置"),
            new Matter("outage.planned-notice", "停电通知不及时", "计划停电前一天才收到通知。", "通知渠道单一", "增加短信与园区群通知，提前七天告知"),
            new Matter("connection", "业扩报装进度慢", "新厂房报装资料往返多次。", "资料清单不明确", "提供一次性告知单并指定客户经理"),
            new Matter("billing", "电费账单疑问", "本月电费较上月明显增加。", "抄表周期调整", "上门核对并说明账单，提供用电建议"));

    /** A department's are of one side, the one its other cases come from, or each rate would be from a third of the people. */
    private static final Map<String, String> SIDES = Map.of(
            "MKT", "ENTERPRISE",
            "DIST", "ENTERPRISE",
            "TRANS", "GOVERNMENT",
            "DISP", "ENTERPRISE",
            "SAFE", "ENTERPRISE",
            "CONS", "CUSTOMER",
            "FIN", "CUSTOMER",
            "HR", "ENTERPRISE",
            "PARTY", "GOVERNMENT",
            "OFFICE", "CUSTOMER");
    /** What the government register hands on to these would otherwise stand alone. */
    private static final List<String> ASKED_BY_GOVERNMENT = List.of("MKT", "DIST");

    private DemoCases() {}

    /** @param liaisons by department */
    static void handle(Api everybody, Api office, Map<String, Api> liaisons, List<YearMonth> months, Instant now)
            throws IOException, InterruptedException {
        var cases = new ArrayList<Callable<Void>>();
        for (var month : months) {
            var shares = shares(month, now);
            for (var number = 0; number < shares.size(); number++) {
                var numbered = number;
                cases.add(() -> {
                    handle(everybody, office, liaisons, month, numbered, now);
                    return null;
                });
            }
        }
        Together.run(cases);
    }

    private static void handle(
            Api everybody, Api office, Map<String, Api> liaisons, YearMonth month, int number, Instant now)
            throws IOException, InterruptedException {
        var share = shares(month, now).get(number);
        var department = share.department;
        var plan = plan(month, number, share);
        var opened = office.created("/api/feedback/v1/cases", opening(plan, month, share, now));
        var path = "/api/feedback/v1/cases/" + opened.path("id").asText();
        var liaison = liaisons.getOrDefault(department, office);
        var hands = new Hands(everybody, office, liaison);
        goOn(hands, path, department, resolution(plan), plan.progress, plan.random);
    }

    /** Cases of a month that are closed once the story is told. */
    static List<Settled> settled(YearMonth month, Instant now) {
        var shares = shares(month, now);
        return IntStream.range(0, shares.size())
                .mapToObj(number -> plan(month, number, shares.get(number)))
                .filter(plan -> plan.progress >= CLOSED)
                .map(plan -> new Settled(plan.id, plan.matter.category))
                .toList();
    }

    private static List<Share> shares(YearMonth month, Instant now) {
        var ago = month.until(YearMonth.from(now.atZone(SeedDemo.ZONE)), ChronoUnit.MONTHS);
        var shares = new ArrayList<Share>();
        for (var department : DemoDepartments.ALL) {
            var full = ago < (department.front() ? FULL_MONTHS + 1 : FULL_MONTHS);
            share(shares, department.code(), SIDES.getOrDefault(department.code(), "CUSTOMER"), full);
        }
        if (ago == 1) {
            ASKED_BY_GOVERNMENT.forEach(department -> share(shares, department, "GOVERNMENT", true));
        }
        return shares;
    }

    private static void share(List<Share> shares, String department, String side, boolean full) {
        for (var number = 0; number < (full ? OF_A_MONTH : OF_A_QUARTER); number++) {
            shares.add(new Share(department, side, number < (full ? AGREED_OF_A_MONTH : AGREED_OF_A_QUARTER)));
        }
    }

    private static Plan plan(YearMonth month, int number, Share share) {
        var random = new Random((month + "#" + number).hashCode());
        var matter = MATTERS.get(random.nextInt(MATTERS.size()));
        var id = UUID.nameUUIDFromBytes(("case/" + month + "/" + number).getBytes(StandardCharsets.UTF_8));
        // A few of every month stay open.
        return new Plan(
                id, matter, random, share.agreed ? CONFIRMED + random.nextInt(6) : random.nextInt(CONFIRMED + 1));
    }

    /** Who has to do with a case. */
    record Hands(Api everybody, Api office, Api liaison) {}

    /**
     * Takes the steps that are left.
     *
     * @param progress how far it gets: 1 begun, 2 resolved, 4 confirmed, 7 closed
     */
    static void goOn(Hands hands, String path, String department, ObjectNode resolution, int progress, Random random)
            throws IOException, InterruptedException {
        var office = hands.office;
        for (var status = office.get(path).path("status").asText(); ; ) {
            var step = switch (status) {
                case "RECEIVED" -> assign(office, path, department);
                case "ASSIGNED" -> progress < 1 ? null : hands.liaison.created(path + "/start", Api.object());
                case "IN_PROGRESS" -> progress < 2 ? null : hands.liaison.created(path + "/resolution", resolution);
                case "RESOLVED" -> progress < CONFIRMED ? null : confirm(hands.everybody, office, path, random);
                case "CONFIRMED" -> progress < CLOSED ? null : office.created(path + "/closure", Api.object());
                default -> null;
            };
            if (step == null) {
                return;
            }
            status = step.path("status").asText();
        }
    }

    private static ObjectNode opening(Plan plan, YearMonth month, Share share, Instant now) {
        var random = plan.random;
        var day = month.atDay(1).atTime(9, 0).atZone(SeedDemo.ZONE).toInstant();
        var wanted = day.plus(Duration.ofHours(random.nextLong(24 * 25)));
        // In the present month a moment that is over whenever this runs, so that a second run repeats the first.
        var receivedAt = month.equals(YearMonth.from(now.atZone(SeedDemo.ZONE)))
                ? month.atDay(1).atStartOfDay(SeedDemo.ZONE).toInstant()
                : wanted;
        return Api.object()
                .put("caseId", plan.id.toString())
                .put("side", share.side)
                .put("category", plan.matter.category())
                .put("title", plan.matter.title())
                .put("description", plan.matter.description())
                .put("severity", random.nextInt(5) == 0 ? "HIGH" : "NORMAL")
                .put("receivedAt", receivedAt.toString());
    }

    /** Retries as long as feedback-service has not heard of the department yet. */
    private static JsonNode assign(Api office, String path, String department)
            throws IOException, InterruptedException {
        for (var left = 100; ; left--) {
            var answer = office.post(path + "/assignment", Api.object().put("department", department));
            if (answer.status() / 100 == 2) {
                return answer.body();
            }
            if (answer.status() != UNKNOWN_YET || left == 0) {
                throw new Api.Refused("Assigning " + path, answer);
            }
            Thread.sleep(Duration.ofMillis(300));
        }
    }

    private static ObjectNode resolution(Plan plan) {
        var matter = plan.matter;
        var done = Api.object().put("rootCause", matter.cause()).put("actionTaken", matter.action());
        // Of the case alone, so that a second run repeats the first.
        var rare = (int) Math.abs(new Random(plan.id.hashCode()).nextGaussian() * 1.2);
        DemoProcesses.cause(matter.category(), rare)
                .ifPresent(place -> done.put("process", place.process()).put("step", place.step()));
        return done;
    }

    private static JsonNode confirm(Api everybody, Api office, String path, Random random)
            throws IOException, InterruptedException {
        var link = office.created(path + "/confirmation-requests", Api.object());
        var rating = Math.clamp(Math.round(4.2 + random.nextGaussian() * 0.9), 1, 5);
        everybody.created(
                "/api/feedback/v1/confirmations/" + link.path("token").asText(),
                Api.object().put("outcome", "CONFIRMED").put("rating", rating));
        return office.get(path);
    }
}
