package org.huisheng.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The processes of a district power company with the five that are one, and how far social responsibility is embedded in them. */
final class DemoProcesses {

    private static final String ELEMENTS = "/api/feedback/v1/csr-elements";
    private static final int UNKNOWN_YET = 422;

    /** @param department none of a post that many departments have */
    private record Post(String code, String name, String nameEn, String department, boolean key) {}

    private record Step(String code, String name, String nameEn, String post) {}

    /** @param stages how far it has come beyond being planned */
    private record Element(String step, String title, int stages) {}

    private record Known(
            String code,
            String name,
            String nameEn,
            String department,
            boolean key,
            boolean typical,
            List<Step> steps,
            Map<String, String> duties,
            String standard,
            String institution,
            String performance,
            List<Element> elements) {}

    /** Where a cause lies. */
    record Place(String process, String step) {}

    /** By what a case is about: in which process, and in which of its steps, the most frequent first. */
    private static final Map<String, Map.Entry<String, List<String>>> CAUSES = Map.of(
            "outage.corridor-light", Map.entry("LIGHTING", List.of("OWNERSHIP", "RENEW", "AGREE")),
            "power-quality", Map.entry("VOLTAGE", List.of("MONITOR", "REFORM", "PLAN")),
            "outage.planned-notice", Map.entry("OUTAGE_PLAN", List.of("NOTICE", "RESTORE", "BALANCE")),
            "connection", Map.entry("CONNECTION", List.of("RECEIVE", "SCHEME", "SURVEY", "ENERGISE")),
            "billing", Map.entry("BILLING", List.of("READING", "BILL", "REMIND")));

    /** @param rare the rarer the higher, from 0 */
    static Optional<Place> cause(String category, int rare) {
        return Optional.ofNullable(CAUSES.get(category))
                .map(steps -> new Place(
                        steps.getKey(),
                        steps.getValue().get(Math.min(rare, steps.getValue().size() - 1))));
    }

    private static final List<Post> POSTS = List.of(
            new Post("MANAGER", "部门负责人", "Head of department", "", true),
            new Post("LIAISON", "社责联络员", "Liaison of social responsibility", "", true),
            new Post("TEAM_LEADER", "班组长", "Team leader", "", true),
            new Post("ACCOUNT_MANAGER", "客户经理", "Account manager", "MKT", true),
            new Post("COUNTER_CLERK", "营业厅受理员", "Counter clerk", "MKT", true),
            new Post("METER_READER", "抄表核算员", "Meter reader", "MKT", false),
            new Post("REPAIR_CREW", "抢修人员", "Repair crew", "DIST", true),
            new Post("PATROL", "配电巡视员", "Line patrol", "DIST", false),
            new Post("DISPATCHER", "调度员", "Dispatcher", "DISP", true),
            new Post("SAFETY_OFFICER", "安全监察员", "Safety officer", "SAFE", false),
            new Post("PROJECT_MANAGER", "项目经理", "Project manager", "CONS", true));

