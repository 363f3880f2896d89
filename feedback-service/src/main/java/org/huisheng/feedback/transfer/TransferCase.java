package org.huisheng.feedback.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.huisheng.feedback.casework.Act;
import org.huisheng.feedback.casework.CaseAccess;
import org.huisheng.feedback.casework.CaseFile;
import org.huisheng.feedback.casework.CaseJournal;
import org.huisheng.feedback.casework.Cases;
import org.huisheng.feedback.casework.ExpectedVersion;
import org.huisheng.feedback.department.Departments;

/** Gives work that has begun to another department. */
@ApplicationScoped
class TransferCase {

    private final Cases cases;
    private final CaseAccess access;
    private final CaseJournal journal;
    private final Clock clock;
    private final Departments departments;

    TransferCase(Cases cases, CaseAccess access, CaseJournal journal, Clock clock, Departments departments) {
        this.cases = cases;
        this.access = access;
        this.journal = journal;
        this.clock = clock;
        this.departments = departments;
    }

    @Transactional
    CaseFile transfer(UUID id, ExpectedVersion expected, String department, String reason) {
        var matter = cases.require(id);
        access.requireHandler(matter);
        expected.verify(matter);
        departments.requireActive("/department", department);
        return journal.recorded(
                matter, matter.transfer(department, new Act(access.actor(), clock.instant(), reason, null)));
    }
}
