package org.huisheng.feedback.delivery;

import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** Something somebody is to be told, until they were, or nobody needs it any more. */
@MappedSuperclass
public abstract class Delivery {

    private static final int LONGEST_DOUBLING = 10;

    public enum State {
        PENDING,
        SENT,
        /** There is no road by the channel: nothing left. */
        NOT_SENT,
        FAILED,
        DROPPED
    }

    @Id
    private UUID id;

    @Version
    private long version;

    @Enumerated(EnumType.STRING)
    private Channel channel;

    @Enumerated(EnumType.STRING)
    private State state;

    private int tries;
    private Instant requestedAt;

    /** Asked for by {@link Outgoing#due}. */
    @SuppressWarnings("UnusedVariable")
    private Instant nextAttemptAt;

    private @Nullable Instant settledAt;
    private @Nullable String lastFailure;

    @NullUnmarked
    protected Delivery() {}

    protected Delivery(UUID id, Channel channel, Instant now) {
        this.id = id;
        this.channel = channel;
        this.state = State.PENDING;
        this.requestedAt = now.truncatedTo(ChronoUnit.MICROS);
        this.nextAttemptAt = requestedAt;
    }

    /** From now on it is somebody's; should they not come back, it is due again later and later. */
    void take(Instant now, Duration pause) {
        nextAttemptAt = now.plus(pause.multipliedBy(1L << Math.min(tries, LONGEST_DOUBLING)));
        tries++;
    }

    void sent(Instant now) {
        settle(State.SENT, now);
    }

    void notSent(Instant now) {
        settle(State.NOT_SENT, now);
    }

    void drop(Instant now) {
        settle(State.DROPPED, now);
    }

    void failed(String reason, int mostTries, Instant now) {
        lastFailure = reason;
        if (tries >= mostTries) {
            settle(State.FAILED, now);
        }
    }

    private void settle(State end, Instant now) {
        state = end;
        settledAt = now;
    }

    public UUID id() {
        return id;
    }

    public Channel channel() {
        return channel;
    }

    public State state() {
        return state;
    }

    public int tries() {
        return tries;
    }

    public Instant requestedAt() {
        return requestedAt;
    }

    public Optional<String> lastFailure() {
        return Optional.ofNullable(lastFailure);
    }

    public Optional<Instant> settledAt() {
        return Optional.ofNullable(settledAt);
    }
}
