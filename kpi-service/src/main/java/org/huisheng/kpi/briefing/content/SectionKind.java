package org.huisheng.kpi.briefing.content;

/** The four parts of every issue, in their order. */
public enum SectionKind {
    /** 管理推进 */
    MANAGEMENT,
    /** 基层融入 */
    INTEGRATION,
    /** 成效反馈 */
    OUTCOME,
    /** 每期一学 */
    LEARNING
}
