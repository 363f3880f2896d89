package org.huisheng.demo;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.time.YearMonth;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The newsletter: the issue of the month before is out, that of this month is being written. */
final class DemoBriefings {

    private static final String BRIEFINGS = "/api/kpi/v1/briefings";
    private static final String TEMPLATE = "/api/kpi/v1/briefing-template";
    private static final Duration QUIET = Duration.ofSeconds(3);
    private static final int LOOKS = 40;

    private static final Map<String, String> ENGLISH = Map.ofEntries(
            entry("社责简报", "CSR Briefing"),
            entry("全面社会责任管理工作办公室", "Office of Social Responsibility Management"),
            entry("内部资料，注意保存。演示数据。", "For internal use. Demonstration data."),
            entry("管理推进", "Management"),
            entry("基层融入", "At the Grassroots"),
            entry("成效反馈", "Feedback and Outcomes"),
            entry("每期一学", "Learning"),
            entry("召开社会责任管理工作会议", "A conference on managing social responsibility"),
            entry("部门绩效合约得分", "Scores of performance contracts"),
            entry("责任理念巡讲走进基层", "Lectures among the teams"),
            entry("员工责任意识", "Awareness among employees"),
            entry("完善管理", "Management"),
            entry("反馈与改进", "Feedback and improvement"),
            entry("成果推广", "Outreach"),
            entry("反馈事项解决率", "Cases resolved"),
            entry("用户满意度", "Satisfaction of customers"),
            entry("企业满意度", "Satisfaction of enterprises"),
            entry("社会责任案例", "A case to learn from"),
            entry("社会责任示范基地建设稳步推进", "The demonstration base for social responsibility makes steady progress"),
            entry(
                    "公司召开社会责任管理工作视频会，总结前一阶段工作，部署示范基地提升计划，成立社会责任宣讲小组，要求各部门每两个月开展一次社会责任理念宣讲。",
                    "In a video conference the company looked back on its work so far, set out the improvement plan of the demonstration base, and founded a group of lecturers. Every department is to hold a lecture on social responsibility every two months."),
            entry(
                    "本月市场营销部绩效合约得分 {MKT} 分，配电运检室 {DIST} 分。",
                    "The performance contract of Marketing scored {MKT} this month, that of Distribution {DIST}."),
            entry(
                    "社会责任宣讲小组走进营业电费室、送变电公司、配电运检室，对社会责任基本概念、管理工具和实施方法进行宣讲，覆盖基层人员126人。",
                    "The lecturers went to the billing office, the transmission company and the distribution department and spoke of what social responsibility is, its tools and how to go about it. They reached 126 people."),
            entry(
                    "公司常态化向政府部门和园区企业提供《供电信息汇报》，当好“电参谋”，汇报获区委书面批示。",
                    "The company regularly reports on the power supply to the government and to enterprises of the parks; the district committee endorsed a report in writing."),
            entry(
                    "市场营销部反馈事项解决率 {MKT/RESOLUTION_RATE}，满意率 {MKT/SATISFACTION_RATE}。",
                    "Marketing resolved {MKT/RESOLUTION_RATE} of its cases, and {MKT/SATISFACTION_RATE} of the stakeholders were satisfied."),
            entry("社会责任案例：让黑楼道持续亮起来。", "A case: light in dark corridors that stays."),
            entry(
                    "旧城区近四成楼道长期处于“黑夜模式”，61 个老旧小区 891 盏楼道灯长久失修。供电企业、社区、居民单独解决都难以持续。",
                    "Nearly 40 percent of the corridors in the old town were dark for years; 891 lights in 61 housing estates were out of order. Neither the power company nor communities nor residents could keep them working alone."),
            entry(
                    "通过识别各方诉求、厘清责任边界，形成政府牵头、社区和居民参与、媒体报道、供电企业提供延伸服务的多方共治机制。参与治理的小区未再发生因“黑楼道”引发的治安事件。",
                    "Once it was clear who wanted what and who was responsible for what, the government took the lead, communities and residents joined in, the media reported and the power company did more than it had to. No incident caused by dark corridors has happened in these estates since."));

    private DemoBriefings() {}

    static void tell(Api office, Api leader, YearMonth month) throws IOException, InterruptedException {
        if (office.get(TEMPLATE).path("version").asInt() == 0) {
            office.change("PUT", TEMPLATE, content("", "", "", "", ""));
        }
        publish(office, leader, month.minusMonths(1));
        if (issue(office, month).isMissingNode()) {
            office.created(BRIEFINGS, Api.object().put("period", month.toString()));
        }
    }

    private static void publish(Api office, Api leader, YearMonth month) throws IOException, InterruptedException {
        var issue = issue(office, month);
        if (issue.isMissingNode()) {
            awaitFigures(office, month);
            issue = office.created(BRIEFINGS, Api.object().put("period", month.toString()));
        }
        var address = BRIEFINGS + "/" + issue.path("id").asText();
        if (issue.path("status").asText().equals("DRAFT")) {
            office.change("PUT", address, written());
            office.change("POST", address + "/submission", Api.object());
        }
        if (!issue.path("status").asText().equals("PUBLISHED")) {
            leader.change("POST", address + "/publication", Api.object());
        }
    }

