package org.huisheng.feedback.handling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.huisheng.feedback.casework.Act;
import org.huisheng.feedback.casework.Case;
import org.huisheng.feedback.casework.CaseAccess;
import org.huisheng.feedback.casework.CaseFile;
import org.huisheng.feedback.casework.CaseJournal;
import org.huisheng.feedback.casework.Cases;
import org.huisheng.feedback.casework.ExpectedVersion;
import org.huisheng.feedback.notification.AskStakeholder;

/** Work stops because only the stakeholder can say how it goes on, and begins again. */
@ApplicationScoped
class AwaitStakeholder {

    private final Cases cases;
    private final CaseAccess access;
    private final CaseJournal journal;
    private final AskStakeholder askStakeholder;

    AwaitStakeholder(Cases cases, CaseAccess access, CaseJournal journal, AskStakeholder askStakeholder) {
        this.cases = cases;
        this.access = access;
        this.journal = journal;
        this.askStakeholder = askStakeholder;
    }

    @Transactional
    CaseFile await(UUID id, ExpectedVersion expected, Act act) {
        var matter = handled(id, expected);
        var step = matter.await(act);
        journal.record(step);
        if (act.publicNote() != null) {
            askStakeholder.forWord(matter, step.entry().seq(), act);
        }
        return journal.file(matter);
    }

    @Transactional
    CaseFile resume(UUID id, ExpectedVersion expected, Act act) {
        var matter = handled(id, expected);
        return journal.recorded(matter, matter.resume(act));
    }

    private Case handled(UUID id, ExpectedVersion expected) {
        var matter = cases.require(id);
        access.requireHandler(matter);
        expected.verify(matter);
        return matter;
    }
}
