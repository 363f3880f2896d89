package org.huisheng.kpi.briefing.content;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that somebody writes of an issue, and of the template issues begin with. What ends in {@code En} stands on English
 * papers; where it is null, what is written in Chinese stands there too.
 *
 * @param masthead what the briefing is called
 * @param organisation whose it is
 * @param title of this issue; may be empty
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BriefingContent(
        String masthead,
        @Nullable String mastheadEn,
        String organisation,
        @Nullable String organisationEn,
        String title,
        @Nullable String titleEn,
        String footer,
        @Nullable String footerEn,
        List<Section> sections) {

    /** What an organisation begins with that has no template of its own. */
    public static final BriefingContent BUILT_IN = new BriefingContent(
            "社责简报",
            "CSR Briefing",
            "全面社会责任管理工作办公室",
            "Office of Social Responsibility Management",
            "",
            null,
            "内部资料，注意保存。数据由系统按封账口径生成，样本不足的不予显示。",
            "For internal use. Figures are made by the system as they are sealed; what is from too few people is not shown.",
            List.of(
                    new Section(
                            SectionKind.MANAGEMENT,
                            "管理推进",
                            "Management",
                            List.of(
                                    Block.text("本月工作", "This month"),
                                    Block.scores(BlockKind.TABLE, "部门绩效合约得分", "Scores of performance contracts"))),
                    new Section(
                            SectionKind.INTEGRATION,
                            "基层融入",
                            "At the Grassroots",
                            List.of(
                                    Block.text("走进基层", "Among the teams"),
                                    Block.scores(BlockKind.BARS, "各部门得分对比", "Departments side by side"),
                                    Block.dimension("增强意识", "Awareness", "AWARENESS"))),
                    new Section(
                            SectionKind.OUTCOME,
                            "成效反馈",
                            "Feedback and Outcomes",
                            List.of(
                                    Block.text("反馈与改进", "Feedback and improvement"),
                                    Block.dimension("成果推广", "Outreach", "OUTREACH"))),
                    new Section(
                            SectionKind.LEARNING,
                            "每期一学",
                            "Learning",
                            List.of(Block.text("社会责任案例", "A case to learn from")))));

    public BriefingContent {
        sections = List.copyOf(sections);
    }
}