    private static final List<Known> PROCESSES = List.of(
            new Known(
                    "CONNECTION",
                    "业扩报装流程",
                    "Connection of customers",
                    "MKT",
                    true,
                    true,
                    List.of(
                            new Step("RECEIVE", "受理申请", "Receive the application", "COUNTER_CLERK"),
                            new Step("SURVEY", "现场勘查", "Survey", "ACCOUNT_MANAGER"),
                            new Step("SCHEME", "答复方案", "Offer a scheme", "ACCOUNT_MANAGER"),
                            new Step("INSPECT", "竣工检验", "Inspect", "ACCOUNT_MANAGER"),
                            new Step("ENERGISE", "装表接电", "Energise", "REPAIR_CREW")),
                    Map.of("COUNTER_CLERK", "一次性告知所需资料", "ACCOUNT_MANAGER", "全程跟踪办理进度，主动告知客户"),
                    "供电营业服务标准（示例）",
                    "业扩报装管理办法（示例）",
                    "办电时长达标率",
                    List.of(
                            new Element("RECEIVE", "一次性告知清单公开上墙", 3),
                            new Element("SCHEME", "方案中说明客户可选择的经济方案", 2),
                            new Element("", "办电进度对客户透明", 1))),
            new Known(
                    "OUTAGE_REPAIR",
                    "故障抢修流程",
                    "Repair of faults",
                    "DIST",
                    true,
                    true,
                    List.of(
                            new Step("REPORT", "接报登记", "Take the report", "DISPATCHER"),
                            new Step("DISPATCH", "派工", "Dispatch", "DISPATCHER"),
                            new Step("REPAIR", "现场抢修", "Repair", "REPAIR_CREW"),
                            new Step("CALL_BACK", "回访", "Call back", "TEAM_LEADER")),
                    Map.of("REPAIR_CREW", "到达现场先向居民说明原因和预计时间", "TEAM_LEADER", "抢修后当日回访"),
                    "故障抢修到达时限标准（示例）",
                    "配网抢修指挥管理规定（示例）",
                    "抢修到达及时率",
                    List.of(
                            new Element("REPAIR", "现场告知卡：原因、预计恢复时间、联系方式", 2),
                            new Element("CALL_BACK", "对老人、医院等重要用户优先回访", 1))),
            new Known(
                    "OUTAGE_PLAN",
                    "停电计划管理流程",
                    "Planned outages",
                    "DISP",
                    true,
                    true,
                    List.of(
                            new Step("COLLECT", "汇总停电需求", "Collect needs", "DISPATCHER"),
                            new Step("BALANCE", "平衡审批", "Balance and approve", "DISPATCHER"),
                            new Step("NOTICE", "提前告知", "Give notice", "ACCOUNT_MANAGER"),
                            new Step("RESTORE", "按时复电", "Restore in time", "REPAIR_CREW")),
                    Map.of("DISPATCHER", "避开考试、农忙和企业赶工时段", "ACCOUNT_MANAGER", "提前七天告知敏感用户"),
                    "停电告知时限标准（示例）",
                    "停电计划管理办法（示例）",
                    "停电告知到户率",
                    List.of(new Element("NOTICE", "敏感用户一户一策告知", 2), new Element("BALANCE", "征求园区企业意见后定计划", 1))),
            new Known(
                    "BILLING",
                    "电费回收流程",
                    "Billing and collection",
                    "MKT",
                    true,
                    true,
                    List.of(
                            new Step("READING", "抄表核算", "Read meters", "METER_READER"),
                            new Step("BILL", "发行账单", "Issue the bill", "METER_READER"),
                            new Step("REMIND", "催缴提醒", "Remind", "ACCOUNT_MANAGER"),
                            new Step("SETTLE", "收费销账", "Settle", "COUNTER_CLERK")),
                    Map.of("METER_READER", "电量突变先核实再发行", "ACCOUNT_MANAGER", "对困难家庭说明优惠政策"),
                    "电费账务标准（示例）",
                    "电费回收管理办法（示例）",
                    "电费差错率",
                    List.of(new Element("REMIND", "困难群众用电帮扶告知", 2), new Element("READING", "电量异常主动提醒", 0))),
            new Known(
                    "COMPLAINT",
                    "诉求处理流程",
                    "Handling of demands",
                    "OFFICE",
                    true,
                    true,
                    List.of(
                            new Step("ACCEPT", "受理", "Accept", "COUNTER_CLERK"),
                            new Step("ASSIGN", "派单", "Assign", "LIAISON"),
                            new Step("HANDLE", "办理", "Handle", "TEAM_LEADER"),
                            new Step("CONFIRM", "回访确认", "Ask whether they agree", "LIAISON")),
                    Map.of("LIAISON", "首问负责，全程督办", "MANAGER", "对重复诉求组织原因分析"),
                    "诉求响应时限标准（示例）",
                    "诉求闭环管理办法（示例）",
                    "诉求满意率",
                    List.of(new Element("", "诉求人确认才算办结", 3), new Element("HANDLE", "根本原因对应到流程步骤", 1))),
            new Known(
                    "STAKEHOLDER_TALKS",
                    "利益相关方沟通流程",
                    "Talks with stakeholders",
                    "OFFICE",
                    false,
                    true,
                    List.of(
                            new Step("IDENTIFY", "识别相关方", "Identify stakeholders", "LIAISON"),
                            new Step("TALK", "沟通走访", "Talk", "MANAGER"),
                            new Step("FEED_BACK", "反馈落实", "Feed back", "LIAISON")),
                    Map.of("MANAGER", "每季度至少走访一次重要相关方"),
                    "相关方沟通工作标准（示例）",
                    "政企沟通管理办法（示例）",
                    "沟通计划完成率",
                    List.of(new Element("TALK", "沟通前了解对方期望和顾虑", 2))),
            new Known(
                    "MONTHLY_REVIEW",
                    "月度社责复盘流程",
                    "Monthly review of social responsibility",
                    "OFFICE",
                    false,
                    false,
                    List.of(
                            new Step("GATHER", "收集反馈", "Gather feedback", "LIAISON"),
                            new Step("REVIEW", "复盘分析", "Review", "MANAGER"),
                            new Step("IMPROVE", "制定改进", "Decide what to improve", "MANAGER")),
                    Map.of("LIAISON", "每月汇总四个层面的反馈"),
                    "复盘会议标准（示例）",
                    "社会责任管理办法（示例）",
                    "改进措施完成率",
                    List.of(new Element("REVIEW", "复盘必看相关方原话", 1))),
            new Known(
                    "VOLTAGE",
                    "电压质量治理流程",
                    "Voltage quality",
                    "DIST",
                    true,
                    false,
                    List.of(
                            new Step("MONITOR", "监测分析", "Monitor", "PATROL"),
                            new Step("PLAN", "制定方案", "Plan", "TEAM_LEADER"),
                            new Step("REFORM", "改造实施", "Carry out", "PROJECT_MANAGER")),
                    Map.of("PATROL", "高峰时段加测敏感企业电压"),
                    "电压合格率标准（示例）",
                    "低电压治理管理规定（示例）",
                    "电压合格率",
                    List.of(new Element("PLAN", "方案征求受影响企业意见", 0))),
            new Known(
                    "LIGHTING",
                    "楼道照明共治流程",
                    "Corridor lighting",
                    "DIST",
                    false,
                    true,
                    List.of(
                            new Step("OWNERSHIP", "厘清产权", "Settle ownership", "LIAISON"),
                            new Step("AGREE", "多方协商", "Agree with all sides", "MANAGER"),
                            new Step("RENEW", "改造移交", "Renew and hand over", "REPAIR_CREW")),
                    Map.of("LIAISON", "联系社区、物业和街道共同协商"),
                    "楼道照明改造标准（示例）",
                    "根植项目管理办法（示例）",
                    "楼道灯完好率",
                    List.of(new Element("AGREE", "居民代表参与方案", 2))),
            new Known(
                    "SAFETY_PATROL",
                    "用电安全检查流程",
                    "Safety inspections",
                    "SAFE",
                    true,
                    false,
                    List.of(
                            new Step("PLAN", "制定检查计划", "Plan", "SAFETY_OFFICER"),
                            new Step("INSPECT", "现场检查", "Inspect", "SAFETY_OFFICER"),
                            new Step("RECTIFY", "督促整改", "See to corrections", "TEAM_LEADER")),
                    Map.of("SAFETY_OFFICER", "检查同时开展安全用电宣传"),
                    "安全检查标准（示例）",
                    "隐患排查治理办法（示例）",
                    "隐患整改率",
                    List.of()),
            new Known(
                    "GRID_BUILDING",
                    "电网建设流程",
                    "Building of the grid",
                    "CONS",
                    true,
                    false,
                    List.of(
                            new Step("ROUTE", "选址选线", "Choose the route", "PROJECT_MANAGER"),
                            new Step("EXPLAIN", "沿线沟通", "Talk along the route", "PROJECT_MANAGER"),
                            new Step("BUILD", "施工", "Build", "TEAM_LEADER"),
                            new Step("HAND_OVER", "验收投运", "Hand over", "MANAGER")),
                    Map.of("PROJECT_MANAGER", "开工前公示施工时间、噪声和恢复承诺"),
                    "文明施工标准（示例）",
                    "电网建设管理办法（示例）",
                    "施工投诉数",
                    List.of(new Element("EXPLAIN", "开工前沿线居民告知会", 1))));

