package org.huisheng.kit.trace;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Work that is done for others, some time after they asked for it: events sent on, and events received. */
@ApplicationScoped
public class Tracing {

    private final Spans spans;
    private final Clock clock;

    Tracing(Spans spans, Clock clock) {
        this.spans = spans;
        this.clock = clock;
    }

    /** The place of an event that is sent on, in the trace it came from. @return null if it came from none */
    public @Nullable Traceparent next(@Nullable String from) {
        var before = Traceparent.parse(from);
        // Nobody would hear of a place between, so there is none.
        return before == null || !spans.wanted(before) ? before : before.child();
    }

    public void sent(String topic, Traceparent place, @Nullable String from, Instant start, Instant end) {
        // Without a collector this is asked for every event and does no more.
        var before = spans.wanted(place) ? Traceparent.parse(from) : null;
        if (before != null) {
            spans.ended(new Span(
                    "send " + topic,
                    Span.Kind.PRODUCER,
                    place,
                    before.spanId(),
                    start,
                    Duration.between(start, end),
                    0,
                    false));
        }
    }

    /**
     * Does work about events of some traces. Each gets a span; log lines, and events that come of it, belong to the trace if all
     * are of one.
     *
     * @param from what came with an event, null with one that is of none
     */
    public <T> void following(String topic, List<T> events, Function<T, @Nullable String> from, Runnable work) {
        // Of many together nothing could be said but spans, and looking at each costs more than handling some.
        if (events.size() > 1 && !spans.isOn()) {
            work.run();
            return;
        }
        var before = events.stream()
                .map(event -> Traceparent.parse(from.apply(event)))
                .filter(Objects::nonNull)
                .toList();
        var places = before.stream().map(Traceparent::child).toList();
        var isOne = events.size() == before.size()
                && before.stream().map(Traceparent::traceId).distinct().count() == 1;
        if (isOne) {
            CurrentTrace.set(places.getFirst());
        }
        var start = clock.instant();
        var began = System.nanoTime();
        var done = false;
        try {
            work.run();
            done = true;
        } finally {
            if (isOne) {
                CurrentTrace.clear();
            }
            ended(topic, before, places, start, Duration.ofNanos(System.nanoTime() - began), done);
        }
    }

    private void ended(
            String topic,
            List<Traceparent> before,
            List<Traceparent> places,
            Instant start,
            Duration took,
            boolean done) {
        for (var i = 0; i < places.size(); i++) {
            if (spans.wanted(places.get(i))) {
                spans.ended(new Span(
                        "process " + topic,
                        Span.Kind.CONSUMER,
                        places.get(i),
                        before.get(i).spanId(),
                        start,
                        took,
                        0,
                        !done));
            }
        }
    }
}
