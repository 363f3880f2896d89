package org.huisheng.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

/** What stakeholders asked for during the year, and how far the departments got with it. */
final class DemoCases {

    /** Those that deal with people every day have enough for rates of a month, the others for those of a quarter. */
    private static final int OF_FRONT = 8;

    private static final int OF_OTHERS = 3;
    private static final List<String> DEPARTMENTS = departments();
    private static final int CLOSED = 7;
    private static final int UNKNOWN_YET = 422;

    /** Whose each case of a month is. */
    private static List<String> departments() {
        return IntStream.range(0, OF_FRONT)
                .boxed()
                .flatMap(round -> DemoDepartments.ALL.stream()
                        .filter(department -> round < (department.front() ? OF_FRONT : OF_OTHERS))
                        .map(DemoDepartments.Department::code))
                .toList();
    }

    private record Matter(String category, String title, String description, String cause, String action) {}

    /** How a case begins, and how far it gets. */
    private record Plan(UUID id, Matter matter, Random random, int progress) {}

    /** Its stakeholder has agreed, and nothing more will happen. */
    record Settled(UUID id, String category) {}

    private static final List<Matter> MATTERS = List.of(
            new Matter("public-lighting", "老旧小区楼道灯不亮", "楼道灯长期失修，老人夜间上下楼不便。", "产权与维护责任不清", "与社区共同确定楼道长，更换灯具并明确维护责任"),
            new Matter("power-quality", "园区电压波动", "精密设备因电压波动停机。", "配变容量不足", "调整运行方式，列入增容计划并先行加装稳压装置"),
            new Matter("outage-notice", "停电通知不及时", "计划停电前一天才收到通知。", "通知渠道单一", "增加短信与园区群通知，提前七天告知"),
            new Matter("connection", "业扩报装进度慢", "新厂房报装资料往返多次。", "资料清单不明确", "提供一次性告知单并指定客户经理"),
            new Matter("billing", "电费账单疑问", "本月电费较上月明显增加。", "抄表周期调整", "上门核对并说明账单，提供用电建议"));

    private static final List<String> SIDES = List.of("CUSTOMER", "ENTERPRISE", "GOVERNMENT");

    private DemoCases() {}

    /** @param liaisons by department */
    static void handle(Api everybody, Api office, Map<String, Api> liaisons, List<YearMonth> months, Instant now)
            throws IOException, InterruptedException {
        var cases = new ArrayList<Callable<Void>>();
        for (var month : months) {
            for (var number = 0; number < DEPARTMENTS.size(); number++) {
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
        var plan = plan(month, number, now);
        var department = DEPARTMENTS.get(number);
        var opened = office.created("/api/feedback/v1/cases", opening(plan, month, number, now));
        var path = "/api/feedback/v1/cases/" + opened.path("id").asText();
        var liaison = liaisons.getOrDefault(department, office);
        var hands = new Hands(everybody, office, liaison);
        goOn(hands, path, department, resolution(plan.matter), plan.progress, plan.random);
    }

    /** Cases of a month that are closed once the story is told. */
    static List<Settled> settled(YearMonth month, Instant now) {
        return IntStream.range(0, DEPARTMENTS.size())
                .mapToObj(number -> plan(month, number, now))
                .filter(plan -> plan.progress >= CLOSED)
                .map(plan -> new Settled(plan.id, plan.matter.category))
                .toList();
    }

    private static Plan plan(YearMonth month, int number, Instant now) {
        var random = new Random((month + "#" + number).hashCode());
        var matter = MATTERS.get(random.nextInt(MATTERS.size()));
        var recent = month.equals(YearMonth.from(now.atZone(SeedDemo.ZONE)));
        var id = UUID.nameUUIDFromBytes(("case/" + month + "/" + number).getBytes(StandardCharsets.UTF_8));
        // A few of every month stay open, the youngest more often.
        return new Plan(id, matter, random, recent ? random.nextInt(6) : Math.min(9, 1 + random.nextInt(14)));
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
                case "RESOLVED" -> progress < 4 ? null : confirm(hands.everybody, office, path, random);
                case "CONFIRMED" -> progress < CLOSED ? null : office.created(path + "/closure", Api.object());
                default -> null;
            };
            if (step == null) {
                return;
            }
            status = step.path("status").asText();
        }
    }

    /** A department's are of one side, or each rate of them would be from a third of the people. */
    private static String side(int number) {
        return SIDES.get(DEPARTMENTS.indexOf(DEPARTMENTS.get(number)) % SIDES.size());
    }

    private static ObjectNode opening(Plan plan, YearMonth month, int number, Instant now) {
        var random = plan.random;
        var day = month.atDay(1).atTime(9, 0).atZone(SeedDemo.ZONE).toInstant();
        var wanted = day.plus(Duration.ofHours(random.nextLong(24 * 25)));
        // In the present month a moment that is over whenever this runs, so that a second run repeats the first.
        var receivedAt = month.equals(YearMonth.from(now.atZone(SeedDemo.ZONE)))
                ? month.atDay(1).atStartOfDay(SeedDemo.ZONE).toInstant()
                : wanted;
        return Api.object()
                .put("caseId", plan.id.toString())
                .put("side", side(number))
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

    private static ObjectNode resolution(Matter matter) {
        var done = Api.object().put("rootCause", matter.cause()).put("actionTaken", matter.action());
        var place = DemoProcesses.CAUSES.get(matter.category());
        return place == null ? done : done.put("process", place.process()).put("step", place.step());
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
