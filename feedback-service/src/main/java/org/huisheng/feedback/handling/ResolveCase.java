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
import org.huisheng.feedback.casework.Resolution;
import org.huisheng.feedback.notification.AskStakeholder;
import org.huisheng.feedback.task.CaseTasks;

/** The department says what was wrong and what it did about it. */
@ApplicationScoped
class ResolveCase {

    private final Cases cases;
    private final CaseAccess access;
    private final CaseJournal journal;
    private final AskStakeholder askStakeholder;
    private final CaseTasks tasks;

    ResolveCase(Cases cases, CaseAccess access, CaseJournal journal, AskStakeholder askStakeholder, CaseTasks tasks) {
        this.cases = cases;
        this.access = access;
        this.journal = journal;
        this.askStakeholder = askStakeholder;
        this.tasks = tasks;
    }

    @Transactional
    CaseFile resolve(UUID id, ExpectedVersion expected, Resolution done, Act act) {
        var matter = cases.require(id);
        access.requireLiaison(matter);
        expected.verify(matter);
        tasks.requireNoneOpen(id);
        journal.record(matter.resolve(done, act));
        askStakeholder.about(matter, act);
        return journal.file(matter);
    }
}
