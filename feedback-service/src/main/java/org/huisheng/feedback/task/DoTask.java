package org.huisheng.feedback.task;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.huisheng.feedback.casework.Act;
import org.huisheng.feedback.casework.CaseAccess;
import org.huisheng.feedback.casework.CaseJournal;
import org.huisheng.feedback.casework.Cases;
import org.huisheng.feedback.casework.Contributing;
import org.huisheng.feedback.casework.StepKind;
import org.huisheng.feedback.notice.TellStaff;
import org.huisheng.kit.security.Caller;
import org.huisheng.kit.security.Role;
import org.jspecify.annotations.Nullable;

/** The department that was asked begins, says what it did, or gives the task back. */
@ApplicationScoped
class DoTask {

    /** What a note of the timeline holds. */
    private static final int NOTE = 2_000;

    private final Cases cases;
    private final CaseTasks tasks;
    private final CaseAccess access;
    private final CaseJournal journal;
    private final TellStaff tellStaff;
    private final Caller caller;
    private final Clock clock;

    DoTask(
            Cases cases,
            CaseTasks tasks,
            CaseAccess access,
            CaseJournal journal,
            TellStaff tellStaff,
            Caller caller,
            Clock clock) {
        this.cases = cases;
        this.tasks = tasks;
        this.access = access;
        this.journal = journal;
        this.tellStaff = tellStaff;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    CaseTask start(UUID caseId, int number) {
        var task = tasks.require(caseId, number);
        access.requireContributor(task.department());
        task.start();
        return written(task, StepKind.TASK_STARTED, act(null));
    }

    @Transactional
    CaseTask complete(UUID caseId, int number, String result) {
        var task = tasks.require(caseId, number);
        access.requireContributor(task.department());
        var act = act(result);
        task.complete(result, act);
        return written(task, StepKind.TASK_COMPLETED, act);
    }

    /** The office takes back what is no longer needed. */
    @Transactional
    CaseTask giveBack(UUID caseId, int number, String reason) {
        var task = tasks.require(caseId, number);
        if (!caller.hasRole(Role.OFFICE)) {
            access.requireContributor(task.department());
        }
        var act = act(reason);
        task.giveBack(reason, act);
        return written(task, StepKind.TASK_RETURNED, act);
    }

    private CaseTask written(CaseTask task, StepKind kind, Act act) {
        var matter = cases.require(task.caseId());
        journal.record(Contributing.moveTask(matter, kind, task.number(), task.department(), act));
        tellStaff.taskTaken(task.caseId(), task.department(), act.at());
        return task;
    }

    /** A result may be longer than a note; the timeline has its beginning. */
    private Act act(@Nullable String words) {
        var note = words == null || words.codePointCount(0, words.length()) <= NOTE
                ? words
                : words.substring(0, words.offsetByCodePoints(0, NOTE - 1)) + "…";
        return new Act(access.actor(), clock.instant(), note, null);
    }
}
