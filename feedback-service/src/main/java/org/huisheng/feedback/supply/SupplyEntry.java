package org.huisheng.feedback.supply;

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

/** A line of a report's history, written once. */
@Entity
@Immutable
class SupplyEntry {

    @Id
    private UUID id;

    private UUID report;

    @Column(name = "at")
    private Instant happenedAt;

    private String actor;

    @Enumerated(EnumType.STRING)
    private SupplyStep step;

    private @Nullable String words;

    @NullUnmarked
    protected SupplyEntry() {}

    SupplyEntry(UUID report, Instant at, String actor, SupplyStep step, @Nullable String words) {
        this.id = Uuid7.at(at);
        this.report = report;
        this.happenedAt = at.truncatedTo(ChronoUnit.MICROS);
        this.actor = actor;
        this.step = step;
        this.words = words;
    }

    UUID id() {
        return id;
    }

    UUID report() {
        return report;
    }

    Instant at() {
        return happenedAt;
    }

    String actor() {
        return actor;
    }

    SupplyStep step() {
        return step;
    }

    Optional<String> words() {
        return Optional.ofNullable(words);
    }
}
