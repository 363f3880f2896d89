package org.huisheng.feedback.plan;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.huisheng.feedback.intake.FieldDigest;
import org.huisheng.kit.problem.DomainException.Conflict;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** What is to be done about a problem, and which figure should move when it is. Its tasks do it. */
@Entity
@Table(name = "plan_action")
class Action extends PlanPart {

    static final int MOST = 200;

    private UUID plan;
    private UUID problem;
    private int number;
    private String title;

    @Embedded
    @AttributeOverride(name = "department", column = @Column(name = "figure_department"))
    @AttributeOverride(name = "indicator", column = @Column(name = "figure_indicator"))
    @AttributeOverride(name = "period", column = @Column(name = "figure_period"))
    private @Nullable Figure figure;

    @Enumerated(EnumType.STRING)
    private ActionStatus status;

    private @Nullable String conclusion;
    private @Nullable String closedBy;
    private @Nullable Instant closedAt;

    @NullUnmarked
    protected Action() {}

    /** @param figure with the period it is compared with */
    record Measure(UUID problem, String title, @Nullable Figure figure) {

        byte[] digest() {
            return FieldDigest.of(problem, title, figure);
        }
    }

    Action(UUID id, UUID plan, int number, Measure measure) {
        super(id, measure.digest());
        this.plan = plan;
        this.problem = measure.problem();
        this.number = number;
        this.title = measure.title();
        this.figure = measure.figure();
        this.status = ActionStatus.OPEN;
    }

    void revise(Measure measure) {
        requireOpen();
        problem = measure.problem();
        title = measure.title();
        figure = measure.figure();
    }

    void requireOpen() {
        if (status != ActionStatus.OPEN) {
            throw new Conflict("plan-action-closed", id());
        }
    }

    void close(String result, String by, Instant now) {
        requireOpen();
        status = ActionStatus.CLOSED;
        conclusion = result;
        closedBy = by;
        closedAt = now.truncatedTo(ChronoUnit.MICROS);
    }

    UUID plan() {
        return plan;
    }

    UUID problem() {
        return problem;
    }

    int number() {
        return number;
    }

    String title() {
        return title;
    }

    Optional<Figure> figure() {
        return Optional.ofNullable(figure);
    }

    ActionStatus status() {
        return status;
    }

    Optional<String> conclusion() {
        return Optional.ofNullable(conclusion);
    }

    Optional<String> closedBy() {
        return Optional.ofNullable(closedBy);
    }

    Optional<Instant> closedAt() {
        return Optional.ofNullable(closedAt);
    }
}
