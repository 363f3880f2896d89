package org.huisheng.feedback.receipt;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import org.huisheng.feedback.casework.Act;
import org.huisheng.feedback.casework.Cases;
import org.huisheng.feedback.confirmation.ConfirmationLinks;
import org.huisheng.feedback.inquiry.InquiryLinks;
import org.huisheng.feedback.link.Link;

/**
 * Gives whoever holds a receipt the links by which they say whether they agree, or what a department waits for: one for
 * each case of their answer that waits for their word. An unknown receipt has none, like one that nobody is asked by.
 */
@ApplicationScoped
class AskByReceipt {

    /** In whose name the links are made. */
    private static final String ACTOR = "receipt";

    private final CaseReceipts receipts;
    private final Cases cases;
    private final ConfirmationLinks confirmations;
    private final InquiryLinks inquiries;
    private final Clock clock;

    AskByReceipt(
            CaseReceipts receipts, Cases cases, ConfirmationLinks confirmations, InquiryLinks inquiries, Clock clock) {
        this.receipts = receipts;
        this.cases = cases;
        this.confirmations = confirmations;
        this.inquiries = inquiries;
        this.clock = clock;
    }

    record Asked(List<Link> confirmations, List<Link> inquiries) {}

    @Transactional
    Asked open(Receipt receipt) {
        var act = new Act(ACTOR, clock.instant(), null, null);
        var matters = receipts.casesOf(receipt).stream()
                .flatMap(id -> cases.findByIdOptional(id).stream())
                .toList();
        return new Asked(
                matters.stream()
                        .filter(matter -> cases.asked(matter).awaitsWordOf(matter))
                        .map(matter -> confirmations.keep(matter, receipt.value(), act))
                        .toList(),
                matters.stream()
                        .flatMap(
                                matter -> inquiries
                                        .awaited(matter)
                                        .map(step -> inquiries.keep(matter, step, receipt.value(), act))
                                        .stream())
                        .toList());
    }
}
