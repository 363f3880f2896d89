package org.huisheng.feedback.report;

/** What is reported. */
enum ReportKind {
    /** 供电信息汇报. */
    SUPPLY_REPORT,
    /** 用电形势分析. */
    DEMAND_ANALYSIS,
    OTHER
}
