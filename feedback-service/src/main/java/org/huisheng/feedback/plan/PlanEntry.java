package org.huisheng.feedback.plan;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.huisheng.kit.platform.Uuid7;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** A line of a task's history, written once. */
@Entity
@Immutable
class PlanEntry {

    @Id
    private UUID id;

    private UUID task;

    @Column(name = "at")
    private Instant happenedAt;

    private String actor;

    @Enumerated(EnumType.STRING)
    private PlanStep step;

    private @Nullable String words;

    @NullUnmarked
    protected PlanEntry() {}

    PlanEntry(UUID task, Instant at, String actor, PlanStep step, @Nullable String words) {
        this.id = Uuid7.at(at);
        this.task = task;
        this.happenedAt = at.truncatedTo(ChronoUnit.MICROS);
        this.actor = actor;
        this.step = step;
        this.words = words;
    }

    UUID id() {
        return id;
    }

    UUID task() {
        return task;
    }

    Instant at() {
        return happenedAt;
    }

    String actor() {
        return actor;
    }

    PlanStep step() {
        return step;
    }

    Optional<String> words() {
        return Optional.ofNullable(words);
    }
}
