package org.huisheng.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The improvement plan of a year: ten findings condensed to three large problems, and what departments do about them. */
final class DemoPlan {

    private static final String PLANS = "/api/feedback/v1/plans";
    private static final String TASKS = "/api/feedback/v1/plan-tasks";

    /** Shown by what customers and enterprises have said. */
    private static final String NOT_EMBEDDED = "在用流程尚未全部融入责任要素";

    private static final String SHOWN_BY = "outage.planned-notice";
    private static final int CASES = 3;
    private static final int PREPARATION = 20;

    /** A large problem, what it consists of, and the action against it with the indicator it should move. */
    private record Large(
            String dimension,
            String title,
            List<String> findings,
            String action,
            String indicator,
            String department,
            List<Task> tasks) {}

    /**
     * @param months from now on until it is due, at the end of the plan's year at the latest
     * @param proof none for a task that is not done yet
     */
    private record Task(String title, String department, int months, String proof, boolean accepted) {

        static Task done(String title, String department, String proof) {
            return new Task(title, department, 0, proof, true);
        }

        static Task open(String title, String department, int months) {
            return new Task(title, department, months, "", false);
        }
    }

    private static final List<Large> PROBLEMS = List.of(
            new Large(
                    "AWARENESS",
                    "社会责任理念根植“头重脚轻”",
                    List.of("班组对社会责任理念知晓率低", "中层领导缺少专题培训", "责任指标未列入部门绩效合约", "重点任务督办缺少责任要求"),
                    "深化理念培植，健全内部管理机制",
                    "AWARENESS_EMPLOYEE",
                    "DIST",
                    List.of(
                            Task.done("制定中层领导、基层班组、青年骨干三个层次的培训计划", "HR", "培训计划〔示例〕1号"),
                            Task.done("将责任指标列入部门绩效合约并纳入督办", "OFFICE", "绩效合约〔示例〕2号"),
                            Task.done("班前会学习履责案例", "SAFE", "班前会记录〔示例〕"),
                            new Task("每两个月组织一次部门责任宣讲", "DIST", 1, "宣讲签到表〔示例〕", false))),
            new Large(
                    "MANAGEMENT",
                    "社会责任基地示范作用不突出",
                    List.of(NOT_EMBEDDED, "重点岗位执行责任不明确", "缺少可推广的操作指南"),
                    "推进责任要素融入，发挥引领示范作用",
                    "MANAGEMENT_EMPLOYEE",
                    "MKT",
                    List.of(
                            Task.done("明确停电告知流程的岗位责任", "MKT", "岗位责任清单〔示例〕"),
                            Task.done("公示施工现场责任承诺", "CONS", "公示照片〔示例〕"),
                            Task.done("统一线路走廊沟通记录", "TRANS", "沟通记录模板〔示例〕"),
                            Task.open("分阶段完成在用流程的责任融入", "DISP", 1),
                            Task.open("编写流程融入操作指南", "MKT", 1))),
            new Large(
                    "OUTREACH",
                    "社会责任成果推广效果不明显",
                    List.of("优秀案例缺少收集整理", "对外宣传形式单一", "简报内容不够丰富"),
                    "关注成果传播，丰富宣传展示形式",
                    "CUSTOMER_SATISFACTION",
                    "MKT",
                    List.of(Task.done("收集整理优秀履责案例", "PARTY", "履责故事汇〔示例〕"), Task.open("丰富每月社责简报形式", "PARTY", 1))));

    private DemoPlan() {}

    static void tell(Api office, Map<String, Api> liaisons, YearMonth present, Instant now)
            throws IOException, InterruptedException {
        var plan = id("plan", present);
        office.created(
                PLANS,
                Api.object().put("id", plan).put("year", present.getYear()).put("title", "社会责任示范基地提升计划"));
        for (var large : PROBLEMS) {
            var problem = problem(office, plan, large, present);
            var action = id(large.action(), present);
            var measure = Api.object().put("id", action).put("problem", problem).put("title", large.action());
            measure.set("figure", figure(large, present));
            office.created(PLANS + "/" + plan + "/actions", measure);
            for (var task : large.tasks()) {
                give(office, liaisons, action, task, present);
            }
        }
        var finding = PLANS + "/" + plan + "/problems/" + id(NOT_EMBEDDED, present) + "/cases/";
        var shownBy = DemoCases.settled(present.minusMonths(1), now).stream()
                .filter(matter -> matter.category().equals(SHOWN_BY))
                .limit(CASES)
                .toList();
        for (var matter : shownBy) {
            office.put(finding + matter.id(), Api.object());
        }
    }

    private static String problem(Api office, String plan, Large large, YearMonth present)
            throws IOException, InterruptedException {
        var id = id(large.title(), present);
        var path = PLANS + "/" + plan + "/problems";
        var said =
                Api.object().put("id", id).put("dimension", large.dimension()).put("title", large.title());
        said.putArray("figures").add(figure(large, present));
        office.created(path, said);
        for (var finding : large.findings()) {
            office.created(
                    path,
                    Api.object()
                            .put("id", id(finding, present))
                            .put("parent", id)
                            .put("dimension", large.dimension())
                            .put("title", finding));
        }
        return id;
    }

    private static ObjectNode figure(Large large, YearMonth present) {
        return Api.object()
                .put("department", large.department())
                .put("indicator", large.indicator())
                .put("period", present.minusMonths(6).toString());
    }

    private static void give(Api office, Map<String, Api> liaisons, String action, Task task, YearMonth present)
            throws IOException, InterruptedException {
        var last = present.plusMonths(task.months());
        var due = (last.getYear() == present.getYear() ? last : present.withMonth(12)).atEndOfMonth();
        var prepared = due.minusDays(PREPARATION);
        var id = id(task.title(), present);
        var path = TASKS + "/" + id;
        var given = Api.object()
                .put("id", id)
                .put("action", action)
                .put("title", task.title())
                .put("department", task.department())
                .put("dueOn", due.toString());
        given.putArray("milestones").add(Api.object().put("title", "完成方案").put("dueOn", prepared.toString()));
        office.created(TASKS, given);
        if (task.proof().isEmpty()
                || !office.get(path).path("task").path("status").asText().equals("OPEN")) {
            return;
        }
        var liaison = liaisons.getOrDefault(task.department(), office);
        liaison.created(path + "/evidence", Api.object().put("title", "佐证材料").put("reference", task.proof()));
        liaison.created(path + "/submission", Api.object().put("result", "已按计划完成，成效良好。"));
        if (task.accepted()) {
            office.created(path + "/acceptance", Api.object().put("words", "同意验收"));
        }
    }

    static String id(String what, YearMonth month) {
        return UUID.nameUUIDFromBytes(("plan/" + month.getYear() + "/" + what).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
