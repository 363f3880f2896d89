package org.huisheng.kpi.briefing.content;

import java.util.List;

/**
 * All that somebody writes of an issue, and of the template issues begin with.
 *
 * @param masthead what the briefing is called
 * @param organisation whose it is
 * @param title of this issue; may be empty
 */
public record BriefingContent(
        String masthead, String organisation, String title, String footer, List<Section> sections) {

    /** What an organisation begins with that has no template of its own. */
    public static final BriefingContent BUILT_IN = new BriefingContent(
            "社责简报",
            "全面社会责任管理工作办公室",
            "",
            "内部资料，注意保存。数据由系统按封账口径生成，样本不足的不予显示。",
            List.of(
                    new Section(
                            SectionKind.MANAGEMENT,
                            "管理推进",
                            List.of(Block.text("本月工作"), Block.scores(BlockKind.TABLE, "部门绩效合约得分"))),
                    new Section(
                            SectionKind.INTEGRATION,
                            "基层融入",
                            List.of(
                                    Block.text("走进基层"),
                                    Block.scores(BlockKind.BARS, "各部门得分对比"),
                                    Block.dimension("增强意识", "AWARENESS"))),
                    new Section(
                            SectionKind.OUTCOME,
                            "成效反馈",
                            List.of(Block.text("反馈与改进"), Block.dimension("成果推广", "OUTREACH"))),
                    new Section(SectionKind.LEARNING, "每期一学", List.of(Block.text("社会责任案例")))));

    public BriefingContent {
        sections = List.copyOf(sections);
    }
}
