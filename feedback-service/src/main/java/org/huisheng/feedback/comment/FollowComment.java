package org.huisheng.feedback.comment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import org.huisheng.events.CommentEvent.CommentKind;
import org.huisheng.events.FeedbackEvent.Severity;
import org.huisheng.events.Side;
import org.huisheng.feedback.casework.Act;
import org.huisheng.feedback.casework.Alarming;
import org.huisheng.feedback.casework.Case;
import org.huisheng.feedback.casework.CaseJournal;
import org.huisheng.feedback.casework.CaseStatus;
import org.huisheng.feedback.casework.Cases;
import org.huisheng.feedback.intake.Intake;
import org.huisheng.feedback.intake.Source;
import org.huisheng.feedback.opening.OpenCase;
import org.huisheng.feedback.opening.OpenCase.Wanted;

/** Opens the case that follows what the government asks for, and keeps it to who leads and until when. */
@ApplicationScoped
class FollowComment {

    private static final String CATEGORY = "government-comment";

    private final Cases cases;
    private final OpenCase openCase;
    private final CaseJournal journal;
    private final CommentAccess access;
    private final Clock clock;

    FollowComment(Cases cases, OpenCase openCase, CaseJournal journal, CommentAccess access, Clock clock) {
        this.cases = cases;
        this.openCase = openCase;
        this.journal = journal;
        this.access = access;
        this.clock = clock;
    }

    @Transactional(TxType.MANDATORY)
    void open(GovernmentComment comment) {
        var intake = new Intake(
                Side.GOVERNMENT,
                CATEGORY,
                comment.kind() == CommentKind.CRITICISM ? Severity.HIGH : Severity.NORMAL,
                comment.title(),
                comment.verbatim(),
                comment.receivedAt(),
                null,
                new Source("GovernmentComment", comment.id().toString()),
                null);
        var wanted = new Wanted(intake, true).dueAtTheLatest(comment.deadline().orElse(null));
        var matter = openCase.open(null, wanted).file().matter();
        comment.followedBy(matter.id());
        assign(comment, matter);
    }

    /** One that was opened before anybody knew whose it is goes to who leads. */
    @Transactional(TxType.MANDATORY)
    void assign(GovernmentComment comment, UUID id) {
        assign(comment, cases.require(id));
    }

    private void assign(GovernmentComment comment, Case matter) {
        if (matter.status() == CaseStatus.RECEIVED) {
            comment.leadDepartment().ifPresent(lead -> journal.record(matter.assign(lead, act())));
        }
    }

    /** What the former lead still works on goes to the one that leads now; what is done stays whose work it was. */
    @Transactional(TxType.MANDATORY)
    void handOver(GovernmentComment comment, UUID id, String former, String reason) {
        var matter = cases.require(id);
        var lead = comment.leadDepartment().orElseThrow();
        var act = new Act(access.actor(), clock.instant(), reason, null);
        if (matter.department().filter(former::equals).isEmpty()) {
            return;
        }
        switch (matter.status()) {
            case ASSIGNED -> journal.record(matter.assign(lead, act));
            case IN_PROGRESS -> journal.record(matter.transfer(lead, act));
            case WAITING -> {
                journal.record(matter.resume(act));
                journal.record(matter.transfer(lead, act));
            }
            case RECEIVED, RESOLVED, CONFIRMED, DISPUTED, UNREACHABLE, CLOSED, MERGED -> {}
        }
    }

    /** Where the case became part of another, that one may have more reasons to be done by its date: it is never given more time. */
    @Transactional(TxType.MANDATORY)
    void dueBy(GovernmentComment comment, UUID id) {
        var own = cases.require(id);
        var asked = cases.asked(own);
        var date = Objects.requireNonNull(comment.deadline().orElse(null));
        if (asked.id().equals(own.id())) {
            asked.dueOn(date);
        } else {
            asked.dueAtTheLatest(date);
        }
        if (asked.status().isUnsettled()) {
            journal.record(Alarming.recompute(asked, act()));
        }
    }

    private Act act() {
        return new Act(access.actor(), clock.instant(), null, null);
    }
}
