package org.huisheng.feedback.casework;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.UUID;

/** Which case a duplicate became part of, and where it stood then. */
@Embeddable
record Merger(
        @Column(name = "merged_into") UUID into,

        @Enumerated(EnumType.STRING) @Column(name = "merged_from")
        CaseStatus from) {

    /** What it was waiting for is asked anew. */
    CaseStatus back() {
        return from == CaseStatus.WAITING ? CaseStatus.IN_PROGRESS : from;
    }

    boolean hadBegun() {
        return back() == CaseStatus.IN_PROGRESS;
    }
}
