package org.huisheng.survey.kiosk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A device as the office sees it. @param missing what was numbered at the device and has not come in, first ones */
record Kiosk(
        String id,
        String name,
        UUID campaignId,
        @Nullable String station,
        String link,
        Instant enrolledAt,
        @Nullable Instant lastSeenAt,
        int queued,
        long lastSequence,
        long received,
        List<Gap> missing,
        long missingCount,
        boolean revoked) {

    enum State {
        NEVER_SEEN,
        LIVE,
        SILENT,
        REVOKED
    }

    /** Numbers {@code from} to {@code to}, both missing. */
    record Gap(long from, long to) {}

    State state(Instant now, Duration silentAfter) {
        if (revoked) {
            return State.REVOKED;
        }
        if (lastSeenAt == null) {
            return State.NEVER_SEEN;
        }
        return lastSeenAt.plus(silentAfter).isBefore(now) ? State.SILENT : State.LIVE;
    }
}
