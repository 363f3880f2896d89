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

/** Puts a settled case away. */
@ApplicationScoped
class CloseCase {

    private final Cases cases;
    private final CaseAccess access;
    private final CaseJournal journal;

    CloseCase(Cases cases, CaseAccess access, CaseJournal journal) {
        this.cases = cases;
        this.access = access;
        this.journal = journal;
    }

    @Transactional
    CaseFile close(UUID id, ExpectedVersion expected, Act act) {
        var matter = cases.require(id);
        access.requireOutsider(matter);
        expected.verify(matter);
        return journal.recorded(matter, matter.close(act));
    }
}
