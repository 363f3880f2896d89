package org.huisheng.feedback.handling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.huisheng.feedback.casework.Act;
import org.huisheng.feedback.casework.CaseAccess;
import org.huisheng.feedback.casework.CaseFile;
import org.huisheng.feedback.casework.CaseJournal;
import org.huisheng.feedback.casework.Cases;
import org.huisheng.feedback.casework.ExpectedVersion;

/** Begins the work, for the first time or after a dispute. */
@ApplicationScoped
class StartCase {

    private final Cases cases;
    private final CaseAccess access;
    private final CaseJournal journal;

    StartCase(Cases cases, CaseAccess access, CaseJournal journal) {
        this.cases = cases;
        this.access = access;
        this.journal = journal;
    }

    @Transactional
    CaseFile start(UUID id, ExpectedVersion expected, Act act) {
        var matter = cases.require(id);
        access.requireHandler(matter);
        expected.verify(matter);
        return journal.recorded(matter, matter.start(act));
    }
}
