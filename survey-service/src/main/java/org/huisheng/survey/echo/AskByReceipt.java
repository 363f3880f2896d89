package org.huisheng.survey.echo;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.Set;
import org.huisheng.events.FeedbackEvent;
import org.huisheng.events.ReceiptEvent.ReceiptAsked;
import org.huisheng.kit.event.Outbox;

/**
 * Lets feedback-service recognise the receipt of whoever may be asked: about a resolution, or for something a department
 * needs once it has begun. Said again for each of them and each delivery: whoever hears it twice knows no more.
 */
@ApplicationScoped
class AskByReceipt {

    private static final Set<PublicState> ASKED = EnumSet.of(PublicState.IN_PROGRESS, PublicState.RESOLVED);

    private final ReceiptHashes receipts;
    private final Outbox outbox;

    AskByReceipt(ReceiptHashes receipts, Outbox outbox) {
        this.receipts = receipts;
        this.outbox = outbox;
    }

    void about(FeedbackEvent step) {
        var echo = step.echo();
        if (echo != null && PublicState.after(step).filter(ASKED::contains).isPresent()) {
            outbox.append(new ReceiptAsked(step.caseId(), receipts.hashOf(echo.responseId()), step.occurredAt()));
        }
    }
}
