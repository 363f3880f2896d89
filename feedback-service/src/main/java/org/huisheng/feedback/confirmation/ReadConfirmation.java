package org.huisheng.feedback.confirmation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.huisheng.feedback.attachment.Attachment;
import org.huisheng.feedback.attachment.ReadAttachments;
import org.huisheng.feedback.casework.Case;
import org.huisheng.feedback.casework.Cases;
import org.huisheng.feedback.casework.Timeline;
import org.huisheng.feedback.casework.TimelineEntry;
import org.huisheng.feedback.confirmation.Confirmation.State;
import org.huisheng.feedback.department.Department;
import org.huisheng.feedback.department.Departments;
import org.huisheng.feedback.link.LinkToken;
import org.huisheng.kit.problem.DomainException.NotFound;

/** Shows the stakeholder what they are asked about. */
@ApplicationScoped
class ReadConfirmation {

    private final Confirmations confirmations;
    private final Cases cases;
    private final Timeline timeline;
    private final Departments departments;
    private final ReadAttachments readAttachments;
    private final Clock clock;

    ReadConfirmation(
            Confirmations confirmations,
            Cases cases,
            Timeline timeline,
            Departments departments,
            ReadAttachments readAttachments,
            Clock clock) {
        this.confirmations = confirmations;
        this.cases = cases;
        this.timeline = timeline;
        this.departments = departments;
        this.readAttachments = readAttachments;
        this.clock = clock;
    }

    /**
     * @param matter what the stakeholder brought
     * @param asked what was done about it: the same case, or the one theirs was merged into
     * @param steps those the stakeholder is told of
     */
    record Question(
            Confirmation confirmation,
            State state,
            Case matter,
            Case asked,
            Department department,
            List<TimelineEntry> steps,
            List<Attachment> attachments) {}

    @Transactional
    Question read(LinkToken token) {
        var confirmation = confirmations.require(token);
        return question(confirmation, cases.require(confirmation.caseId()));
    }

    /** @throws NotFound once the link shows nothing of the case any more, too */
    @Transactional
    Attachment attachment(LinkToken token, UUID id) {
        var confirmation = confirmations.require(token);
        var matter = cases.require(confirmation.caseId());
        return switch (confirmation.state(cases.asked(matter), clock.instant())) {
            case OPEN, CONFIRMED, DISPUTED -> readAttachments.oneForTheStakeholder(matter.id(), id);
            case EXPIRED, SUPERSEDED, CLOSED -> throw new NotFound("attachment", id);
        };
    }

    @Transactional(TxType.MANDATORY)
    Question question(Confirmation confirmation, Case matter) {
        var asked = cases.require(confirmation.about());
        var department = departments.findById(asked.department().orElseThrow());
        var steps = timeline.of(asked.id(), 0).stream()
                .filter(TimelineEntry::isPublic)
                // Of notes to another stakeholder nothing is shown.
                .filter(entry -> !confirmation.isOfDuplicate() || entry.step().isPublic())
                .toList();
        var state = confirmation.state(cases.asked(matter), clock.instant());
        return new Question(
                confirmation, state, matter, asked, department, steps, readAttachments.forTheStakeholder(matter.id()));
    }
}
