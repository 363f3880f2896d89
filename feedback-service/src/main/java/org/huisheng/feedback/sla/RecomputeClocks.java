package org.huisheng.feedback.sla;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.huisheng.feedback.casework.Act;
import org.huisheng.feedback.casework.Alarming;
import org.huisheng.feedback.casework.CaseAccess;
import org.huisheng.feedback.casework.CaseFile;
import org.huisheng.feedback.casework.CaseJournal;
import org.huisheng.feedback.casework.Cases;
import org.huisheng.feedback.casework.ExpectedVersion;

/** The policies and calendars of today, for what is left of a case's time; nobody does it for their own department. */
@ApplicationScoped
class RecomputeClocks {

    private final Cases cases;
    private final CaseAccess access;
    private final CaseJournal journal;

    RecomputeClocks(Cases cases, CaseAccess access, CaseJournal journal) {
        this.cases = cases;
        this.access = access;
        this.journal = journal;
    }

    @Transactional
    CaseFile recompute(UUID id, ExpectedVersion expected, Act act) {
        var matter = cases.require(id);
        access.requireOutsider(matter);
        expected.verify(matter);
        return journal.recorded(matter, Alarming.recompute(matter, act));
    }
}
