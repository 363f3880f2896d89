package org.huisheng.feedback.sla;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;
import org.huisheng.feedback.casework.Act;
import org.huisheng.feedback.casework.CaseJournal;
import org.huisheng.feedback.casework.CaseStatus;
import org.huisheng.feedback.casework.Cases;

/** Waiting for a stakeholder ends by itself: a clock that nobody resumes would never run out. */
@ApplicationScoped
class EndWaits {

    private final CaseInHand inHand;
    private final Cases cases;
    private final CaseJournal journal;

    EndWaits(CaseInHand inHand, Cases cases, CaseJournal journal) {
        this.inHand = inHand;
        this.cases = cases;
        this.journal = journal;
    }

    /** @return 0 when somebody else has the case in hand, or has ended it before */
    @Transactional
    int end(UUID caseId, Instant now) {
        if (!inHand.take(caseId, now)) {
            return 0;
        }
        var matter = cases.require(caseId);
        if (matter.status() != CaseStatus.WAITING) {
            return 0;
        }
        journal.record(matter.endWaiting(new Act(Act.CLOCK, now, null, null)));
        return 1;
    }
}
