package org.huisheng.feedback.override;

import org.huisheng.feedback.override.OverrideProposal.Verdict;
import org.jspecify.annotations.Nullable;

/** How a proposal stands. */
enum OverrideState {
    PENDING,
    APPROVED,
    REFUSED,
    /** The stakeholder spoke, or the case went on, before anybody decided. */
    VOID;

    @Nullable
    Verdict verdict() {
        return switch (this) {
            case PENDING -> null;
            case APPROVED -> Verdict.APPROVED;
            case REFUSED -> Verdict.REFUSED;
            case VOID -> Verdict.VOID;
        };
    }
}
