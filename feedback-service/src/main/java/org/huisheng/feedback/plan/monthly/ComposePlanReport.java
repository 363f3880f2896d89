package org.huisheng.feedback.plan.monthly;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.huisheng.feedback.calendar.BusinessCalendar;
import org.huisheng.feedback.department.Departments;
import org.huisheng.feedback.letter.Piece;
import org.huisheng.feedback.letter.Piece.Section;
import org.huisheng.feedback.letter.Piece.Table;
import org.huisheng.feedback.letter.Piece.Text;
import org.huisheng.feedback.letter.Piece.Title;
import org.huisheng.feedback.plan.monthly.MonthState.Listed;
import org.huisheng.feedback.request.Numbers;
import org.jspecify.annotations.Nullable;

/** Puts a monthly report together. In Chinese: it is handed in to Chinese offices. */
@ApplicationScoped
class ComposePlanReport {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("yyyy年M月", Locale.SIMPLIFIED_CHINESE);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.SIMPLIFIED_CHINESE);

    private final ReadMonth readMonth;
    private final Departments departments;
    private final PlanReportConfig config;

    ComposePlanReport(ReadMonth readMonth, Departments departments, PlanReportConfig config) {
        this.readMonth = readMonth;
        this.departments = departments;
        this.config = config;
    }

    static String title(String plan, YearMonth month) {
        return plan + MONTH.format(month) + "推进情况月报";
    }

    List<Piece> pieces(PlanReport report, String planTitle) {
        var state = readMonth.of(report.plan(), report.month());
        var pieces = new ArrayList<Piece>();
        pieces.add(new Title(title(planTitle, report.month())));
        pieces.add(new Text(config.parentCompany() + "："));
        pieces.add(new Section("一、总体情况"));
        pieces.add(new Text(summary(report.month(), state)));
        report.remarks().ifPresent(words -> pieces.add(new Text(words)));
        section(
                pieces,
                "二、问题与措施进展",
                List.of("问题", "措施", "任务", "已完成"),
                new Listed<>(state.actions(), state.actions().size()),
                line -> List.of(
                        line.problem(), line.action(), Long.toString(line.tasks()), Long.toString(line.done())));
        section(
                pieces,
                "三、本月完成的任务",
                List.of("任务", "责任部门", "完成期限", "验收日期", "是否按期"),
                state.done(),
                line -> List.of(
                        line.title(),
                        name(line.department()),
                        DAY.format(line.dueOn()),
                        day(line.endedAt()),
                        line.onTime() == null ? "" : line.onTime() ? "是" : "否"));
        section(pieces, "四、逾期未完成的任务", List.of("任务", "责任部门", "完成期限"), state.late(), this::task);
        section(
                pieces,
                "五、里程碑",
                List.of("任务", "里程碑", "计划日期", "达成日期"),
                state.milestones(),
                line -> List.of(line.task(), line.title(), DAY.format(line.dueOn()), day(line.reachedOn(), "未达成")));
        section(
                pieces,
                "六、指标变化",
                List.of("部门", "指标", "基期", "基期值", "本期", "本期值"),
                new Listed<>(report.figures(), report.figures().size()),
                figure -> List.of(
                        name(figure.department()),
                        figure.indicator(),
                        figure.periodBefore(),
                        Numbers.plain(figure.valueBefore()),
                        figure.periodNow(),
                        Numbers.plain(figure.valueNow())));
        section(
                pieces,
                "七、督办情况",
                List.of("日期", "任务", "责任部门", "督办意见"),
                state.supervisions(),
                line -> List.of(
                        day(line.at()),
                        line.task(),
                        name(line.department()),
                        line.words() == null ? "" : line.words()));
        section(pieces, "八、下月到期任务与安排", List.of("任务", "责任部门", "完成期限"), state.dueNext(), this::task);
        report.nextSteps().ifPresent(words -> pieces.add(new Text(words)));
        report.helpWanted().ifPresent(words -> {
            pieces.add(new Section("九、需要上级协调的事项"));
            pieces.add(new Text(words));
        });
        return pieces;
    }

    private static String summary(YearMonth month, MonthState state) {
        return "截至%s，计划共有措施%d项、任务%d项，累计完成%d项。本月完成%d项，逾期未完成%d项，下月到期%d项；本月人工督办%d次，系统提醒%d次。"
                .formatted(
                        DAY.format(month.atEndOfMonth()),
                        state.actions().size(),
                        state.tasks(),
                        state.tasksDone(),
                        state.done().total(),
                        state.late().total(),
                        state.dueNext().total(),
                        state.supervisions().total(),
                        state.reminders());
    }

    private static <T> void section(
            List<Piece> pieces, String title, List<String> head, Listed<T> lines, Function<T, List<String>> row) {
        pieces.add(new Section(title));
        if (lines.items().isEmpty()) {
            pieces.add(new Text("无。"));
            return;
        }
        pieces.add(new Table(head, lines.items().stream().map(row).toList()));
        var more = lines.total() - lines.items().size();
        if (more > 0) {
            pieces.add(new Text("另有" + more + "项，不再列出。"));
        }
    }

    private List<String> task(MonthState.TaskLine line) {
        return List.of(line.title(), name(line.department()), DAY.format(line.dueOn()));
    }

    private String name(String code) {
        return departments
                .findByIdOptional(code)
                .map(department -> department.name(Locale.SIMPLIFIED_CHINESE))
                .orElse(code);
    }

    private static String day(Instant when) {
        return DAY.format(when.atZone(BusinessCalendar.ZONE));
    }

    private static String day(@Nullable LocalDate day, String otherwise) {
        return day == null ? otherwise : DAY.format(day);
    }
}
