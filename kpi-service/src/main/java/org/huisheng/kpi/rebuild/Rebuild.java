package org.huisheng.kpi.rebuild;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One time the cells were made anew.
 *
 * @param replayed records of the event log gone through so far; 0 from observations
 * @param observations how many there were, null until counted
 * @param recovered how many of them were only in the log
 * @param differences cells, tagged cells and buckets that came out otherwise, and were corrected
 */
record Rebuild(
        UUID id,
        Source source,
        State state,
        String requestedBy,
        Instant startedAt,
        @Nullable Instant finishedAt,
        long replayed,
        @Nullable Long observations,
        @Nullable Long recovered,
        @Nullable Long differences) {

    /** What the cells are made from. */
    enum Source {
        OBSERVATIONS,
        /** All events there are, after which observations that were missing are there. */
        LOG
    }

    enum State {
        RUNNING,
        DONE,
        /** It changed nothing, or only added what was missing. */
        FAILED
    }
}
