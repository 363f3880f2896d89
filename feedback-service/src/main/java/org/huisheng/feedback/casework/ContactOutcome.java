package org.huisheng.feedback.casework;

/** What came of an attempt to ask the stakeholder. */
public enum ContactOutcome {
    NO_ANSWER,
    BUSY,
    WRONG_CONTACT,
    /** They were spoken to but did not want to say. */
    NO_STATEMENT,
    REACHED;

    /** Whoever was spoken to is not unreachable. */
    boolean isInVain() {
        return switch (this) {
            case NO_ANSWER, BUSY, WRONG_CONTACT -> true;
            case NO_STATEMENT, REACHED -> false;
        };
    }
}
