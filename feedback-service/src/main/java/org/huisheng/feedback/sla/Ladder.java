package org.huisheng.feedback.sla;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.huisheng.feedback.notice.Audience;

/** Who is told, and how much working time before or after the due time, in this order. */
record Ladder(List<Rung> rungs) {

    static final int MOST_RUNGS = 10;

    enum Recipient {
        LIAISON,
        OFFICE,
        LEADER;

        Audience audience() {
            return switch (this) {
                case LIAISON -> Audience.LIAISON;
                case OFFICE -> Audience.OFFICE;
                case LEADER -> Audience.LEADER;
            };
        }
    }

    /** @param offset working minutes after the due time, below zero before it */
    record Rung(long offset, Recipient to) {
        boolean isBreach() {
            return offset == 0;
        }
    }

    Ladder {
        rungs = List.copyOf(rungs);
    }

    /** As a policy's row keeps it: {@code -120 LIAISON, 0 OFFICE, 450 LEADER}. */
    static Ladder parse(String text) {
        return new Ladder(Arrays.stream(text.split(", ", -1))
                .map(rung -> rung.split(" ", 2))
                .map(parts -> new Rung(Long.parseLong(parts[0]), Recipient.valueOf(parts[1])))
                .toList());
    }

    String text() {
        return rungs.stream().map(rung -> rung.offset + " " + rung.to).collect(Collectors.joining(", "));
    }

    /** How much working time a clock has consumed when it reaches the rung. */
    Duration reached(int rung, Duration total) {
        var at = total.plusMinutes(rungs.get(rung).offset);
        return at.isNegative() ? Duration.ZERO : at;
    }
}
