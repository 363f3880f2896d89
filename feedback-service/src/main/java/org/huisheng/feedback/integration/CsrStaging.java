package org.huisheng.feedback.integration;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** That an element reached a stage, and what shows it. Written once. */
@Entity
@Immutable
@IdClass(CsrStaging.Key.class)
class CsrStaging {

    record Key(UUID element, CsrStage stage) {}

    /** What shows it: a document, a photograph's place, minutes. */
    record Proof(String title, String reference) {}

    @Id
    private UUID element;

    @Id
    @Enumerated(EnumType.STRING)
    private CsrStage stage;

    /** Only the database asks: it lets no stage be skipped. */
    @Enumerated(EnumType.STRING)
    @SuppressWarnings("UnusedVariable")
    private @Nullable CsrStage follows;

    private @Nullable String title;
    private @Nullable String reference;
    private String actor;

    @Column(name = "at")
    private Instant reachedAt;

    @NullUnmarked
    protected CsrStaging() {}

    /** @param follows null of the first, which needs no proof */
    CsrStaging(
            UUID element,
            CsrStage stage,
            @Nullable CsrStage follows,
            @Nullable Proof proof,
            String actor,
            Instant now) {
        this.element = element;
        this.stage = stage;
        this.follows = follows;
        this.title = proof == null ? null : proof.title();
        this.reference = proof == null ? null : proof.reference();
        this.actor = actor;
        this.reachedAt = now.truncatedTo(ChronoUnit.MICROS);
    }

    UUID element() {
        return element;
    }

    CsrStage stage() {
        return stage;
    }

    Optional<Proof> proof() {
        return title == null || reference == null ? Optional.empty() : Optional.of(new Proof(title, reference));
    }

    String actor() {
        return actor;
    }

    Instant at() {
        return reachedAt;
    }
}
