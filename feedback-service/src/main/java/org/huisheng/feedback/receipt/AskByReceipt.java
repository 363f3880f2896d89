package org.huisheng.feedback.receipt;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import org.huisheng.feedback.casework.Act;
import org.huisheng.feedback.casework.Cases;
import org.huisheng.feedback.confirmation.ConfirmationLinks;
import org.huisheng.feedback.confirmation.ConfirmationLinks.Link;

/**
 * Gives whoever holds a receipt the links by which they say whether they agree: one for each case of their answer that
 * waits for their word. An unknown receipt has none, like one that nobody is asked by.
 */
@ApplicationScoped
class AskByReceipt {

    /** In whose name the links are made. */
    private static final String ACTOR = "receipt";

    private final CaseReceipts receipts;
    private final Cases cases;
    private final ConfirmationLinks links;
    private final Clock clock;

    AskByReceipt(CaseReceipts receipts, Cases cases, ConfirmationLinks links, Clock clock) {
        this.receipts = receipts;
        this.cases = cases;
        this.links = links;
        this.clock = clock;
    }

    @Transactional
    List<Link> open(Receipt receipt) {
        var act = new Act(ACTOR, clock.instant(), null, null);
        return receipts.casesOf(receipt).stream()
                .flatMap(id -> cases.findByIdOptional(id).stream())
                .filter(matter -> cases.asked(matter).awaitsWordOf(matter))
                .map(matter -> links.keep(matter, receipt.value(), act))
                .toList();
    }
}
