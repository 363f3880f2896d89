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
import org.huisheng.feedback.casework.ExpectedVersion;
import org.huisheng.feedback.department.Departments;
import org.huisheng.feedback.notice.TellStaff;
import org.huisheng.kit.platform.Uuid7;

/** The lead asks another department to contribute. */
@ApplicationScoped
class GiveTask {

    private final Cases cases;
    private final CaseTasks tasks;
    private final Departments departments;
    private final CaseAccess access;
    private final CaseJournal journal;
    private final TellStaff tellStaff;
    private final Clock clock;

    GiveTask(
            Cases cases,
            CaseTasks tasks,
            Departments departments,
            CaseAccess access,
            CaseJournal journal,
            TellStaff tellStaff,
            Clock clock) {
        this.cases = cases;
        this.tasks = tasks;
        this.departments = departments;
        this.access = access;
        this.journal = journal;
        this.tellStaff = tellStaff;
        this.clock = clock;
    }

    @Transactional
    CaseTask give(UUID caseId, ExpectedVersion expected, CaseTask.Request request) {
        var matter = cases.require(caseId);
        access.requireHandler(matter);
        expected.verify(matter);
        departments.requireActive("/department", request.department());
        var act = new Act(access.actor(), clock.instant(), request.what(), null);
        var number = tasks.nextNumber(caseId);
        journal.record(Contributing.giveTask(matter, number, request.department(), act));
        var task = new CaseTask(Uuid7.at(act.at()), caseId, number, request, act);
        tasks.persist(task);
        tellStaff.taskGiven(caseId, request.department(), request.dueAt(), act.at());
        return task;
    }
}
