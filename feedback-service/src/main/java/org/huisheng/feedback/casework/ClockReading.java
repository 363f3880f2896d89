package org.huisheng.feedback.casework;

import java.time.Instant;
import org.huisheng.events.FeedbackEvent.ClockKind;
import org.jspecify.annotations.Nullable;

/**
 * One clock of a case at this moment.
 *
 * @param dueAt null while it is paused: nobody knows how long the stakeholder takes, unless there is a date it is due by
 *     in any case
 * @param notAfter a date somebody else has set, which counts where it is the earlier one
 * @param waitsUntil when it goes on by itself, while it is paused
 * @param remainingMinutes of working time; below zero once it is over
 */
public record ClockReading(
        ClockKind kind,
        Instant startedAt,
        @Nullable Instant dueAt,
        @Nullable Instant notAfter,
        @Nullable Instant pausedSince,
        @Nullable Instant waitsUntil,
        @Nullable Instant stoppedAt,
        long remainingMinutes,
        ClockState state) {

    /** A clock that was too late once stays {@code BREACHED}, whatever happens afterwards. */
    public enum ClockState {
        RUNNING,
        PAUSED,
        MET,
        BREACHED
    }
}
