package org.huisheng.feedback.casework;

import org.huisheng.events.FeedbackEvent.CaseOverridden;
import org.huisheng.events.FeedbackEvent.Ending;
import org.huisheng.feedback.casework.Case.Step;
import org.huisheng.kit.problem.DomainException.Conflict;

/** Settling a case in the stakeholder's stead. */
public final class Overriding {

    private Overriding() {}

    /** One person wants to; a second one has to agree. */
    public static Step request(Case matter, OverrideOutcome outcome, Act act) {
        requireUnanswered(matter, outcome);
        return matter.aside(StepKind.OVERRIDE_REQUESTED, Particulars.outcome(outcome), act);
    }

    /** Without the stakeholder's word there is no rating, and nobody is satisfied. */
    public static Step override(Case matter, OverrideOutcome outcome, Act act) {
        requireUnanswered(matter, outcome);
        var event = new CaseOverridden(
                matter.id(),
                matter.side(),
                matter.category(),
                matter.responsible(),
                outcome == OverrideOutcome.CLOSED,
                matter.receivedAt(),
                act.at(),
                matter.echo());
        matter.settledBy(Ending.OVERRIDDEN);
        return matter.become(outcome.status(), StepKind.OVERRIDDEN, act, event);
    }

    private static void requireUnanswered(Case matter, OverrideOutcome outcome) {
        if (matter.status() == CaseStatus.CONFIRMED) {
            throw Conflict.transition("case", matter.status(), outcome.status());
        }
        matter.requireStepTo(outcome.status());
    }
}
