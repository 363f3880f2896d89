package org.huisheng.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Root-planting projects: the lights in dark corridors, from the first newsletter's case, complete from the initiation report
 * to the evidence; one that runs and one that waits to be approved. What is not in the newsletter, the amounts, is made up.
 */
final class DemoProjects {

    private static final String PROJECTS = "/api/feedback/v1/root-projects";

    private record Party(
            String name,
            String side,
            String willingness,
            String resources,
            int affordable,
            int share,
            String role,
            List<String> actions) {}

    private record Measure(String name, String unit, int before, int after) {}

    private static final List<Party> LIGHTS = List.of(
            new Party(
                    "政府部门",
                    "GOVERNMENT",
                    "HIGH",
                    "财政资金、政策",
                    180_000,
                    150_000,
                    "制定相关政策，协调社区（街道）、供电企业、居民、媒体进行沟通",
                    List.of("制定并下发全市“点亮楼道”长效机制实施方案", "定期召开利益相关方协调会", "确定各方对接人，厘清工作职责")),
            new Party(
                    "社区（街道）",
                    "GOVERNMENT",
                    "HIGH",
                    "协调能力、社区管理权力、社区财政资金",
                    80_000,
                    66_400,
                    "向上对接政府，向下沟通居民",
                    List.of("黑楼道排查", "确定楼道长及其职责", "协调电费和维护费缴纳")),
            new Party(
                    "供电企业",
                    "EMPLOYEE",
                    "VERY_HIGH",
                    "专业技术、维护工人",
                    120_000,
                    100_000,
                    "制定运维方案，进行运维检修",
                    List.of("确定网格经理受理黑楼道维修申请", "制定施工方案、拟定施工范围", "选派施工人员进行维修")),
            new Party(
                    "楼道长及居民",
                    "CUSTOMER",
                    "VERY_HIGH",
                    "维护资金",
                    50_000,
                    40_000,
                    "缴纳电费和维护费，向供电企业回馈满意度",
                    List.of("按“谁所有谁缴费”缴纳楼道灯电费和维护费")),
            new Party("媒体", "", "HIGH", "舆论监督权和媒体影响力", 5_000, 0, "信息披露、事件报道", List.of("对各方活动进行跟进和披露")));

    private static final List<String> WAY =
            List.of("完成 61 个老旧小区、891 盏楼道灯的排查", "印发“点亮楼道”长效机制实施方案", "首批黑楼道恢复照明", "全部楼道灯交由楼道长或物业运维");

    /** What darkness led to, before and after. */
    private static final List<Measure> HARM = List.of(
            new Measure("社区盗窃", "起", 2, 0),
            new Measure("老人摔伤", "起", 3, 0),
            new Measure("楼道撞伤", "起", 6, 0),
            new Measure("搬运物品受损", "起", 8, 0));

    private DemoProjects() {}

    /** The lights in dark corridors, which a story tells of. */
    static String lights(YearMonth present) {
        return id("lights", present);
    }

    static void tell(Api office, Api leader, Map<String, Api> liaisons, YearMonth present)
            throws IOException, InterruptedException {
        lights(office, leader, liaisons.getOrDefault("DIST", office), present);
        energy(leader, liaisons.getOrDefault("MKT", office), present);
        liaisons.getOrDefault("CONS", office).created(PROJECTS, heating(present));
    }

