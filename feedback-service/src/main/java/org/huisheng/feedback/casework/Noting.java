package org.huisheng.feedback.casework;

import java.util.UUID;
import org.huisheng.events.FeedbackEvent.Severity;
import org.huisheng.feedback.casework.Case.Step;

/** What is added to a case or put right about it, and moves nothing. */
public final class Noting {

    private Noting() {}

    /** A word for colleagues, or for the stakeholder. */
    public static Step remark(Case matter, Act act) {
        matter.requireOpen();
        return matter.aside(StepKind.NOTED, null, act);
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

    public static Step changeCategory(Case matter, String category, Act act) {
        matter.requireOpen();
        var change = Particulars.change(matter.category(), category);
        matter.recognisedAs(matter.intake().withCategory(category));
        return matter.aside(StepKind.CATEGORY_CHANGED, change, act);
    }
}
