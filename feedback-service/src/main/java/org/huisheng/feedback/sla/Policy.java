package org.huisheng.feedback.sla;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.huisheng.events.FeedbackEvent.ClockKind;
import org.huisheng.events.FeedbackEvent.Severity;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** How long something may take for which cases. A change is another revision; clocks know which they were set by. */
@Entity
@Table(name = "sla_policy")
@IdClass(Policy.Key.class)
class Policy {

    record Key(UUID id, int revision) {}

    /** For which cases a policy is; null is all. */
    record Scope(
            ClockKind clock,
            @Nullable String category,
            @Nullable Severity severity) {

        boolean includes(String other, Severity how) {
            return (severity == null || severity == how)
                    && (category == null || other.equals(category) || other.startsWith(category + "."));
        }

        /** The longest category counts first, then a named severity. */
        int precision() {
            return (category == null ? 0 : 2 * (category.length() + 1)) + (severity == null ? 0 : 1);
        }
    }

    record Terms(String calendar, long minutes, Ladder ladder) {}

    @Id
    private UUID id;

    @Id
    private int revision;

    @Enumerated(EnumType.STRING)
    private ClockKind clock;

    private @Nullable String category;

    @Enumerated(EnumType.STRING)
    private @Nullable Severity severity;

    private String calendar;
    private long minutes;
    private String ladder;
    private String changedBy;
    private Instant changedAt;
    private @Nullable Instant supersededAt;

    @NullUnmarked
    protected Policy() {}

    Policy(UUID id, int revision, Scope scope, Terms terms, String actor, Instant now) {
        this.id = id;
        this.revision = revision;
        this.clock = scope.clock;
        this.category = scope.category;
        this.severity = scope.severity;
        this.calendar = terms.calendar;
        this.minutes = terms.minutes;
        this.ladder = terms.ladder.text();
        this.changedBy = actor;
        this.changedAt = now;
    }

    Policy revised(Terms terms, String actor, Instant now) {
        return new Policy(id, revision + 1, scope(), terms, actor, now);
    }

    void supersede(Instant now) {
        supersededAt = now;
    }

    UUID id() {
        return id;
    }

    int revision() {
        return revision;
    }

    Scope scope() {
        return new Scope(clock, category, severity);
    }

    Terms terms() {
        return new Terms(calendar, minutes, Ladder.parse(ladder));
    }

    Duration total() {
        return Duration.ofMinutes(minutes);
    }

    String changedBy() {
        return changedBy;
    }

    Instant changedAt() {
        return changedAt;
    }

    Optional<Instant> supersededAt() {
        return Optional.ofNullable(supersededAt);
    }
}
