package org.huisheng.feedback.calendar;

import java.time.Duration;
import java.util.List;

/** The hours of a day that count, in order and apart from each other. */
record WorkHours(List<Span> spans) {

    static final int DAY = 24 * 60;
    static final WorkHours ALL_DAY = new WorkHours(List.of(new Span(0, DAY)));

    /** In minutes of the day; the end is no longer part of it. */
    record Span(int from, int to) {
        Span {
            if (from < 0 || to > DAY || from >= to) {
                throw new IllegalArgumentException("No span of a day: " + from + " to " + to);
            }
        }
    }

    WorkHours {
        spans = List.copyOf(spans);
        for (var i = 1; i < spans.size(); i++) {
            if (spans.get(i).from < spans.get(i - 1).to) {
                throw new IllegalArgumentException("Spans out of order: " + spans);
            }
        }
        if (spans.isEmpty()) {
            throw new IllegalArgumentException("A day without work hours has no working time");
        }
    }

    Duration perDay() {
        return Duration.ofMinutes(
                spans.stream().mapToInt(span -> span.to - span.from).sum());
    }
}
