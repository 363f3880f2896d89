package org.huisheng.feedback.notification;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.huisheng.feedback.casework.Case;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** Something a stakeholder is to be told, until it was, or nobody needs it any more. */
@Entity
class Notification {

    private static final int LONGEST_DOUBLING = 10;

    enum State {
        PENDING,
        SENT,
        FAILED,
        DROPPED
    }

    @Id
    private UUID id;

    @Version
    private long version;

    private UUID caseId;
    private UUID about;
    private int attempt;

    @Enumerated(EnumType.STRING)
    private Channel channel;

    @Enumerated(EnumType.STRING)
    private State state;

    private int tries;
    private Instant requestedAt;

    /** Asked for by {@link Notifications#due}. */
    @SuppressWarnings("UnusedVariable")
    private Instant nextAttemptAt;

    private @Nullable Instant settledAt;
    private @Nullable String lastFailure;

    @NullUnmarked
    protected Notification() {}

    /** @param asked the case whose resolution it asks about */
    Notification(UUID id, Case matter, Case asked, Channel channel, Instant now) {
        this.id = id;
        this.caseId = matter.id();
        this.about = asked.id();
        this.attempt = asked.attempt();
        this.channel = channel;
        this.state = State.PENDING;
        this.requestedAt = now;
        this.nextAttemptAt = now;
    }

    /** Whether the question is still open: neither answered nor about an earlier resolution. */
    boolean isWorthSending(Case matter, Case asked) {
        return about.equals(asked.id()) && attempt == asked.attempt() && asked.awaitsWordOf(matter);
    }

    /** From now on it is somebody's; should they not come back, it is due again later and later. */
    void take(Instant now, Duration pause) {
        nextAttemptAt = now.plus(pause.multipliedBy(1L << Math.min(tries, LONGEST_DOUBLING)));
        tries++;
    }

    void sent(Instant now) {
        settle(State.SENT, now);
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

    UUID id() {
        return id;
    }

    UUID caseId() {
        return caseId;
    }

    int attempt() {
        return attempt;
    }

    Channel channel() {
        return channel;
    }

    State state() {
        return state;
    }

    int tries() {
        return tries;
    }

    Instant requestedAt() {
        return requestedAt;
    }

    Optional<String> lastFailure() {
        return Optional.ofNullable(lastFailure);
    }

    Optional<Instant> settledAt() {
        return Optional.ofNullable(settledAt);
    }
}
