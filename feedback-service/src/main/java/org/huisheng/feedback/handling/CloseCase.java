package org.huisheng.feedback.handling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.huisheng.feedback.casework.Act;
import org.huisheng.feedback.casework.CaseFile;
import org.huisheng.feedback.casework.CaseJournal;
import org.huisheng.feedback.casework.Cases;
import org.huisheng.feedback.casework.ExpectedVersion;

/** Puts a confirmed case away. */
@ApplicationScoped
class CloseCase {

    private final Cases cases;
    private final CaseJournal journal;

    CloseCase(Cases cases, CaseJournal journal) {
        this.cases = cases;
        this.journal = journal;
    }

    @Transactional
    CaseFile close(UUID id, ExpectedVersion expected, Act act) {
        var matter = cases.require(id);
        expected.verify(matter);
        return journal.recorded(matter, matter.close(act));
    }
}
