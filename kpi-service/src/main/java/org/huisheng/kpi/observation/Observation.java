package org.huisheng.kpi.observation;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.UUID;
import org.huisheng.events.Side;
import org.jspecify.annotations.Nullable;

/**
 * One countable fact.
 *
 * @param ordinal its place within the event; with the event's id it is what makes the fact one and the same
 * @param month the month it belongs to, in Shanghai, and counts in unless that is frozen; kept with its key, so the same
 *     fact must never come out with another
 * @param value with exactly {@link #DIGITS} decimals, so that sums are exact
 * @param scaled the answer it was made from, null where the value was a number of its own
 * @param tag the station a response was given at or the category of a case, null where there is none
 * @param sources what it adds to the responses and cases behind its cell: 1, for the second fact of a response in the
 *     same cell 0, for a step taken back −1; of a lecture the people who came (ADR 50)
 */
public record Observation(
        UUID eventId,
        int ordinal,
        String metric,
        Side side,
        String department,
        YearMonth month,
        Instant occurredAt,
        BigDecimal value,
        Source source,
        @Nullable Scaled scaled,
        @Nullable String question,
        @Nullable String row,
        @Nullable String tag,
        int sources) {

    static final int DIGITS = 6;

    /** The same, made of the version of its source that the event tells of. */
    Observation of(@Nullable Long sourceVersion) {
        var versioned = source.at(sourceVersion);
        return versioned.equals(source)
                ? this
                : new Observation(
                        eventId,
                        ordinal,
                        metric,
                        side,
                        department,
                        month,
                        occurredAt,
                        value,
                        versioned,
                        scaled,
                        question,
                        row,
                        tag,
                        sources);
    }

    public CellKey cell() {
        return new CellKey(month, department, metric, side);
    }
}
