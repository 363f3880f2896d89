package org.huisheng.feedback.plan;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.huisheng.feedback.intake.FieldDigest;
import org.huisheng.kit.problem.DomainException.Conflict;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** A plan of a year. While it runs, problems, actions and tasks are added; closed, it stays as it is. */
@Entity
class ImprovementPlan extends PlanPart {

    private int year;
    private String title;

    @Enumerated(EnumType.STRING)
    private PlanStatus status;

    private String createdBy;
    private Instant createdAt;
    private @Nullable String closedBy;
    private @Nullable Instant closedAt;

    @NullUnmarked
    protected ImprovementPlan() {}

    ImprovementPlan(UUID id, int year, String title, String by, Instant now) {
        super(id, digest(year, title));
        this.year = year;
        this.title = title;
        this.status = PlanStatus.RUNNING;
        this.createdBy = by;
        this.createdAt = now.truncatedTo(ChronoUnit.MICROS);
    }

    static byte[] digest(int year, String title) {
        return FieldDigest.of(year, title);
    }

    void requireRunning() {
        if (status != PlanStatus.RUNNING) {
            throw new Conflict("plan-closed", id());
        }
    }

    void close(String by, Instant now) {
        requireRunning();
        status = PlanStatus.CLOSED;
        closedBy = by;
        closedAt = now.truncatedTo(ChronoUnit.MICROS);
    }

    int year() {
        return year;
    }

    String title() {
        return title;
    }

    PlanStatus status() {
        return status;
    }

    String createdBy() {
        return createdBy;
    }

    Instant createdAt() {
        return createdAt;
    }

    Optional<String> closedBy() {
        return Optional.ofNullable(closedBy);
    }

    Optional<Instant> closedAt() {
        return Optional.ofNullable(closedAt);
    }
}
