package org.huisheng.kpi.contract;

/** What an item beside the dimensions does to the score. */
public enum ItemKind {
    /** Limits it. */
    VETO,
    /** Adds to it. */
    BONUS
}
