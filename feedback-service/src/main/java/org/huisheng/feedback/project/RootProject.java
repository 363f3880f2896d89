package org.huisheng.feedback.project;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.huisheng.events.ProjectEvent.ReachedStage;
import org.huisheng.events.ProjectEvent.RootProjectStaged;
import org.huisheng.kit.problem.DomainException.Conflict;
import org.huisheng.kit.problem.DomainException.NotAllowed;
import org.huisheng.kit.problem.DomainException.Outdated;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/**
 * A root-planting project. What it sets out to do may be changed until somebody else has approved it, and stays as it is
 * then; what comes of it is added while it runs, and stays as it is once it is evaluated.
 */
@Entity
class RootProject {

    static final int MOST_PARTIES = 20;
    static final int MOST_ACTIONS = 100;
    static final int MOST_MILESTONES = 30;
    static final int MOST_EFFECTS = 30;

    private static final int AT_ONCE = 50;

    @Id
    private UUID id;

    @Version
    private long version;

    private byte[] contentDigest;
    private int year;
    private int number;
    private String name;
    private String department;
    private String problem;
    private String goal;
    private LocalDate beginsOn;
    private LocalDate endsOn;
    private BigDecimal budget;

    @Enumerated(EnumType.STRING)
    private ProjectStage stage;

