package org.huisheng.feedback.report;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Goes on with something in the transaction in which the register learns that a report was received, or endorsed. */
public interface ReceptionFollower {

    /** @param entry of the register */
    void follow(UUID entry, @Nullable UUID endorsement, Instant now);
}