    private static void lights(Api office, Api leader, Api liaison, YearMonth present)
            throws IOException, InterruptedException {
        var begin = present.minusMonths(11);
        var form = form("lights", "让黑楼道持续亮起来", "DIST", begin, present.minusMonths(1), present)
                .put(
                        "problem",
                        "由于部分社区物业管理不完善，全市共有 61 个老旧小区、891 盏楼道灯长久失修，旧城区近 40% 的楼道长期处于“黑夜模式”。"
                                + "黑楼道引发 2 次社区盗窃、3 起老人摔伤、6 起撞伤、8 起搬运物品受损。\n"
                                + "供电企业服务队“义诊”协调难、资金缺，社区聘用社会电工资金短缺，居民自维群体协调困难："
                                + "三种办法都只能短期见效，楼道亮了又黑。")
                .put("goal", "发挥各方优势、厘清责任边界、推进阳光透明，形成政府牵头、社区和居民参与、媒体报道、供电企业延伸服务的“多方共治”长效机制。")
                .put("budget", 356_400);
        stakeholders(form, LIGHTS, begin);
        milestones(form, WAY, begin);
        measures(form, HARM);
        var path = PROJECTS + "/"
                + liaison.created(PROJECTS, form).path("project").path("id").asText();
        approve(leader, liaison, path);
        if (stage(liaison, path).equals("RUNNING")) {
            var actions =
                    LIGHTS.stream().mapToInt(party -> party.actions().size()).sum();
            for (var number = 1; number <= actions; number++) {
                liaison.put(
                        path + "/actions/" + number,
                        day("doneOn", due(begin, number - 1).minusDays(3)));
            }
            for (var number = 1; number <= WAY.size(); number++) {
                liaison.put(
                        path + "/milestones/" + number,
                        day("reachedOn", due(begin, 2 * number - 1).minusDays(1)));
            }
            for (var number = 1; number <= HARM.size(); number++) {
                liaison.put(
                        path + "/indicators/" + number,
                        Api.object().put("valueAfter", HARM.get(number - 1).after()));
            }
            liaison.created(
                    path + "/evaluation",
                    Api.object()
                            .put(
                                    "conclusion",
                                    "多方共治的长效机制初步形成，黑楼道明显减少，参与治理的 61 个老旧小区未再发生因黑楼道引发的治安事件；"
                                            + "供电企业探索出表后线维护模式，停电投诉明显下降，未再发生社区居民上访。"));
        }
        if (stage(liaison, path).equals("EVALUATED")) {
            liaison.attached(path + "/attachments", "治理前后对照（示例）.png", DemoPictures.corridor(true));
            office.created(path + "/closing", Api.object().put("words", "佐证齐全，同意结项。"));
        }
    }

    private static void energy(Api leader, Api liaison, YearMonth present) throws IOException, InterruptedException {
        var begin = present.minusMonths(3);
        var form = form("energy", "园区企业综合能效示范", "MKT", begin, present.plusMonths(8), present)
                .put("problem", "园区企业想省电，但不清楚从哪里改起；设备厂商各讲各的，企业不敢投入。")
                .put("goal", "由供电企业提供用能诊断，园区牵头、设备厂商让利，形成企业敢改、改了见效的示范做法。")
                .put("budget", 260_000);
        stakeholders(
                form,
                List.of(
                        new Party(
                                "园区管理部门",
                                "GOVERNMENT",
                                "HIGH",
                                "政策、企业名录",
                                100_000,
                                80_000,
                                "牵头组织企业参与",
                                List.of("确定首批示范企业")),
                        new Party(
                                "供电企业",
                                "EMPLOYEE",
                                "VERY_HIGH",
                                "用电数据、诊断能力",
                                120_000,
                                100_000,
                                "提供用能诊断和节能建议",
                                List.of("完成 12 家企业用能诊断", "按月公布节电效果")),
                        new Party(
                                "园区企业", "ENTERPRISE", "MEDIUM", "改造资金", 90_000, 80_000, "实施改造", List.of("完成照明和空压机改造"))),
                begin);
        milestones(form, List.of("确定示范企业", "完成用能诊断", "完成首批改造"), begin);
        measures(form, List.of(new Measure("单位产值电耗", "千瓦时/万元", 412, 0), new Measure("参与企业", "家", 0, 0)));
        // More of them is better; less of the other.
        ((ObjectNode) form.path("indicators").path(1)).put("direction", "UP");
        var path = PROJECTS + "/"
                + liaison.created(PROJECTS, form).path("project").path("id").asText();
        approve(leader, liaison, path);
        if (liaison.get(path).at("/project/measured").asInt() == 0) {
            liaison.put(path + "/actions/1", day("doneOn", due(begin, 0).minusDays(2)));
            liaison.put(path + "/milestones/1", day("reachedOn", due(begin, 0)));
            liaison.put(path + "/indicators/2", Api.object().put("valueAfter", 12));
        }
    }

