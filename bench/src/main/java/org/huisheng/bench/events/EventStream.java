package org.huisheng.bench.events;

import java.io.IOException;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

/** Events that keep coming at a rate, in the background, until closed. */
public final class EventStream implements AutoCloseable {

    private final EventLog log;
    private final SurveyEvents events;
    private final long nanosBetween;
    private final long began = System.nanoTime();
    private final Thread thread = Thread.ofPlatform().daemon().name("events").unstarted(this::run);
    private volatile boolean stopping;
    private volatile long sent;
    private volatile long ended;

    private EventStream(EventLog log, SurveyEvents events, int perSecond) {
        this.log = log;
        this.events = events;
        this.nanosBetween = 1_000_000_000L / perSecond;
    }

    public static EventStream start(EventLog log, SurveyEvents events, int perSecond) {
        var stream = new EventStream(log, events, perSecond);
        stream.thread.start();
        return stream;
    }

    private void run() {
        while (!stopping) {
            var due = (System.nanoTime() - began) / nanosBetween;
            for (var number = sent; number < due; number++) {
                log.send(events.next(Instant.now()));
            }
            sent = due;
            LockSupport.parkNanos(nanosBetween);
        }
        ended = System.nanoTime();
    }

    /** So far. */
    public long sent() {
        return sent;
    }

    /** While it was running. */
    public double perSecond() {
        return sent * 1e9 / ((stopping ? ended : System.nanoTime()) - began);
    }

    /** Returns when Kafka has all of them. */
    @Override
    public void close() throws IOException {
        stopping = true;
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        log.flush();
    }
}