    private String[] authors;
    private Instant createdAt;
    private Instant updatedAt;
    private @Nullable String approvedBy;
    private @Nullable Instant approvedAt;
    private @Nullable String conclusion;
    private @Nullable String evaluatedBy;
    private @Nullable Instant evaluatedAt;
    private int files;
    private @Nullable String closedBy;
    private @Nullable Instant closedAt;

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SELECT)
    @BatchSize(size = AT_ONCE)
    @CollectionTable(name = "root_project_party", joinColumns = @JoinColumn(name = "project"))
    @OrderColumn(name = "number")
    private List<Party> parties = new ArrayList<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SELECT)
    @BatchSize(size = AT_ONCE)
    @CollectionTable(name = "root_project_action", joinColumns = @JoinColumn(name = "project"))
    @OrderColumn(name = "number")
    private List<AgreedAction> actions = new ArrayList<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SELECT)
    @BatchSize(size = AT_ONCE)
    @CollectionTable(name = "root_project_milestone", joinColumns = @JoinColumn(name = "project"))
    @OrderColumn(name = "number")
    private List<Stop> milestones = new ArrayList<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SELECT)
    @BatchSize(size = AT_ONCE)
    @CollectionTable(name = "root_project_effect", joinColumns = @JoinColumn(name = "project"))
    @OrderColumn(name = "number")
    private List<Effect> effects = new ArrayList<>();

    @NullUnmarked
    protected RootProject() {}

    RootProject(UUID id, int number, Initiation initiation, String author, Instant now) {
        this.id = id;
        this.contentDigest = initiation.digest();
        this.year = initiation.year();
        this.number = number;
        this.stage = ProjectStage.INITIATED;
        this.authors = new String[] {author};
        this.createdAt = now.truncatedTo(ChronoUnit.MICROS);
        this.updatedAt = createdAt;
        write(initiation, now);
    }

    /** @throws Conflict unless it was made of this */
    void requireMadeOf(Initiation initiation) {
        if (!Arrays.equals(contentDigest, initiation.digest())) {
            throw new Conflict("root-project-differs", id);
        }
    }

    void verify(@Nullable Long expected) {
        if (expected != null && expected != version) {
            throw new Outdated();
        }
    }

    /** Whoever changes a word is an author of it. */
    void revise(Initiation initiation, String author, Instant now) {
        if (stage != ProjectStage.INITIATED) {
            throw new Conflict("root-project-approved", id);
        }
        if (!authors().contains(author)) {
            authors = Arrays.copyOf(authors, authors.length + 1);
            authors[authors.length - 1] = author;
        }
        write(initiation, now);
    }

    private void write(Initiation initiation, Instant now) {
        name = initiation.name();
        department = initiation.department();
        problem = initiation.problem();
        goal = initiation.goal();
        beginsOn = initiation.beginsOn();
        endsOn = initiation.endsOn();
        budget = initiation.budget();
        replace(parties, initiation.parties());
        replace(actions, initiation.actions());
        replace(milestones, initiation.milestones());
        replace(effects, initiation.effects());
        touch(now);
    }

    private static <T> void replace(List<T> old, List<T> present) {
        old.clear();
        old.addAll(present);
    }

    /** What has to be there before money is spent and others are relied on. */
    void approve(String approver, Instant now) {
        become(ProjectStage.RUNNING);
        if (authors().contains(approver)) {
            throw new NotAllowed("own-root-project");
        }
        if (!Initiation.isShared(parties, actions)) {
            throw new Conflict("root-project-not-shared", Initiation.FEWEST_PARTIES);
        }
        var covered = Initiation.covered(parties);
        if (covered.compareTo(budget) != 0) {
            throw new Conflict("root-project-not-covered", covered.toPlainString(), budget.toPlainString());
        }
        if (effects.isEmpty()) {
            throw new Conflict("root-project-without-indicator", id);
        }
        approvedBy = approver;
        approvedAt = now.truncatedTo(ChronoUnit.MICROS);
        touch(now);
    }

    void reach(int place, LocalDate day, Instant now) {
        requireRunning();
        milestones.set(place, milestones.get(place).reached(day));
        touch(now);
    }

    void act(int place, LocalDate day, Instant now) {
        requireRunning();
        actions.set(place, actions.get(place).done(day));
        touch(now);
    }

    void measure(int place, BigDecimal value, Instant now) {
        requireRunning();
        effects.set(place, effects.get(place).measured(value));
        touch(now);
    }

    RootProjectStaged evaluate(String result, String by, Instant now) {
        become(ProjectStage.EVALUATED);
        if (effects.stream().anyMatch(effect -> effect.valueAfter() == null)) {
            throw new Conflict("root-project-not-measured", id);
        }
        conclusion = result;
        evaluatedBy = by;
        evaluatedAt = now.truncatedTo(ChronoUnit.MICROS);
        touch(now);
        return staged(ReachedStage.EVALUATED, now);
    }

    void filed(Instant now) {
        if (stage == ProjectStage.CLOSED) {
            throw new Conflict("root-project-closed", id);
        }
        files++;
        touch(now);
    }

    RootProjectStaged close(String by, Instant now) {
        become(ProjectStage.CLOSED);
        if (files == 0) {
            throw new Conflict("root-project-without-evidence", id);
        }
        closedBy = by;
        closedAt = now.truncatedTo(ChronoUnit.MICROS);
        touch(now);
        return staged(ReachedStage.CLOSED, now);
    }

    private RootProjectStaged staged(ReachedStage reached, Instant now) {
        var moved = effects.stream()
                .filter(effect -> Boolean.TRUE.equals(effect.moved()))
                .count();
        return new RootProjectStaged(
                id, department, reached, effects.size(), (int) moved, now.truncatedTo(ChronoUnit.MICROS));
    }

    private void become(ProjectStage next) {
        if (!stage.canBecome(next)) {
            throw Conflict.transition("root-project", stage, next);
        }
        stage = next;
    }

    private void requireRunning() {
        if (stage != ProjectStage.RUNNING) {
            throw new Conflict("root-project-not-running", id);
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

    int year() {
        return year;
    }

    /** By which people call it. */
    String code() {
        return "GZ-%d-%03d".formatted(year, number);
    }

    String name() {
        return name;
    }

    String department() {
        return department;
    }

    String problem() {
        return problem;
    }

    String goal() {
        return goal;
    }

    LocalDate beginsOn() {
        return beginsOn;
    }

    LocalDate endsOn() {
        return endsOn;
    }

    BigDecimal budget() {
        return budget;
    }

    ProjectStage stage() {
        return stage;
    }

    List<String> authors() {
        return List.of(authors);
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }

    Optional<String> approvedBy() {
        return Optional.ofNullable(approvedBy);
    }

    Optional<Instant> approvedAt() {
        return Optional.ofNullable(approvedAt);
    }

    Optional<String> conclusion() {
        return Optional.ofNullable(conclusion);
    }

    Optional<String> evaluatedBy() {
        return Optional.ofNullable(evaluatedBy);
    }

    Optional<Instant> evaluatedAt() {
        return Optional.ofNullable(evaluatedAt);
    }

    int files() {
        return files;
    }

    Optional<String> closedBy() {
        return Optional.ofNullable(closedBy);
    }

    Optional<Instant> closedAt() {
        return Optional.ofNullable(closedAt);
    }

    List<Party> parties() {
        return List.copyOf(parties);
    }

    List<AgreedAction> actions() {
        return List.copyOf(actions);
    }

    List<Stop> milestones() {
        return List.copyOf(milestones);
    }

    List<Effect> effects() {
        return List.copyOf(effects);
    }
}
