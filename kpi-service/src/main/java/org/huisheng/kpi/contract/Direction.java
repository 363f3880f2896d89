package org.huisheng.kpi.contract;

/** Which way is better. */
public enum Direction {
    HIGHER,
    LOWER,
    /** Neither: best within a band. */
    WITHIN
}
