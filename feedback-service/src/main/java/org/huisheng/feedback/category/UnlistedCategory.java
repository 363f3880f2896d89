package org.huisheng.feedback.category;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.NullUnmarked;

/** A code in use that nobody has listed. Read here, written by {@link Categories#used}. */
@Entity
@Immutable
class UnlistedCategory {

    @Id
    private String code;

    private UUID firstCase;
    private Instant firstUsed;

    @NullUnmarked
    protected UnlistedCategory() {}

    String code() {
        return code;
    }

    UUID firstCase() {
        return firstCase;
    }

    Instant firstUsed() {
        return firstUsed;
    }
}
