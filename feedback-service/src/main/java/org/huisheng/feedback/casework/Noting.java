package org.huisheng.feedback.casework;

import java.util.UUID;
import org.huisheng.events.FeedbackEvent.CaseRecategorised;
import org.huisheng.events.FeedbackEvent.Severity;
import org.huisheng.feedback.casework.Case.Step;
import org.huisheng.kit.problem.DomainException.Conflict;

/** What is added to a case or put right about it, and takes no step on its way. */
public final class Noting {

    private Noting() {}

    /** A word for colleagues, or for the stakeholder. */
    public static Step remark(Case matter, Act act) {
        matter.requireOpen();
        return matter.aside(StepKind.NOTED, null, act);
    }

    /** The stakeholder's own words: where a department waits for them, they are what it waited for. */
    public static Step hear(Case matter, Act act) {
        return matter.status() == CaseStatus.WAITING ? matter.resume(act) : remark(matter, act);
    }

    /** A file was put beside the case. */
    public static Step attach(Case matter, UUID attachment, String sha256, Act act) {
        matter.requireOpen();
        return matter.aside(StepKind.ATTACHED, Particulars.attachment(attachment, sha256), act);
    }

    public static Step changeSeverity(Case matter, Severity severity, Act act) {
        matter.requireOpen();
        var change = Particulars.change(matter.intake().severity(), severity);
        matter.recognisedAs(matter.intake().withSeverity(severity));
        return matter.aside(StepKind.SEVERITY_CHANGED, change, act);
    }

    /** What was counted moves along, but for the stakeholder's word, which was said of what the case was about then. */
    public static Step changeCategory(Case matter, String category, Act act) {
        matter.requireOpen();
        if (matter.status() == CaseStatus.CONFIRMED) {
            throw new Conflict("case-settled");
        }
        var previous = matter.category();
        matter.recognisedAs(matter.intake().withCategory(category));
        var moved = matter.department()
                .filter(_ -> !previous.equals(category))
                .map(department -> recategorised(matter, previous, department, act))
                .orElse(null);
        var change = Particulars.change(previous, category);
        return matter.step(StepKind.CATEGORY_CHANGED, matter.status(), act, moved, change);
    }

    private static CaseRecategorised recategorised(Case matter, String previous, String department, Act act) {
        var responded = matter.status() != CaseStatus.ASSIGNED;
        var resolved = matter.status() == CaseStatus.RESOLVED || matter.status() == CaseStatus.UNREACHABLE;
        return new CaseRecategorised(
                matter.id(),
                matter.side(),
                matter.category(),
                previous,
                department,
                responded,
                responded ? matter.deadlines().respondedInTime() : null,
                resolved,
                resolved ? matter.deadlines().resolvedInTime() : null,
                matter.deadlines().overdue(),
                matter.receivedAt(),
                act.at(),
                matter.echo());
    }
}
