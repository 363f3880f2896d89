package org.huisheng.feedback.inquiry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.huisheng.feedback.casework.Act;
import org.huisheng.feedback.casework.CaseJournal;
import org.huisheng.feedback.casework.Cases;
import org.huisheng.feedback.casework.Noting;
import org.huisheng.feedback.inquiry.ReadInquiry.Asked;
import org.huisheng.feedback.link.LinkToken;
import org.huisheng.kit.problem.DomainException.Conflict;

/** The stakeholder says through their link what was waited for, and the work goes on. */
@ApplicationScoped
class AnswerInquiry {

    private final Inquiries inquiries;
    private final Cases cases;
    private final ReadInquiry readInquiry;
    private final CaseJournal journal;
    private final Clock clock;

    AnswerInquiry(Inquiries inquiries, Cases cases, ReadInquiry readInquiry, CaseJournal journal, Clock clock) {
        this.inquiries = inquiries;
        this.cases = cases;
        this.readInquiry = readInquiry;
        this.journal = journal;
        this.clock = clock;
    }

    @Transactional
    Asked answer(LinkToken token, String words) {
        var inquiry = inquiries.require(token);
        // A tap and its repetition come one after the other, by whichever of the links.
        cases.hold(inquiry.caseId());
        var matter = cases.require(inquiry.caseId());
        var asked = readInquiry.asked(inquiry, matter);
        return switch (asked.state()) {
            case OPEN -> {
                journal.record(Noting.hear(matter, new Act(Act.STAKEHOLDER, clock.instant(), null, words)));
                yield readInquiry.asked(inquiry, matter);
            }
            case ANSWERED -> {
                if (!asked.answer().filter(words::equals).isPresent()) {
                    throw new Conflict("already-answered");
                }
                yield asked;
            }
            case EXPIRED -> throw new Conflict("inquiry-expired");
            case SUPERSEDED -> throw new Conflict("inquiry-superseded");
        };
    }
}
