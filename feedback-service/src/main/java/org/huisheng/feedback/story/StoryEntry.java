package org.huisheng.feedback.story;

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

/** A line of a story's history, written once. */
@Entity
@Immutable
class StoryEntry {

    @Id
    private UUID id;

    private UUID story;

    @Column(name = "at")
    private Instant happenedAt;

    private String actor;

    @Enumerated(EnumType.STRING)
    private StoryStep step;

    private @Nullable String words;

    @NullUnmarked
    protected StoryEntry() {}

    StoryEntry(UUID story, Instant at, String actor, StoryStep step, @Nullable String words) {
        this.id = Uuid7.at(at);
        this.story = story;
        this.happenedAt = at.truncatedTo(ChronoUnit.MICROS);
        this.actor = actor;
        this.step = step;
        this.words = words;
    }

    UUID id() {
        return id;
    }

    UUID story() {
        return story;
    }

    Instant at() {
        return happenedAt;
    }

    String actor() {
        return actor;
    }

    StoryStep step() {
        return step;
    }

    Optional<String> words() {
        return Optional.ofNullable(words);
    }
}
