package org.huisheng.feedback.casework;

import org.huisheng.events.FeedbackEvent.CaseUnreachable;
import org.huisheng.feedback.casework.Case.Step;
import org.huisheng.kit.problem.DomainException;
import org.huisheng.kit.problem.DomainException.Conflict;

/** Trying to reach the stakeholder, until they were or it is given up. */
public final class Asking {

    private Asking() {}

    /** The stakeholder is asked whether they agree, of a duplicate about what was done in the case that went on. */
    public static Step request(Case matter, Case asked, Act act) {
        matter.requireKnownStakeholder();
        if (!asked.awaitsWordOf(matter)) {
            throw new Conflict("nothing-to-ask", DomainException.state("case", asked.status()));
        }
        return matter.step(StepKind.CONFIRMATION_REQUESTED, matter.status(), act, null);
    }

    /** Somebody tried to ask them. */
    public static Step contact(Case matter, ContactChannel channel, ContactOutcome outcome, Act act) {
        matter.requireKnownStakeholder();
        if (!matter.status().canBecome(CaseStatus.CONFIRMED)) {
            throw new Conflict("nothing-to-ask", DomainException.state("case", matter.status()));
        }
        if (outcome.isInVain()) {
            matter.tried(matter.outreach().inVain(act.at()));
        }
        return matter.aside(StepKind.CONTACT_ATTEMPTED, Particulars.contact(channel, outcome), act);
    }

    /** @param attemptsNeeded in vain, on as many days */
    public static Step giveUp(Case matter, int attemptsNeeded, Act act) {
        matter.requireStepTo(CaseStatus.UNREACHABLE);
        var days = matter.outreach().days();
        if (days < attemptsNeeded) {
            throw new Conflict("too-few-attempts", days, attemptsNeeded);
        }
        var event = new CaseUnreachable(
                matter.id(),
                matter.side(),
                matter.category(),
                matter.responsible(),
                matter.receivedAt(),
                act.at(),
                matter.echo());
        return matter.become(CaseStatus.UNREACHABLE, StepKind.FOUND_UNREACHABLE, act, event);
    }
}
