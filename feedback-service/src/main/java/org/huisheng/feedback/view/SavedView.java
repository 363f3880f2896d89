package org.huisheng.feedback.view;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.NullUnmarked;

/** A list somebody wants to see again. */
@Entity
@Immutable
class SavedView {

    @Id
    private UUID id;

    private String owner;
    private String name;
    private boolean shared;

    @Embedded
    private Filters filters;

    private Instant savedAt;

    @NullUnmarked
    protected SavedView() {}

    SavedView(UUID id, String owner, String name, boolean shared, Filters filters, Instant now) {
        this.id = id;
        this.owner = owner;
        this.name = name;
        this.shared = shared;
        this.filters = filters;
        this.savedAt = now.truncatedTo(ChronoUnit.MICROS);
    }

    UUID id() {
        return id;
    }

    String owner() {
        return owner;
    }

    String name() {
        return name;
    }

    boolean shared() {
        return shared;
    }

    Filters filters() {
        return filters;
    }

    Instant savedAt() {
        return savedAt;
    }
}
