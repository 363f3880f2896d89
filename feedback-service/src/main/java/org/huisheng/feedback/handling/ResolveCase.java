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
import org.huisheng.feedback.process.FindCause;
import org.huisheng.feedback.task.CaseTasks;

/** The department says what was wrong and what it did about it. */
@ApplicationScoped
class ResolveCase {

    private final Cases cases;
    private final CaseAccess access;
    private final CaseJournal journal;
    private final AskStakeholder askStakeholder;
    private final CaseTasks tasks;
    private final FindCause findCause;

    ResolveCase(
            Cases cases,
            CaseAccess access,
            CaseJournal journal,
            AskStakeholder askStakeholder,
            CaseTasks tasks,
            FindCause findCause) {
        this.cases = cases;
        this.access = access;
        this.journal = journal;
        this.askStakeholder = askStakeholder;
        this.tasks = tasks;
        this.findCause = findCause;
    }

    @Transactional
    CaseFile resolve(UUID id, ExpectedVersion expected, Resolution done, Act act) {
        var matter = cases.require(id);
        access.requireLiaison(matter);
        expected.verify(matter);
        tasks.requireNoneOpen(id);
        journal.record(matter.resolve(placed(done), act));
        askStakeholder.about(matter, act);
        return journal.file(matter);
    }

    /** Where in the register the cause lies, as far as that is said. */
    private Resolution placed(Resolution said) {
        return findCause
                .of(said.process(), said.step(), said.post())
                .map(cause -> new Resolution(
                        said.rootCause(), said.actionTaken(), cause.process(), cause.step(), cause.post()))
                .orElse(said);
    }
}
