package org.huisheng.feedback.project;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.huisheng.events.Side;
import org.huisheng.feedback.department.Department;
import org.huisheng.feedback.department.Departments;
import org.huisheng.feedback.letter.Piece;
import org.huisheng.feedback.letter.Piece.Section;
import org.huisheng.feedback.letter.Piece.Table;
import org.huisheng.feedback.letter.Piece.Text;
import org.huisheng.feedback.letter.Piece.Title;
import org.huisheng.feedback.request.Numbers;
import org.jspecify.annotations.Nullable;

/** Puts the initiation report together, in the order such reports have. In Chinese: it is handed in to Chinese offices. */
@ApplicationScoped
class WriteReport {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.SIMPLIFIED_CHINESE);

    private final RootProjects projects;
    private final Departments departments;

    WriteReport(RootProjects projects, Departments departments) {
        this.projects = projects;
        this.departments = departments;
    }

    record Report(String title, String code, List<Piece> pieces) {}

    @Transactional
    Report of(UUID id) {
        var project = projects.require(id);
        var title = "社会责任根植项目立项报告";
        var pieces = new ArrayList<Piece>();
        pieces.add(new Title(title));
        pieces.add(new Table(List.of("项目名称", project.name()), basics(project)));
        pieces.add(new Section("一、立项背景"));
        pieces.add(new Text(project.problem()));
        pieces.add(new Section("二、项目目标"));
        pieces.add(new Text(project.goal()));
        pieces.add(new Section("三、利益相关方"));
        pieces.add(new Table(List.of("利益相关方", "治理意愿", "资源", "可负担成本（元）", "角色定位"), register(project)));
        pieces.add(new Section("四、各方举措"));
        pieces.add(new Table(List.of("利益相关方", "举措", "完成期限", "完成日期"), actions(project)));
        pieces.add(new Section("五、成本分担"));
        pieces.add(new Table(List.of("利益相关方", "分担金额（元）"), shares(project)));
        pieces.add(new Section("六、里程碑"));
        pieces.add(new Table(List.of("里程碑", "计划日期", "达成日期"), milestones(project)));
        pieces.add(new Section("七、成效指标"));
        pieces.add(new Table(List.of("指标", "单位", "期望", "实施前", "实施后", "是否改善"), effects(project)));
        project.conclusion().ifPresent(conclusion -> {
            pieces.add(new Section("八、评估结论"));
            pieces.add(new Text(conclusion));
        });
        return new Report(title + "：" + project.name(), project.code(), pieces);
    }

    private List<List<String>> basics(RootProject project) {
        return List.of(
                List.of("项目编号", project.code()),
                List.of("责任部门", departmentName(project.department())),
                List.of("实施期间", DAY.format(project.beginsOn()) + "至" + DAY.format(project.endsOn())),
                List.of("项目预算（元）", project.budget().toPlainString()),
                List.of("项目阶段", named(project.stage())));
    }

    private String departmentName(String code) {
        return Optional.<Department>ofNullable(departments.findById(code))
                .map(department -> department.name(Locale.SIMPLIFIED_CHINESE))
                .orElse(code);
    }

    private static List<List<String>> register(RootProject project) {
        return project.parties().stream()
                .map(party -> List.of(
                        party.name() + named(party.side()),
                        named(party.willingness()),
                        party.resources(),
                        party.affordableCost().toPlainString(),
                        party.role()))
                .toList();
    }

    private static List<List<String>> actions(RootProject project) {
        var parties = project.parties();
        return project.actions().stream()
                .map(action -> List.of(
                        parties.get(action.party()).name(), action.title(), day(action.dueOn()), day(action.doneOn())))
                .toList();
    }

    private static List<List<String>> shares(RootProject project) {
        var parties = project.parties();
        return Stream.concat(
                        parties.stream()
                                .map(party ->
                                        List.of(party.name(), party.share().toPlainString())),
                        Stream.of(List.of("合计", Initiation.covered(parties).toPlainString())))
                .toList();
    }

    private static List<List<String>> milestones(RootProject project) {
        return project.milestones().stream()
                .map(stop -> List.of(stop.title(), day(stop.dueOn()), day(stop.reachedOn())))
                .toList();
    }

    private static List<List<String>> effects(RootProject project) {
        return project.effects().stream()
                .map(effect -> List.of(
                        effect.name(),
                        effect.unit(),
                        effect.direction() == Direction.UP ? "上升" : "下降",
                        Numbers.plain(effect.valueBefore()),
                        Numbers.plain(effect.valueAfter()),
                        effect.moved() == null ? "" : effect.moved() ? "是" : "否"))
                .toList();
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "" : DAY.format(day);
    }

    private static String named(ProjectStage stage) {
        return switch (stage) {
            case INITIATED -> "立项";
            case RUNNING -> "实施";
            case EVALUATED -> "已评估";
            case CLOSED -> "已结项";
        };
    }

    private static String named(Willingness willingness) {
        return switch (willingness) {
            case VERY_HIGH -> "非常强烈";
            case HIGH -> "强烈";
            case MEDIUM -> "一般";
            case LOW -> "较弱";
        };
    }

    private static String named(@Nullable Side side) {
        return switch (side) {
            case EMPLOYEE -> "（员工）";
            case GOVERNMENT -> "（政府）";
            case ENTERPRISE -> "（企业）";
            case CUSTOMER -> "（用户）";
            case null -> "";
        };
    }
}
