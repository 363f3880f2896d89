package org.huisheng.feedback.casework;

import java.time.Instant;
import java.util.List;
import org.huisheng.events.FeedbackEvent.CaseFollowed;
import org.huisheng.events.FeedbackEvent.CaseMerged;
import org.huisheng.events.FeedbackEvent.CaseSeparated;
import org.huisheng.events.FeedbackEvent.Stage;
import org.huisheng.feedback.casework.Case.Step;
import org.huisheng.kit.problem.DomainException.Conflict;
import org.huisheng.kit.problem.DomainException.RuleViolated;
import org.huisheng.kit.problem.Violation;
import org.jspecify.annotations.Nullable;

/** The steps of two cases about one matter: one of them ends, the other goes on for both stakeholders. */
public final class Merging {

    private Merging() {}

    /**
     * Only what nobody has failed at is a duplicate: it leaves the figures, and nothing bad must leave with it. Nor does
     * anybody gain time, since the case that is due first goes on.
     */
    public static Step merge(Case duplicate, Case survivor, Act act) {
        if (duplicate.id().equals(survivor.id())) {
            throw new Conflict("merge-with-itself");
        }
        duplicate.requireStepTo(CaseStatus.MERGED);
        if (duplicate.attempt() > 0) {
            throw new Conflict("merge-resolved");
        }
        if (duplicate.deadlines().missed(act.at())) {
            throw new Conflict("merge-late");
        }
        requireGoingOn(survivor);
        if (isDueBefore(duplicate, survivor)) {
            throw new Conflict("merge-into-later", survivor.id());
        }
        var merger = new Merger(survivor.id(), duplicate.status());
        var event = new CaseMerged(
                duplicate.id(),
                duplicate.side(),
                duplicate.category(),
                survivor.id(),
                duplicate.department().orElse(null),
                merger.hadBegun(),
                inTime(duplicate, merger),
                stage(survivor.status()),
                duplicate.receivedAt(),
                act.at(),
                duplicate.echo());
        duplicate.mergedAs(merger);
        return duplicate.become(CaseStatus.MERGED, StepKind.MERGED, act, event, Particulars.other(survivor.id()));
    }

    private static boolean isDueBefore(Case one, Case other) {
        var due = one.deadlines().resolutionDueAt();
        var otherDue = other.deadlines().resolutionDueAt();
        return due == null || otherDue == null
                ? one.clocksStartAt().isBefore(other.clocksStartAt())
                : due.isBefore(otherDue);
    }

    private static void requireGoingOn(Case survivor) {
        switch (survivor.status()) {
            case RECEIVED, ASSIGNED, IN_PROGRESS, WAITING, DISPUTED -> {}
            case MERGED -> throw new Conflict("merge-chain", survivor.id());
            // What was done before somebody else spoke of it has not settled what they speak of.
            case RESOLVED, UNREACHABLE, CONFIRMED, CLOSED -> throw new Conflict("merge-into-resolved", survivor.id());
        }
    }

    /** The other case goes on in this one, by the date that was set for it. */
    public static Step join(Case survivor, Case duplicate, Act act) {
        duplicate.notAfter().ifPresent(survivor::dueAtTheLatest);
        return survivor.aside(StepKind.DUPLICATE_JOINED, Particulars.other(duplicate.id()), act);
    }

    /** And does not any more. */
    public static Step release(Case survivor, Case duplicate, Act act) {
        return survivor.aside(StepKind.DUPLICATE_LEFT, Particulars.other(duplicate.id()), act);
    }

    /** It was another matter after all. */
    public static Step separate(Case duplicate, Case survivor, Act act) {
        var merger = duplicate
                .merger()
                .filter(one -> one.into().equals(survivor.id()))
                .orElseThrow(() -> new Conflict("not-merged"));
        var event = new CaseSeparated(
                duplicate.id(),
                duplicate.side(),
                duplicate.category(),
                survivor.id(),
                duplicate.department().orElse(null),
                merger.hadBegun(),
                inTime(duplicate, merger),
                stage(merger.back()),
                duplicate.receivedAt(),
                act.at(),
                duplicate.echo());
        duplicate.mergedAs(null);
        return duplicate.become(merger.back(), StepKind.SEPARATED, act, event, Particulars.other(survivor.id()));
    }

    /** What whoever brought a duplicate hears of the case that goes on. */
    public static Step follow(Case duplicate, TimelineEntry step, Stage stage) {
        var act = new Act(step.actor(), step.at(), null, null);
        return duplicate.step(
                StepKind.FOLLOWED,
                duplicate.status(),
                act,
                followed(duplicate, stage, act.at()),
                Particulars.followed(step.caseId(), step.step()));
    }

    /** Their own word about the resolution of the case that went on. It is kept and not counted, as the duplicate is not. */
    public static Step agree(Case duplicate, Case survivor, int satisfaction, Act act) {
        if (!survivor.awaitsWordOf(duplicate)) {
            throw Conflict.transition("case", survivor.status(), CaseStatus.CONFIRMED);
        }
        if (satisfaction < 1 || satisfaction > 5) {
            throw new RuleViolated(List.of(new Violation("/rating", "out-of-range", 1, 5)));
        }
        return duplicate.step(
                StepKind.AGREED,
                duplicate.status(),
                act,
                followed(duplicate, Stage.CONFIRMED, act.at()),
                Particulars.other(survivor.id()),
                satisfaction);
    }

    private static @Nullable CaseFollowed followed(Case duplicate, Stage stage, Instant at) {
        var echo = duplicate.echo();
        return echo == null
                ? null
                : new CaseFollowed(
                        duplicate.id(),
                        duplicate.side(),
                        duplicate.category(),
                        stage,
                        duplicate.receivedAt(),
                        at,
                        echo);
    }

    private static @Nullable Boolean inTime(Case duplicate, Merger merger) {
        return merger.hadBegun() ? duplicate.deadlines().respondedInTime() : null;
    }

    static Stage stage(CaseStatus status) {
        return switch (status) {
            case RECEIVED, ASSIGNED -> Stage.RECEIVED;
            case IN_PROGRESS, WAITING -> Stage.IN_PROGRESS;
            case RESOLVED, UNREACHABLE -> Stage.RESOLVED;
            case CONFIRMED -> Stage.CONFIRMED;
            case DISPUTED -> Stage.DISPUTED;
            case CLOSED, MERGED -> Stage.CLOSED;
        };
    }
}
