package org.huisheng.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.huisheng.demo.Api;
import org.huisheng.e2e.District.Tally;

/** What a company makes of it over a year: a plan and its tasks, responsibility in processes, a project, stories, lectures. */
final class DistrictDeeds {

    private static final String PLANS = "/api/feedback/v1/plans";
    private static final String TASKS = "/api/feedback/v1/plan-tasks";
    private static final String PROJECTS = "/api/feedback/v1/root-projects";
    private static final String STORIES = "/api/feedback/v1/stories";
    private static final String LECTURES = "/api/feedback/v1/lectures";
    private static final String LECTURE_PLANS = "/api/feedback/v1/lecture-plans/";

    /** Of each department, and as many come to each of its six lectures: all have heard one by the end of the year. */
    private static final int LISTENERS = 12;

    private static final int LECTURES_A_YEAR = 6;

    /** One department is late once. */
    private static final Month LATE = Month.JUNE;

    private final District district;
    private String action;
    private String project;

    DistrictDeeds(District district) {
        this.district = district;
    }

    void plan(YearMonth first) throws IOException, InterruptedException {
        var office = district.office;
        var plan = DistrictWork.id("plan", first, "");
        office.created(
                PLANS, Api.object().put("id", plan).put("year", first.getYear()).put("title", "社会责任提升计划"));
        var problem = DistrictWork.id("problem", first, "");
        office.created(
                PLANS + "/" + plan + "/problems",
                Api.object().put("id", problem).put("dimension", "MANAGEMENT").put("title", "在用流程尚未全部融入责任要素"));
        action = DistrictWork.id("action", first, "");
        var measure = Api.object().put("id", action).put("problem", problem).put("title", "推进责任要素融入");
        measure.putObject("figure")
                .put("department", District.FRONT)
                .put("indicator", "MANAGEMENT_EMPLOYEE")
                .put("period", first.toString());
        office.created(PLANS + "/" + plan + "/actions", measure);
        for (var department : District.DEPARTMENTS) {
            for (var process : List.of(process(department, 1), process(department, 2))) {
                var said = Api.object()
                        .put("name", "流程" + process)
                        .put("nameEn", process)
                        .put("department", department);
                district.onceKnown(() -> office.put("/api/feedback/v1/processes/" + process, said));
            }
        }
    }

    List<String> processes() {
        return District.DEPARTMENTS.stream()
                .map(department -> process(department, 1))
                .toList();
    }

    private static String process(String department, int number) {
        return department + "_" + number;
    }

    void giveTasks(YearMonth month) throws IOException, InterruptedException {
        for (var department : District.DEPARTMENTS) {
            district.office.created(
                    TASKS,
                    Api.object()
                            .put("id", DistrictWork.id("task", month, department))
                            .put("action", action)
                            .put("title", month.getMonthValue() + "月任务")
                            .put("department", department)
                            .put("dueOn", month.atDay(25).toString()));
        }
    }

    /** What is not handed in is late once its day is over, without anybody doing anything. */
    void doTasks(YearMonth month, Tally tally) throws IOException, InterruptedException {
        for (var department : District.DEPARTMENTS) {
            tally.add("improvement.task-due", 1);
            if (month.getMonth() == LATE && department.equals(District.SUPPORT)) {
                continue;
            }
            var path = TASKS + "/" + DistrictWork.id("task", month, department);
            var liaison = district.liaison(department);
            liaison.created(
                    path + "/evidence", Api.object().put("title", "佐证材料").put("reference", "示例1号"));
            liaison.created(path + "/submission", Api.object().put("result", "已按计划完成。"));
            district.office.created(path + "/acceptance", Api.object().put("words", "同意验收"));
            tally.add("improvement.task-on-time", 1);
        }
    }

    /** Each department in the middle of the year and at its end. */
    void embed(YearMonth month, int number, Tally tally) throws IOException, InterruptedException {
        for (var department : District.DEPARTMENTS) {
            var id = DistrictWork.id("element", month, department);
            var owner = district.liaison(department);
            owner.created(
                    "/api/feedback/v1/csr-elements",
                    Api.object()
                            .put("id", id)
                            .put("process", process(department, number))
                            .put("title", "提前告知利益相关方"));
            owner.created(
                    "/api/feedback/v1/csr-elements/" + id + "/stages",
                    Api.object().put("stage", "EMBEDDED").put("title", "佐证材料").put("reference", "流程文件修订单"));
            tally.add("integration.process-embedded", 1);
        }
    }

    void beginProject(YearMonth month) throws IOException, InterruptedException {
        var form = Api.object()
                .put("id", DistrictWork.id("project", month, ""))
                .put("name", "让黑楼道持续亮起来")
                .put("department", District.FRONT)
                .put("year", month.getYear())
                .put("beginsOn", month.atDay(1).toString())
                .put("endsOn", month.withMonth(12).atEndOfMonth().toString())
                .put("problem", "老旧小区楼道灯长久失修，没有一方能单独解决。")
                .put("goal", "厘清责任边界，形成多方共治的长效机制。")
                .put("budget", 100_000);
        var stakeholders = form.putArray("stakeholders");
        stakeholder(stakeholders.addObject(), "政府部门", "GOVERNMENT", month);
        stakeholder(stakeholders.addObject(), "供电企业", "EMPLOYEE", month);
        form.putArray("milestones")
                .addObject()
                .put("title", "首批恢复照明")
                .put("dueOn", month.plusMonths(2).atDay(1).toString());
        var indicators = form.putArray("indicators");
        for (var name : List.of("老人摔伤", "社区盗窃")) {
            indicators
                    .addObject()
                    .put("name", name)
                    .put("unit", "起")
                    .put("direction", "DOWN")
                    .put("valueBefore", 3);
        }
        project = PROJECTS + "/"
                + district.liaison(District.FRONT)
                        .created(PROJECTS, form)
                        .at("/project/id")
                        .asText();
        district.leader.created(project + "/approval", Api.object().put("words", "同意立项。"));
    }

