package org.huisheng.feedback.casework;

/** What two of the office may settle in the stakeholder's stead. */
public enum OverrideOutcome {
    CONFIRMED,
    CLOSED;

    CaseStatus status() {
        return switch (this) {
            case CONFIRMED -> CaseStatus.CONFIRMED;
            case CLOSED -> CaseStatus.CLOSED;
        };
    }
}