    /** Waits to be approved; its shares do not make the budget yet. */
    private static ObjectNode heating(YearMonth present) {
        var begin = present.plusMonths(1);
        var form = form("heating", "煤改电暖心到户", "CONS", begin, present.plusMonths(11), present)
                .put("problem", "部分村庄煤改电后，老人不会用、不敢用，取暖设备闲置。")
                .put("goal", "让每一户会用、敢用、用得起。")
                .put("budget", 150_000);
        stakeholders(
                form,
                List.of(
                        new Party(
                                "乡镇政府", "GOVERNMENT", "HIGH", "补贴政策", 80_000, 60_000, "落实补贴，组织村级宣讲", List.of("落实取暖补贴")),
                        new Party(
                                "供电企业",
                                "EMPLOYEE",
                                "HIGH",
                                "专业技术",
                                60_000,
                                50_000,
                                "上门讲解，保障线路",
                                List.of("逐户上门讲解用电取暖"))),
                begin);
        milestones(form, List.of("完成入户摸底"), begin);
        measures(form, List.of(new Measure("取暖设备闲置户", "户", 46, 0)));
        return form;
    }

    private static void approve(Api leader, Api liaison, String path) throws IOException, InterruptedException {
        if (stage(liaison, path).equals("INITIATED")) {
            leader.created(path + "/approval", Api.object().put("words", "同意立项。"));
        }
    }

    private static String stage(Api liaison, String path) throws IOException, InterruptedException {
        return liaison.get(path).path("project").path("stage").asText();
    }

    private static ObjectNode form(
            String what, String name, String department, YearMonth begin, YearMonth end, YearMonth present) {
        return Api.object()
                .put("id", id(what, present))
                .put("name", name)
                .put("department", department)
                .put("year", begin.getYear())
                .put("beginsOn", begin.atDay(1).toString())
                .put("endsOn", end.atEndOfMonth().toString());
    }

    private static void stakeholders(ObjectNode form, List<Party> parties, YearMonth begin) {
        var register = form.putArray("stakeholders");
        var number = 0;
        for (var party : parties) {
            var row = register.addObject()
                    .put("name", party.name())
                    .put("willingness", party.willingness())
                    .put("resources", party.resources())
                    .put("affordableCost", party.affordable())
                    .put("share", party.share())
                    .put("role", party.role());
            if (!party.side().isEmpty()) {
                row.put("side", party.side());
            }
            var actions = row.putArray("actions");
            for (var action : party.actions()) {
                actions.addObject()
                        .put("title", action)
                        .put("dueOn", due(begin, number++).toString());
            }
        }
    }

    private static void milestones(ObjectNode form, List<String> titles, YearMonth begin) {
        var milestones = form.putArray("milestones");
        for (var place = 0; place < titles.size(); place++) {
            milestones
                    .addObject()
                    .put("title", titles.get(place))
                    .put(
                            "dueOn",
                            due(begin, titles.size() > 3 ? 2 * place + 1 : place)
                                    .toString());
        }
    }

    private static void measures(ObjectNode form, List<Measure> measures) {
        var indicators = form.putArray("indicators");
        for (var measure : measures) {
            indicators
                    .addObject()
                    .put("name", measure.name())
                    .put("unit", measure.unit())
                    .put("direction", "DOWN")
                    .put("valueBefore", measure.before());
        }
    }

    /** One after the other, none later than nine months on. */
    private static LocalDate due(YearMonth begin, int place) {
        return begin.plusMonths(Math.min(place, 9)).atEndOfMonth();
    }

    private static ObjectNode day(String field, LocalDate day) {
        return Api.object().put(field, day.toString());
    }

    private static String id(String what, YearMonth month) {
        return UUID.nameUUIDFromBytes(("project/" + month.getYear() + "/" + what).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
