package org.huisheng.feedback.inquiry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.huisheng.feedback.casework.Case;
import org.huisheng.feedback.casework.CaseStatus;
import org.huisheng.feedback.casework.Cases;
import org.huisheng.feedback.casework.ClockReading;
import org.huisheng.feedback.casework.ClockReadings;
import org.huisheng.feedback.casework.StepKind;
import org.huisheng.feedback.casework.Timeline;
import org.huisheng.feedback.casework.TimelineEntry;
import org.huisheng.feedback.department.Department;
import org.huisheng.feedback.department.Departments;
import org.huisheng.feedback.link.LinkToken;
import org.jspecify.annotations.Nullable;

/** Shows the stakeholder what is waited for, and what they have said. */
@ApplicationScoped
class ReadInquiry {

    /** After these nobody waits for the answer any more: something else was asked for, or the work is over. */
    private static final Set<StepKind> OVER = EnumSet.of(StepKind.WAITING, StepKind.RESOLVED, StepKind.MERGED);

    /** An answer ends the waiting, or is noted where that has ended without it. */
    private static final Set<StepKind> ANSWERS = EnumSet.of(StepKind.RESUMED, StepKind.NOTED);

    private final Inquiries inquiries;
    private final Cases cases;
    private final Timeline timeline;
    private final Departments departments;
    private final ClockReadings clocks;
    private final Clock clock;

    ReadInquiry(
            Inquiries inquiries,
            Cases cases,
            Timeline timeline,
            Departments departments,
            ClockReadings clocks,
            Clock clock) {
        this.inquiries = inquiries;
        this.cases = cases;
        this.timeline = timeline;
        this.departments = departments;
        this.clocks = clocks;
        this.clock = clock;
    }

    /** Where an inquiry stands, as the stakeholder sees it. */
    enum InquiryState {
        OPEN,
        ANSWERED,
        EXPIRED,
        SUPERSEDED
    }

    /**
     * @param question in the department's words
     * @param answer in the stakeholder's, once there is one
     * @param awaitedUntil when the department stops waiting; null once it has
     */
    record Asked(
            Inquiry inquiry,
            InquiryState state,
            Case matter,
            Department department,
            String question,
            Optional<String> answer,
            @Nullable Instant awaitedUntil) {}

    @Transactional
    Asked read(LinkToken token) {
        var inquiry = inquiries.require(token);
        return asked(inquiry, cases.require(inquiry.caseId()));
    }

    @Transactional(TxType.MANDATORY)
    Asked asked(Inquiry inquiry, Case matter) {
        var question = timeline.require(inquiry.caseId(), inquiry.step());
        var next = timeline.firstAfter(inquiry.caseId(), inquiry.step(), OVER, ANSWERS);
        var answer = next.filter(entry -> ANSWERS.contains(entry.step()));
        return new Asked(
                inquiry,
                state(inquiry, next.isPresent(), answer.isPresent()),
                matter,
                departments.findById(matter.department().orElseThrow()),
                question.publicNote().orElseThrow(),
                answer.flatMap(TimelineEntry::publicNote),
                awaitedUntil(matter));
    }

    private InquiryState state(Inquiry inquiry, boolean wentOn, boolean isAnswered) {
        if (isAnswered) {
            return InquiryState.ANSWERED;
        }
        if (wentOn) {
            return InquiryState.SUPERSEDED;
        }
        return inquiry.isExpired(clock.instant()) ? InquiryState.EXPIRED : InquiryState.OPEN;
    }

    private @Nullable Instant awaitedUntil(Case matter) {
        return matter.status() == CaseStatus.WAITING
                ? clocks.of(matter.id()).stream()
                        .map(ClockReading::waitsUntil)
                        .filter(Objects::nonNull)
                        .min(Instant::compareTo)
                        .orElse(null)
                : null;
    }
}
