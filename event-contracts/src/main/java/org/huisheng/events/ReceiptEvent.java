package org.huisheng.events;

import java.time.Instant;
import java.util.UUID;

/** What survey-service says of receipts, without ever telling one. */
public sealed interface ReceiptEvent extends IntegrationEvent {

    /**
     * A case that came from a response was begun or resolved: whoever holds the receipt of this hash may be asked. The
     * receipt itself is a permission and stays with them; from the hash nobody finds it.
     *
     * @param receiptHash SHA-256 of the receipt's characters, in hexadecimal digits
     * @param occurredAt when the case was begun or resolved
     */
    record ReceiptAsked(UUID caseId, String receiptHash, Instant occurredAt) implements ReceiptEvent {
        @Override
        public String aggregateId() {
            return caseId.toString();
        }
    }
}
