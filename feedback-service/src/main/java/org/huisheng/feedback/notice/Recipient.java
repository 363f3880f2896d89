package org.huisheng.feedback.notice;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.huisheng.kit.problem.DomainException.Outdated;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** Somebody who is told. */
@Entity
class Recipient {

    @Id
    private UUID id;

    @Version
    private long version;

    @Embedded
    private Reach reach;

    private String changedBy;
    private Instant changedAt;

    @NullUnmarked
    protected Recipient() {}

    Recipient(UUID id, Reach reach, String by, Instant now) {
        this.id = id;
        change(reach, by, now);
    }

    final void change(Reach other, String by, Instant now) {
        reach = other;
        changedBy = by;
        changedAt = now.truncatedTo(ChronoUnit.MICROS);
    }

    void verify(@Nullable Long expected) {
        if (expected != null && expected != version) {
            throw new Outdated();
        }
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    Reach reach() {
        return reach;
    }

    String changedBy() {
        return changedBy;
    }

    Instant changedAt() {
        return changedAt;
    }
}
