package org.huisheng.feedback.casework;

import java.time.Instant;
import org.huisheng.events.FeedbackEvent.CaseOverdue;
import org.huisheng.events.FeedbackEvent.ClockKind;
import org.huisheng.feedback.casework.Case.Step;

/** What a case's clocks do to it; who works on it is not disturbed. */
public final class Alarming {

    private Alarming() {}

    /** Somebody is told that time runs out or has run out. */
    public static Step escalate(Case matter, Act act) {
        return matter.step(StepKind.ESCALATED, matter.status(), act, null);
    }

    /** The same at the moment it has run out, which the others are told, too. */
    public static Step breach(Case matter, ClockKind clock, Instant dueAt, Act act) {
        if (clock == ClockKind.RESOLUTION) {
            matter.due(matter.deadlines().announced());
        }
        var event = new CaseOverdue(
                matter.id(),
                matter.side(),
                matter.category(),
                matter.department().orElse(null),
                clock,
                dueAt,
                matter.receivedAt(),
                act.at(),
                matter.echo());
        return matter.step(StepKind.ESCALATED, matter.status(), act, event);
    }

    /** Somebody asks that the policies and calendars of today count for what is left. */
    public static Step recompute(Case matter, Act act) {
        return matter.step(StepKind.CLOCKS_RECOMPUTED, matter.status(), act, null);
    }
}
