package org.huisheng.survey.echo;

import jakarta.enterprise.context.ApplicationScoped;
import org.huisheng.events.FeedbackEvent;
import org.huisheng.events.ReceiptEvent.ReceiptAsked;
import org.huisheng.kit.event.Outbox;

/**
 * Lets feedback-service recognise the receipt of whoever is asked about a resolution. Said again for each resolution and
 * each delivery: whoever hears it twice knows no more.
 */
@ApplicationScoped
class AskByReceipt {

    private final ReceiptHashes receipts;
    private final Outbox outbox;

    AskByReceipt(ReceiptHashes receipts, Outbox outbox) {
        this.receipts = receipts;
        this.outbox = outbox;
    }

    void about(FeedbackEvent step) {
        var echo = step.echo();
        if (echo != null
                && PublicState.after(step).filter(PublicState.RESOLVED::equals).isPresent()) {
            outbox.append(new ReceiptAsked(step.caseId(), receipts.hashOf(echo.responseId()), step.occurredAt()));
        }
    }
}
