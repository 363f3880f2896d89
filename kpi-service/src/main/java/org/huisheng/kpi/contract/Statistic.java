package org.huisheng.kpi.contract;

/** How an indicator's observations become one value. */
public enum Statistic {
    MEAN,
    /** 100 × the metric's sum ÷ the denominator metric's sum. */
    RATE,
    COUNT,
    SUM,
    /** How many responses and cases the observations come from: one may count several times. */
    DISTINCT,
    /** The value so many percent of the observations do not exceed, within 1 % of itself. */
    PERCENTILE
}
