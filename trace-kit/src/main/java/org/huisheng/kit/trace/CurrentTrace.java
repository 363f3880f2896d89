package org.huisheng.kit.trace;

import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/** The place in a trace that work on this thread, or for this request, belongs to. Log lines bear it. */
public final class CurrentTrace {

    private static final String TRACE = "traceId";
    private static final String SPAN = "spanId";
    private static final String SAMPLED = "sampled";

    private CurrentTrace() {}

    public static @Nullable Traceparent get() {
        return MDC.get(TRACE) instanceof String trace && MDC.get(SPAN) instanceof String span
                ? new Traceparent(trace, span, "true".equals(MDC.get(SAMPLED)))
                : null;
    }

    /** As it goes on, in a header or beside an event. */
    public static @Nullable String text() {
        var current = get();
        return current == null ? null : current.text();
    }

    static void set(Traceparent current) {
        MDC.put(TRACE, current.traceId());
        MDC.put(SPAN, current.spanId());
        MDC.put(SAMPLED, String.valueOf(current.sampled()));
    }

    static void clear() {
        MDC.remove(TRACE);
        MDC.remove(SPAN);
        MDC.remove(SAMPLED);
    }
}