    private static final List<String> STAGES = List.of("EMBEDDED", "PRACTISED", "EVALUATED");
    private static final List<String> PROOFS = List.of("流程文件修订单〔示例〕", "现场记录与照片〔示例〕", "年度评估报告〔示例〕");

    private DemoProcesses() {}

    static void register(Api office) throws IOException, InterruptedException {
        for (var post : POSTS) {
            var said = named(post.name(), post.nameEn()).put("keyPost", post.key());
            if (!post.department().isEmpty()) {
                said.put("department", post.department());
            }
            put(office, "/api/feedback/v1/posts/" + post.code(), said);
        }
        for (var process : PROCESSES) {
            put(office, "/api/feedback/v1/processes/" + process.code(), said(process));
        }
    }

    /** Departments embed what is asked of their own processes; the office says what it is worth. */
    static void embed(Api office, Map<String, Api> liaisons) throws IOException, InterruptedException {
        for (var process : PROCESSES) {
            var owner = liaisons.getOrDefault(process.department(), office);
            for (var element : process.elements()) {
                embed(office, owner, process, element);
            }
        }
    }

    private static void embed(Api office, Api owner, Known process, Element element)
            throws IOException, InterruptedException {
        var id = UUID.nameUUIDFromBytes(
                        ("element/" + process.code() + "/" + element.title()).getBytes(StandardCharsets.UTF_8))
                .toString();
        var asked = Api.object().put("id", id).put("process", process.code()).put("title", element.title());
        if (!element.step().isEmpty()) {
            asked.put("step", element.step());
        }
        owner.created(ELEMENTS, asked);
        var path = ELEMENTS + "/" + id;
        var reached =
                STAGES.indexOf(office.get(path).path("element").path("stage").asText()) + 1;
        for (var stage = reached; stage < element.stages(); stage++) {
            var judge = STAGES.get(stage).equals("EVALUATED") ? office : owner;
            judge.created(
                    path + "/stages",
                    Api.object()
                            .put("stage", STAGES.get(stage))
                            .put("title", "佐证材料")
                            .put("reference", PROOFS.get(stage)));
        }
    }

