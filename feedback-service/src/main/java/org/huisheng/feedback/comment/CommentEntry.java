package org.huisheng.feedback.comment;

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

/** A line of a comment's history, written once. */
@Entity
@Immutable
class CommentEntry {

    @Id
    private UUID id;

    private UUID comment;

    @Column(name = "at")
    private Instant happenedAt;

    private String actor;

    @Enumerated(EnumType.STRING)
    private CommentStep step;

    private @Nullable String department;
    private @Nullable String words;
    private @Nullable Instant formerDeadline;
    private @Nullable String formerDepartment;

    @NullUnmarked
    protected CommentEntry() {}

    CommentEntry(
            UUID comment,
            Instant at,
            String actor,
            CommentStep step,
            @Nullable String department,
            @Nullable String words) {
        this.id = Uuid7.at(at);
        this.comment = comment;
        this.happenedAt = at.truncatedTo(ChronoUnit.MICROS);
        this.actor = actor;
        this.step = step;
        this.department = department;
        this.words = words;
    }

    /** Of a deadline that was moved: what it was. */
    CommentEntry formerly(@Nullable Instant deadline) {
        formerDeadline = deadline;
        return this;
    }

    /** Of a lead that was replaced: who led. */
    CommentEntry formerlyLedBy(String lead) {
        formerDepartment = lead;
        return this;
    }

    Optional<String> formerDepartment() {
        return Optional.ofNullable(formerDepartment);
    }

    Optional<Instant> formerDeadline() {
        return Optional.ofNullable(formerDeadline);
    }

    UUID comment() {
        return comment;
    }

    Instant at() {
        return happenedAt;
    }

    String actor() {
        return actor;
    }

    CommentStep step() {
        return step;
    }

    Optional<String> department() {
        return Optional.ofNullable(department);
    }

    Optional<String> words() {
        return Optional.ofNullable(words);
    }
}
