package org.huisheng.feedback.merge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.huisheng.feedback.casework.Act;
import org.huisheng.feedback.casework.CaseAccess;
import org.huisheng.feedback.casework.CaseFile;
import org.huisheng.feedback.casework.CaseJournal;
import org.huisheng.feedback.casework.CaseStatus;
import org.huisheng.feedback.casework.Cases;
import org.huisheng.feedback.casework.ExpectedVersion;
import org.huisheng.feedback.casework.Merging;
import org.huisheng.kit.problem.DomainException.Conflict;

/** It was another matter after all: the duplicate is a case again, where it was left. */
@ApplicationScoped
class SeparateCases {

    private final Cases cases;
    private final CaseAccess access;
    private final CaseJournal journal;
    private final Clock clock;

    SeparateCases(Cases cases, CaseAccess access, CaseJournal journal, Clock clock) {
        this.cases = cases;
        this.access = access;
        this.journal = journal;
        this.clock = clock;
    }

    @Transactional
    CaseFile separate(UUID id, ExpectedVersion expected, String reason) {
        var duplicate = cases.require(id);
        var into = duplicate.mergedInto().orElseThrow(() -> new Conflict("not-merged"));
        cases.hold(id, into);
        var survivor = cases.require(into);
        access.requireOutsider(duplicate);
        access.requireOutsider(survivor);
        expected.verify(duplicate);
        if (survivor.status() == CaseStatus.CLOSED) {
            throw new Conflict("case-closed");
        }
        var act = new Act(access.actor(), clock.instant(), reason, null);
        journal.record(Merging.separate(duplicate, survivor, act));
        journal.record(Merging.release(survivor, duplicate, act));
        return journal.file(duplicate);
    }
}
