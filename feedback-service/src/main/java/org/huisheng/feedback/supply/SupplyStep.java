package org.huisheng.feedback.supply;

/** What can happen to a report. */
enum SupplyStep {
    OPENED,
    WRITTEN,
    FIGURES_ENTERED,
    APPROVED,
    RETURNED,
    SENT,
    RECEIVED,
    ENDORSED,
    CANCELLED,
    REMINDED
}