    private static ObjectNode named(String name, String nameEn) {
        return Api.object().put("name", name).put("nameEn", nameEn);
    }

    private static ObjectNode said(Known process) {
        var said = named(process.name(), process.nameEn())
                .put("department", process.department())
                .put("keyProcess", process.key())
                .put("typicalBusiness", process.typical());
        var steps = said.putArray("steps");
        process.steps()
                .forEach(step -> steps.add(named(step.name(), step.nameEn())
                        .put("code", step.code())
                        .put("post", step.post())));
        var duties = said.putArray("duties");
        process.duties().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(duty -> duties.addObject().put("post", duty.getKey()).put("duty", duty.getValue()));
        said.putArray("standards").addObject().put("title", process.standard());
        said.putArray("institutions").addObject().put("title", process.institution());
        said.putArray("performance").addObject().put("title", process.performance());
        return said;
    }

    /** Retries as long as feedback-service has not heard of the department yet. */
    private static void put(Api office, String path, ObjectNode said) throws IOException, InterruptedException {
        for (var left = 100; ; left--) {
            try {
                office.put(path, said);
                return;
            } catch (Api.Refused refused) {
                if (refused.answer().status() != UNKNOWN_YET || left == 0) {
                    throw refused;
                }
                Thread.sleep(Duration.ofMillis(300));
            }
        }
    }
}
