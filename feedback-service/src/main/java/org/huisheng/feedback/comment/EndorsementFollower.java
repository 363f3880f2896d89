package org.huisheng.feedback.comment;

import java.time.Instant;
import java.util.UUID;

/** Goes on with something in the transaction in which an endorsement is entered that says what report it is about. */
public interface EndorsementFollower {

    void follow(UUID endorsement, UUID report, Instant receivedAt);
}
