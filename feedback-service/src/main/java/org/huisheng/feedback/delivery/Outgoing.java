package org.huisheng.feedback.delivery;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Letters of one kind that are still to be sent. */
public interface Outgoing<D extends Delivery> {

    /** The one that has waited longest, held until the end of the transaction, unless somebody else holds it. */
    Optional<D> due(Instant now);

    /** In the transaction that takes it; empty when nobody needs it any more. */
    Optional<Letter> letter(D delivery, Instant now);

    D require(UUID id);
}
