package org.huisheng.feedback.outcome;

/** Where an outcome stands between its author and the public. */
enum OutcomeStatus {
    DRAFT,
    PUBLISHED,
    WITHDRAWN
}