    private static JsonNode issue(Api office, YearMonth month) throws IOException, InterruptedException {
        for (var issue : office.get(BRIEFINGS).path("items")) {
            if (issue.path("period").asText().equals(month.toString())) {
                return issue;
            }
        }
        return MissingNode.getInstance();
    }

    /** What is published stays as it is, so what was told before has to have arrived. */
    private static void awaitFigures(Api office, YearMonth month) throws IOException, InterruptedException {
        var scores = "/api/kpi/v1/scores?period=" + month;
        var before = office.get(scores);
        for (var left = LOOKS; left > 0; left--) {
            Thread.sleep(QUIET);
            var now = office.get(scores);
            if (now.equals(before)) {
                return;
            }
            before = now;
        }
    }

    private static ObjectNode written() {
        return content(
                "社会责任示范基地建设稳步推进",
                "公司召开社会责任管理工作视频会，总结前一阶段工作，部署示范基地提升计划，成立社会责任宣讲小组，要求各部门每两个月开展一次社会责任理念宣讲。\n"
                        + "本月市场营销部绩效合约得分 {MKT} 分，配电运检室 {DIST} 分。",
                "社会责任宣讲小组走进营业电费室、送变电公司、配电运检室，对社会责任基本概念、管理工具和实施方法进行宣讲，覆盖基层人员126人。",
                "公司常态化向政府部门和园区企业提供《供电信息汇报》，当好“电参谋”，汇报获区委书面批示。\n"
                        + "市场营销部反馈事项解决率 {MKT/RESOLUTION_RATE}，满意率 {MKT/SATISFACTION_RATE}。",
                "社会责任案例：让黑楼道持续亮起来。\n"
                        + "旧城区近四成楼道长期处于“黑夜模式”，61 个老旧小区 891 盏楼道灯长久失修。供电企业、社区、居民单独解决都难以持续。\n"
                        + "通过识别各方诉求、厘清责任边界，形成政府牵头、社区和居民参与、媒体报道、供电企业提供延伸服务的多方共治机制。参与治理的小区未再发生因“黑楼道”引发的治安事件。");
    }

    private static ObjectNode content(
            String title, String management, String integration, String outcome, String learning) {
        var content = Api.object();
        say(content, "masthead", "社责简报");
        say(content, "organisation", "全面社会责任管理工作办公室");
        say(content, "title", title);
        say(content, "footer", "内部资料，注意保存。演示数据。");
        var sections = content.putArray("sections");
        var first = section(sections, "MANAGEMENT", "管理推进");
        text(first, "召开社会责任管理工作会议", management);
        figure(first, "TABLE", "部门绩效合约得分", null, null);
        var second = section(sections, "INTEGRATION", "基层融入");
        text(second, "责任理念巡讲走进基层", integration);
        figure(second, "BARS", "员工责任意识", null, "AWARENESS_EMPLOYEE");
        dimension(second, "完善管理", "MKT", "MANAGEMENT");
        var third = section(sections, "OUTCOME", "成效反馈");
        text(third, "反馈与改进", outcome);
        dimension(third, "成果推广", "MKT", "OUTREACH");
        figure(third, "BARS", "反馈事项解决率", null, "RESOLUTION_RATE");
        figure(third, "LINE", "用户满意度", "MKT", "CUSTOMER_SATISFACTION");
        figure(third, "LINE", "企业满意度", "MKT", "ENTERPRISE_SATISFACTION");
        text(section(sections, "LEARNING", "每期一学"), "社会责任案例", learning);
        return content;
    }

    private static ArrayNode section(ArrayNode sections, String kind, String title) {
        var section = sections.addObject().put("kind", kind);
        say(section, "title", title);
        return section.putArray("blocks");
    }

    private static void text(ArrayNode blocks, String heading, String text) {
        var block = blocks.addObject().put("kind", "TEXT");
        say(block, "heading", heading);
        say(block, "text", text);
    }

    /** Whatever indicators the contract has in it. */
    private static void dimension(ArrayNode blocks, String heading, String department, String dimension) {
        var block = blocks.addObject()
                .put("kind", "TABLE")
                .put("department", department)
                .put("dimension", dimension);
        say(block, "heading", heading);
    }

    private static void figure(
            ArrayNode blocks, String kind, String heading, @Nullable String department, @Nullable String indicator) {
        var block = blocks.addObject()
                .put("kind", kind)
                .put("department", department)
                .put("indicator", indicator);
        say(block, "heading", heading);
    }

    /** In both languages; a paragraph a line. */
    private static void say(ObjectNode thing, String field, String chinese) {
        thing.put(field, chinese);
        if (!chinese.isEmpty()) {
            thing.put(
                    field + "En",
                    chinese.lines()
                            .map(line -> ENGLISH.getOrDefault(line, line))
                            .collect(Collectors.joining("\n")));
        }
    }
}
