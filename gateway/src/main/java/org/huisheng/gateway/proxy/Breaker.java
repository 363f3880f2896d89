package org.huisheng.gateway.proxy;

import java.time.Duration;

/**
 * Stops asking a service that does not answer, so that those who wait for it are told at once. After a pause one request
 * tries whether it is back.
 */
final class Breaker {

    private enum State {
        CLOSED,
        OPEN,
        /** One is on its way to find out. */
        TRYING
    }

    private final int patience;
    private final long pauseNanos;

    private State state = State.CLOSED;
    private int failures;
    private long openUntil;

    /** @param patience failures in a row that open it */
    Breaker(int patience, Duration pause) {
        this.patience = patience;
        this.pauseNanos = pause.toNanos();
    }

    /** @return nanoseconds until somebody may ask again, 0 if this one may */
    synchronized long waitOf(long now) {
        return switch (state) {
            case CLOSED -> 0;
            case OPEN -> {
                if (openUntil - now > 0) {
                    yield openUntil - now;
                }
                state = State.TRYING;
                openUntil = now + pauseNanos;
                yield 0;
            }
            case TRYING -> {
                // Whoever was to find out may have gone away without an answer.
                if (openUntil - now > 0) {
                    yield openUntil - now;
                }
                openUntil = now + pauseNanos;
                yield 0;
            }
        };
    }

    synchronized void answered() {
        state = State.CLOSED;
        failures = 0;
    }

    synchronized void failed(long now) {
        failures++;
        if (state == State.TRYING || failures >= patience) {
            state = State.OPEN;
            openUntil = now + pauseNanos;
        }
    }
}
