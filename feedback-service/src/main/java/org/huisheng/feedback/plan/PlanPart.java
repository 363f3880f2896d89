package org.huisheng.feedback.plan;

import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.util.Arrays;
import java.util.UUID;
import org.huisheng.kit.problem.DomainException.Conflict;
import org.huisheng.kit.problem.DomainException.Outdated;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** What clients make under an id of their choice, so that a retry finds it, and change by version. */
@MappedSuperclass
abstract class PlanPart {

    @Id
    private UUID id;

    @Version
    private long version;

    private byte[] contentDigest;

    @NullUnmarked
    protected PlanPart() {}

    PlanPart(UUID id, byte[] contentDigest) {
        this.id = id;
        this.contentDigest = contentDigest;
    }

    /** @throws Conflict unless it was made of this */
    void requireMadeOf(byte[] digest) {
        if (!Arrays.equals(contentDigest, digest)) {
            throw new Conflict("plan-part-differs", id);
        }
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
}
