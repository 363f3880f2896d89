package org.huisheng.kpi.seal.frozen;

/** What a seal holds; each kind has a hash of its own. */
public enum Kind {
    /** Never shown: with the cells of small groups. */
    CELLS,
    CONTRACTS,
    RATES,
    SCORES
}
