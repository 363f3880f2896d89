package org.huisheng.feedback.project;

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

/** A line of a project's history, written once. */
@Entity
@Immutable
class ProjectEntry {

    @Id
    private UUID id;

    private UUID project;

    @Column(name = "at")
    private Instant happenedAt;

    private String actor;

    @Enumerated(EnumType.STRING)
    private ProjectStep step;

    private @Nullable String words;

    @NullUnmarked
    protected ProjectEntry() {}

    ProjectEntry(UUID project, Instant at, String actor, ProjectStep step, @Nullable String words) {
        this.id = Uuid7.at(at);
        this.project = project;
        this.happenedAt = at.truncatedTo(ChronoUnit.MICROS);
        this.actor = actor;
        this.step = step;
        this.words = words;
    }

    UUID id() {
        return id;
    }

    UUID project() {
        return project;
    }

    Instant at() {
        return happenedAt;
    }

    String actor() {
        return actor;
    }

    ProjectStep step() {
        return step;
    }

    Optional<String> words() {
        return Optional.ofNullable(words);
    }
}
