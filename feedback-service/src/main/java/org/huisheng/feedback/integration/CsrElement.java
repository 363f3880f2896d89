package org.huisheng.feedback.integration;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.huisheng.feedback.intake.FieldDigest;
import org.huisheng.feedback.integration.CsrStaging.Proof;
import org.huisheng.kit.problem.DomainException.Conflict;
import org.huisheng.kit.problem.DomainException.Outdated;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** What social responsibility asks for in a process, or in one step of it. It goes forward one stage at a time, never back. */
@Entity
class CsrElement {

    static final int MOST_OF_A_PROCESS = 100;

    @Id
    private UUID id;

    @Version
    private long version;

    private byte[] contentDigest;
    private String process;
    private @Nullable String step;
    private String title;
    private @Nullable String detail;

    @Enumerated(EnumType.STRING)
    private CsrStage stage;

    private @Nullable String retiredBy;
    private @Nullable Instant retiredAt;
    private @Nullable String reason;
    private String createdBy;
    private Instant createdAt;
    private Instant updatedAt;

    @NullUnmarked
    protected CsrElement() {}

    /** What is asked for, and where. */
    record Asked(
            @Nullable String step, String title, @Nullable String detail) {}

    CsrElement(UUID id, String process, Asked asked, String by, Instant now) {
        this.id = id;
        this.contentDigest = digest(process, asked);
        this.process = process;
        this.step = asked.step();
        this.title = asked.title();
        this.detail = asked.detail();
        this.stage = CsrStage.PLANNED;
        this.createdBy = by;
        this.createdAt = now.truncatedTo(ChronoUnit.MICROS);
        this.updatedAt = createdAt;
    }

    private static byte[] digest(String process, Asked asked) {
        return FieldDigest.of(process, asked.step(), asked.title(), asked.detail());
    }

    boolean wasMadeOf(String where, Asked asked) {
        return Arrays.equals(contentDigest, digest(where, asked));
    }

    void verify(@Nullable Long expected) {
        if (expected != null && expected != version) {
            throw new Outdated();
        }
    }

    void revise(Asked asked, Instant now) {
        requireKept();
        step = asked.step();
        title = asked.title();
        detail = asked.detail();
        touch(now);
    }

    CsrStaging planned() {
        return new CsrStaging(id, stage, null, null, createdBy, createdAt);
    }

    CsrStaging reach(CsrStage next, Proof proof, String by, Instant now) {
        requireKept();
        if (!stage.canBecome(next)) {
            throw Conflict.transition("csr-element", stage, next);
        }
        var reached = new CsrStaging(id, next, stage, proof, by, now);
        stage = next;
        touch(now);
        return reached;
    }

    /** It is asked for no more. What it had reached was reached. */
    void retire(String why, String by, Instant now) {
        requireKept();
        reason = why;
        retiredBy = by;
        retiredAt = now.truncatedTo(ChronoUnit.MICROS);
        touch(now);
    }

    private void requireKept() {
        if (retiredAt != null) {
            throw new Conflict("csr-element-retired", id);
        }
    }

    private void touch(Instant now) {
        updatedAt = now.truncatedTo(ChronoUnit.MICROS);
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    String process() {
        return process;
    }

    Optional<String> step() {
        return Optional.ofNullable(step);
    }

    String title() {
        return title;
    }

    Optional<String> detail() {
        return Optional.ofNullable(detail);
    }

    CsrStage stage() {
        return stage;
    }

    boolean isRetired() {
        return retiredAt != null;
    }

    Optional<String> retiredBy() {
        return Optional.ofNullable(retiredBy);
    }

    Optional<Instant> retiredAt() {
        return Optional.ofNullable(retiredAt);
    }

    Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    String createdBy() {
        return createdBy;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }
}
