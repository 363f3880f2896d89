package org.huisheng.kpi.scoring;

/** Whether there is a score, and if not, why. */
public enum State {
    SCORED,
    /** Nobody has said anything. */
    NO_DATA,
    /** Fewer than the contract's minimum sample: shown, but not scored. */
    TOO_FEW,
    /** So few that somebody could be recognised, or what a few said could be computed from it: nothing is shown. */
    SUPPRESSED
}
