package org.huisheng.feedback.casework;

import org.huisheng.feedback.casework.Case.Step;
import org.huisheng.kit.problem.DomainException.Conflict;

/** What other departments do for a case; the lead stays where it is. */
public final class Contributing {

    private Contributing() {}

    /** Another department is asked to contribute. */
    public static Step giveTask(Case matter, int number, String coLead, Act act) {
        if (matter.status() != CaseStatus.ASSIGNED && matter.status() != CaseStatus.IN_PROGRESS) {
            throw new Conflict("no-work-going-on");
        }
        if (matter.department().filter(coLead::equals).isPresent()) {
            throw new Conflict("already-assigned", coLead);
        }
        matter.joinedBy(coLead);
        return matter.aside(StepKind.TASK_GIVEN, Particulars.task(number, coLead), act);
    }

    /** A contribution has begun, is done, or is given back. */
    public static Step moveTask(Case matter, StepKind kind, int number, String coLead, Act act) {
        matter.requireOpen();
        return matter.aside(kind, Particulars.task(number, coLead), act);
    }
}