    private static void stakeholder(ObjectNode row, String name, String side, YearMonth month) {
        row.put("name", name)
                .put("side", side)
                .put("willingness", "HIGH")
                .put("resources", "资金与专业技术")
                .put("affordableCost", 60_000)
                .put("share", 50_000)
                .put("role", "共同治理");
        row.putArray("actions")
                .addObject()
                .put("title", "按方案完成本方工作")
                .put("dueOn", month.plusMonths(2).atDay(1).toString());
    }

    /** One of two indicators has moved; somebody else closes what was evaluated, once there is evidence. */
    void finishProject(YearMonth month, Tally tally) throws IOException, InterruptedException {
        var liaison = district.liaison(District.FRONT);
        for (var number = 1; number <= 2; number++) {
            liaison.put(
                    project + "/actions/" + number,
                    Api.object().put("doneOn", month.atDay(1).toString()));
            liaison.put(project + "/indicators/" + number, Api.object().put("valueAfter", number == 1 ? 0 : 3));
        }
        liaison.put(
                project + "/milestones/1",
                Api.object().put("reachedOn", month.atDay(1).toString()));
        liaison.created(project + "/evaluation", Api.object().put("conclusion", "长效机制初步形成。"));
        liaison.attached(project + "/attachments", "闭环评估表.png", picture());
        district.office.created(project + "/closing", Api.object().put("words", "同意结项，转入日常运营。"));
        tally.add("root-project.evaluated", 1);
        tally.add("root-project.closed", 1);
        tally.add("root-project.indicator", 1);
        tally.add("root-project.indicator-moved", 1);
    }

    private static byte[] picture() throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }

    JsonNode project() throws IOException, InterruptedException {
        return district.leader.get(project);
    }

    /** What the briefing says of it: before and after, and the figure that is traced to its evaluation. */
    String projectInWords() throws IOException, InterruptedException {
        var whole = project();
        var moved = new ArrayList<String>();
        for (var indicator : whole.path("indicators")) {
            moved.add("%s由 %s %s变为 %s %3$s"
                    .formatted(
                            indicator.path("name").asText(),
                            indicator.path("valueBefore").asText(),
                            indicator.path("unit").asText(),
                            indicator.path("valueAfter").asText()));
        }
        return "根植项目“%s”结项：%s，指标改善率 {%s/PROJECT_EFFECT}。"
                .formatted(whole.at("/project/name").asText(), String.join("，", moved), District.FRONT);
    }

    void publishStory(YearMonth month, String closedCase, Tally tally) throws IOException, InterruptedException {
        var id = DistrictWork.id("story", month, "");
        var telling = Api.object()
                .put("id", id)
                .put("department", District.FRONT)
                .put("title", "提前七天的停电通知 " + month.getMonth().toString().toLowerCase(Locale.ROOT))
                .put("summary", "一条来得太晚的停电消息，变成了提前七天的告知。")
                .put("body", "## 举措\n\n- 提前七天告知\n- 园区群同步发布\n");
        telling.putArray("cases").add(closedCase);
        district.office.created(STORIES, telling);
        district.office.created(STORIES + "/" + id + "/submission", Api.object());
        district.leader.created(STORIES + "/" + id + "/publication", Api.object());
        tally.add("story.published", 1);
    }

    void planLectures(YearMonth first) throws IOException, InterruptedException {
        var plan = Api.object().put("firstWindow", 1);
        plan.putArray("topics").addObject().put("level", "TEAMS").put("title", "社会责任在班组");
        var quotas = plan.putArray("quotas");
        for (var department : District.DEPARTMENTS) {
            quotas.addObject()
                    .put("department", department)
                    .put("level", "TEAMS")
                    .put("people", LISTENERS * LECTURES_A_YEAR);
        }
        district.onceKnown(() -> district.office.put(LECTURE_PLANS + first.getYear(), plan));
        district.office.created(LECTURE_PLANS + first.getYear() + "/adoption", Api.object());
    }

    void lecture(YearMonth month, Tally tally) throws IOException, InterruptedException {
        for (var department : District.DEPARTMENTS) {
            var liaison = district.liaison(department);
            var id = DistrictWork.id("lecture", month, department);
            liaison.created(
                    LECTURES,
                    Api.object()
                            .put("id", id)
                            .put("department", department)
                            .put("level", "TEAMS")
                            .put("topic", "社会责任在班组")
                            .put("place", "部门会议室")
                            .put("speaker", "部门联络员")
                            .put("startsAt", District.moment(month, 20).toString())
                            .put("capacity", LISTENERS));
            var path = LECTURES + "/" + id;
            liaison.created(path + "/opening", Api.object());
            var list = Api.object().put("department", department);
            var numbers = list.putArray("staffNumbers");
            for (var number = 0; number < LISTENERS; number++) {
                numbers.add("%s-%02d-%02d".formatted(department, month.getMonthValue(), number));
            }
            liaison.created(path + "/attendances", list);
            liaison.created(path + "/holding", Api.object());
            tally.add("lecture.held", 1);
            tally.add("lecture.attended", 1);
        }
    }
}
