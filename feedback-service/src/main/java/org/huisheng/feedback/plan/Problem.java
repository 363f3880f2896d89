package org.huisheng.feedback.plan;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;
import org.huisheng.feedback.intake.FieldDigest;
import org.huisheng.kit.problem.DomainException.Conflict;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** What a self-check found, with the cases and figures that show it. Several may be parts of one large problem. */
@Entity
@Table(name = "plan_problem")
class Problem extends PlanPart {

    static final int MOST = 100;
    static final int MOST_CASES = 200;
    static final int MOST_FIGURES = 20;

    private UUID plan;
    private int number;
    private @Nullable UUID parent;
    private String dimension;
    private String title;
    private @Nullable String detail;

    @ElementCollection(fetch = FetchType.EAGER)
    @BatchSize(size = MOST)
    @CollectionTable(name = "plan_problem_case", joinColumns = @JoinColumn(name = "problem"))
    @Column(name = "case_id")
    private Set<UUID> cases = new HashSet<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @BatchSize(size = MOST)
    @CollectionTable(name = "plan_problem_figure", joinColumns = @JoinColumn(name = "problem"))
    private Set<Figure> figures = new HashSet<>();

    @NullUnmarked
    protected Problem() {}

    /** @param parent the large problem this is a part of */
    record Finding(
            @Nullable UUID parent,
            String dimension,
            String title,
            @Nullable String detail,
            Set<Figure> figures) {

        byte[] digest() {
            return FieldDigest.of(parent, dimension, title, detail, sorted(figures));
        }
    }

    Problem(UUID id, UUID plan, int number, Finding found) {
        super(id, found.digest());
        this.plan = plan;
        this.number = number;
        revise(found);
    }

    final void revise(Finding found) {
        parent = found.parent();
        dimension = found.dimension();
        title = found.title();
        detail = found.detail();
        figures.retainAll(found.figures());
        figures.addAll(found.figures());
    }

    void link(UUID caseId) {
        if (cases.size() >= MOST_CASES && !cases.contains(caseId)) {
            throw new Conflict("too-many-linked-cases", MOST_CASES);
        }
        cases.add(caseId);
    }

    void unlink(UUID caseId) {
        cases.remove(caseId);
    }

    private static List<Figure> sorted(Set<Figure> figures) {
        return figures.stream().sorted(Comparator.comparing(Figure::toString)).toList();
    }

    UUID plan() {
        return plan;
    }

    int number() {
        return number;
    }

    Optional<UUID> parent() {
        return Optional.ofNullable(parent);
    }

    String dimension() {
        return dimension;
    }

    String title() {
        return title;
    }

    Optional<String> detail() {
        return Optional.ofNullable(detail);
    }

    List<UUID> cases() {
        return cases.stream().sorted().toList();
    }

    List<Figure> figures() {
        return sorted(figures);
    }
}
