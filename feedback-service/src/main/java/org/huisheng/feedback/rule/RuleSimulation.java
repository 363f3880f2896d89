package org.huisheng.feedback.rule;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.huisheng.events.MatchEvent.Refused;
import org.huisheng.events.RuleEvent.ConditionRefusal;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** Somebody tries a version of a rule out; survey-service says what came of it. */
@Entity
@Table(name = "rule_simulation")
class RuleSimulation {

    enum State {
        PENDING,
        DONE,
        /** The condition cannot be evaluated. */
        REFUSED
    }

    @Id
    private UUID id;

    private UUID ruleId;
    private int ruleVersion;
    private String requestedBy;
    private Instant requestedAt;
    private @Nullable Instant finishedAt;

    @Enumerated(EnumType.STRING)
    private @Nullable ConditionRefusal refusal;

    private @Nullable Integer refusedAt;

    /** As it was told, in JSON. */
    private @Nullable String tally;

    @NullUnmarked
    protected RuleSimulation() {}

    RuleSimulation(UUID id, Rule rule, String actor, Instant now) {
        this.id = id;
        this.ruleId = rule.id();
        this.ruleVersion = rule.version();
        this.requestedBy = actor;
        this.requestedAt = now.truncatedTo(ChronoUnit.MICROS);
    }

    /** The first answer counts; a redelivered one says the same. */
    void finish(@Nullable Refused refused, @Nullable String counted, Instant at) {
        if (finishedAt == null) {
            finishedAt = at.truncatedTo(ChronoUnit.MICROS);
            tally = counted;
            refusal = refused == null ? null : refused.reason();
            refusedAt = refused == null ? null : refused.position();
        }
    }

    State state() {
        return finishedAt == null ? State.PENDING : refusal == null ? State.DONE : State.REFUSED;
    }

    Optional<Refused> refused() {
        return refusal == null || refusedAt == null ? Optional.empty() : Optional.of(new Refused(refusal, refusedAt));
    }

    UUID id() {
        return id;
    }

    UUID ruleId() {
        return ruleId;
    }

    int ruleVersion() {
        return ruleVersion;
    }

    String requestedBy() {
        return requestedBy;
    }

    Instant requestedAt() {
        return requestedAt;
    }

    @Nullable
    Instant finishedAt() {
        return finishedAt;
    }

    Optional<String> tally() {
        return Optional.ofNullable(tally);
    }
}
