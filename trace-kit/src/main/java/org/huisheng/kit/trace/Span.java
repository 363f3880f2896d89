package org.huisheng.kit.trace;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A piece of work that is done.
 *
 * @param name one of a few: no id, no token
 * @param parent the span it was done for, null if it began the trace
 * @param status of an HTTP answer, 0 for others
 */
record Span(
        String name,
        Kind kind,
        Traceparent place,
        @Nullable String parent,
        Instant start,
        Duration took,
        int status,
        boolean failed) {

    /** Who waits for whom, with OTLP's numbers. */
    enum Kind {
        SERVER(2),
        PRODUCER(4),
        CONSUMER(5);

        final int number;

        Kind(int number) {
            this.number = number;
        }
    }
}
