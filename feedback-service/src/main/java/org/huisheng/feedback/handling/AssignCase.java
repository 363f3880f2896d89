package org.huisheng.feedback.handling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.huisheng.feedback.casework.Act;
import org.huisheng.feedback.casework.CaseFile;
import org.huisheng.feedback.casework.CaseJournal;
import org.huisheng.feedback.casework.Cases;
import org.huisheng.feedback.casework.ExpectedVersion;
import org.huisheng.feedback.department.Departments;

/** Makes a department responsible. */
@ApplicationScoped
class AssignCase {

    private final Cases cases;
    private final Departments departments;
    private final CaseJournal journal;

    AssignCase(Cases cases, Departments departments, CaseJournal journal) {
        this.cases = cases;
        this.departments = departments;
        this.journal = journal;
    }

    @Transactional
    CaseFile assign(UUID id, ExpectedVersion expected, String department, Act act) {
        var matter = cases.require(id);
        expected.verify(matter);
        departments.requireActive("/department", department);
        return journal.recorded(matter, matter.assign(department, act));
    }
}
