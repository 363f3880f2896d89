package org.huisheng.feedback.lecture;

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

/** A line of a lecture's history, written once. */
@Entity
@Immutable
class LectureEntry {

    @Id
    private UUID id;

    private UUID lecture;

    @Column(name = "at")
    private Instant happenedAt;

    private String actor;

    @Enumerated(EnumType.STRING)
    private LectureStep step;

    private @Nullable String words;

    @NullUnmarked
    protected LectureEntry() {}

    LectureEntry(UUID lecture, Instant at, String actor, LectureStep step, @Nullable String words) {
        this.id = Uuid7.at(at);
        this.lecture = lecture;
        this.happenedAt = at.truncatedTo(ChronoUnit.MICROS);
        this.actor = actor;
        this.step = step;
        this.words = words;
    }

    UUID id() {
        return id;
    }

    UUID lecture() {
        return lecture;
    }

    Instant at() {
        return happenedAt;
    }

    String actor() {
        return actor;
    }

    LectureStep step() {
        return step;
    }

    Optional<String> words() {
        return Optional.ofNullable(words);
    }
}
