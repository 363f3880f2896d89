package org.huisheng.feedback.enterprise;

/** How big an enterprise is, in the words of the statistics office. */
public enum EnterpriseSize {
    MICRO,
    SMALL,
    MEDIUM,
    LARGE
}
