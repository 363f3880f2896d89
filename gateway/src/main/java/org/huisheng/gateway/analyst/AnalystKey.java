package org.huisheng.gateway.analyst;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a BI tool is let in with, by name and limits; it is sent as one of its secrets. Never deleted, so that what it was
 * used for can still be told.
 *
 * @param sets the only sets it may read, null for all
 * @param department the only one whose rows it may read, null for all
 * @param lastUsedAt to the minute
 */
record AnalystKey(
        UUID id,
        String name,
        @Nullable List<String> sets,
        @Nullable String department,
        Instant createdAt,
        String createdBy,
        @Nullable Instant expiresAt,
        @Nullable Instant rotatedAt,
        @Nullable Instant revokedAt,
        @Nullable String revokedBy,
        @Nullable Instant lastUsedAt) {

    enum State {
        ACTIVE,
        EXPIRED,
        REVOKED
    }

    AnalystKey {
        sets = sets == null ? null : List.copyOf(sets);
    }

    static AnalystKey made(
            UUID id,
            String name,
            @Nullable List<String> sets,
            @Nullable String department,
            Instant now,
            String by,
            @Nullable Instant expiresAt) {
        return new AnalystKey(id, name, sets, department, now, by, expiresAt, null, null, null, null);
    }

    State state(Instant now) {
        if (revokedAt != null) {
            return State.REVOKED;
        }
        return expiresAt != null && !now.isBefore(expiresAt) ? State.EXPIRED : State.ACTIVE;
    }
}
