package org.huisheng.demo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/** Two parks whose enterprises are visited every month: the last one made, the present one planned and begun. */
final class DemoVisits {

    private static final String SURVEYOR = "surveyor";
    private static final int BEGUN = 6;
    private static final int NO_DAY_LEFT = 422;

    private record Park(String code, String name, List<String> enterprises) {}

    private record Demand(String category, String title, String description, String department) {}

    private static final List<Park> PARKS = List.of(
            new Park(
                    "EAST",
                    "东湾高新园",
                    List.of("启明精密", "云岭电子", "澄光光电", "禾川生物", "北辰机器人", "青禾包装", "远帆物流", "瑞雪冷链", "星桥软件", "石榴食品")),
            new Park(
                    "WEST",
                    "临港产业园",
                    List.of("海拓重工", "定波水泵", "甬帆船配", "鹭洲化纤", "潮声音响", "白沙建材", "千帆线缆", "蓝屿海产", "拾光照明", "长堤模具")));

    private static final List<Demand> DEMANDS = List.of(
            new Demand("power-quality", "下午时段电压偏低", "每天下午两点以后电压偏低，数控机床报警。", "DIST"),
            new Demand("connection", "新厂房增容进度", "希望知道增容工程的时间安排。", "MKT"),
            new Demand("outage.planned-notice", "计划停电请提前告知", "停电通知只提前一天，排产来不及调整。", "DISP"),
            new Demand("billing", "需要峰谷用电建议", "想了解错峰生产能省多少电费。", "MKT"));

    private DemoVisits() {}

    /** @param liaisons by department */
    static void tell(Api everybody, Api office, Api surveyor, Map<String, Api> liaisons, YearMonth present, Instant now)
            throws IOException, InterruptedException {
        enter(office);
        var demands = new ArrayList<String>();
        demands.addAll(makeLastMonth(office, surveyor, present.minusMonths(1)));
        demands.addAll(beginThisMonth(surveyor, present, now));
        planRest(office, present);
        for (var demand : demands) {
            answer(everybody, office, liaisons, "/api/feedback/v1/cases/" + demand);
        }
    }

    /** Most demands were met, and many enterprises have agreed. */
    private static void answer(Api everybody, Api office, Map<String, Api> liaisons, String path)
            throws IOException, InterruptedException {
        var department = office.get(path).path("department").asText();
        var random = new Random(path.hashCode());
        var met = Api.object().put("rootCause", "走访时了解").put("actionTaken", "已与企业约定措施并落实");
        var hands = new DemoCases.Hands(everybody, office, liaisons.getOrDefault(department, office));
        DemoCases.goOn(hands, path, department, met, random.nextInt(10), random);
    }

    private static void enter(Api office) throws IOException, InterruptedException {
        var wanted = Api.object();
        var list = wanted.putArray("enterprises");
        for (var park : PARKS) {
            office.put("/api/feedback/v1/parks/" + park.code(), Api.object().put("name", park.name()));
            for (var name : park.enterprises()) {
                var enterprise = list.addObject()
                        .put("park", park.code())
                        .put("name", name)
                        .put("trade", "制造业")
                        .put("size", "SMALL");
                enterprise
                        .putArray("contacts")
                        .addObject()
                        .put("name", name + "动力主管")
                        .put("phone", "000-0000");
            }
        }
        office.created("/api/feedback/v1/enterprises/batch", wanted);
    }

    /** Most were visited; a few were not, so that coverage is not a hundred. */
    private static List<String> makeLastMonth(Api office, Api surveyor, YearMonth month)
            throws IOException, InterruptedException {
        var reports = Api.object();
        var list = reports.putArray("completions");
        for (var park : PARKS) {
            for (var i = 0; i < park.enterprises().size(); i++) {
                var name = park.enterprises().get(i);
                var day = workingDay(month, 1 + 2 * i);
                office.created(
                        "/api/feedback/v1/visits",
                        Api.object()
                                .put("visitId", id(name, month))
                                .put("park", park.code())
                                .put("enterpriseName", name)
                                .put("plannedFor", day.toString())
                                .put("surveyor", SURVEYOR));
                if (i % 5 != 4) {
                    report(list, name, month)
                            .put(
                                    "visitedAt",
                                    day.atTime(LocalTime.of(10, 0))
                                            .atZone(SeedDemo.ZONE)
                                            .toInstant()
                                            .toString());
                }
            }
        }
        return hand(surveyor, reports);
    }

    /** Already reported from the field: the plan leaves these out. */
    private static List<String> beginThisMonth(Api surveyor, YearMonth month, Instant now)
            throws IOException, InterruptedException {
        var reports = Api.object();
        var list = reports.putArray("completions");
        for (var name : PARKS.getFirst().enterprises().subList(0, BEGUN)) {
            report(list, name, month)
                    .put("visitedAt", now.toString())
                    .putObject("unplanned")
                    .put("park", PARKS.getFirst().code())
                    .put("enterpriseName", name);
        }
        return hand(surveyor, reports);
    }

    private static void planRest(Api office, YearMonth month) throws IOException, InterruptedException {
        var wish = Api.object().put("month", month.toString());
        wish.putArray("surveyors").add(SURVEYOR);
        var answer = office.post("/api/feedback/v1/visit-plans", wish);
        // On the last weekend of a month nothing can be planned any more.
        if (answer.status() / 100 != 2 && answer.status() != NO_DAY_LEFT) {
            throw new Api.Refused("Planning " + month, answer);
        }
    }

    private static ObjectNode report(ArrayNode list, String name, YearMonth month) {
        var random = new Random((name + month).hashCode());
        var report = list.addObject()
                .put("visitId", id(name, month))
                .put("satisfaction", Math.clamp(Math.round(4.2 + random.nextGaussian() * 0.8), 1, 5));
        var slips = report.putArray("slips");
        for (var left = random.nextInt(3); left > 0; left--) {
            var demand = DEMANDS.get(random.nextInt(DEMANDS.size()));
            slips.addObject()
                    .put("category", demand.category())
                    .put("title", demand.title())
                    .put("description", demand.description())
                    .put("department", demand.department());
        }
        return report;
    }

    /** @return the cases that came of it */
    private static List<String> hand(Api surveyor, ObjectNode reports) throws IOException, InterruptedException {
        var answer = surveyor.created("/api/feedback/v1/visits/completions/batch", reports);
        var cases = new ArrayList<String>();
        for (var result : answer.path("results")) {
            if (result.path("status").asInt() / 100 != 2) {
                throw new Api.Refused(
                        "A visit", new Api.Answer(result.path("status").asInt(), result));
            }
            result.path("cases").forEach(id -> cases.add(id.asText()));
        }
        return cases;
    }

    private static LocalDate workingDay(YearMonth month, int day) {
        var date = month.atDay(day);
        while (date.getDayOfWeek().getValue() > 5) {
            date = date.plusDays(1);
        }
        return date;
    }

    private static String id(String name, YearMonth month) {
        return UUID.nameUUIDFromBytes(("visit/" + month + "/" + name).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
