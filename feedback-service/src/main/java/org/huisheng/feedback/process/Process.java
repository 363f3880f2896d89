package org.huisheng.feedback.process;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.annotations.BatchSize;
import org.huisheng.kit.problem.DomainException.Conflict;
import org.huisheng.kit.problem.DomainException.Outdated;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/**
 * A process of the company. Neither it nor a step of it is ever deleted: cases, records of duties and elements name them. They
 * are given up, and can be taken up again under their code.
 */
@Entity
public class Process {

    private static final int TOGETHER = 100;

    @Id
    private String code;

    @Version
    private long version;

    @Embedded
    private ProcessProfile profile;

    @ElementCollection
    @BatchSize(size = TOGETHER)
    @CollectionTable(name = "process_step", joinColumns = @JoinColumn(name = "process"))
    @MapKeyColumn(name = "code")
    private Map<String, StepPlace> steps = new HashMap<>();

    @ElementCollection
    @BatchSize(size = TOGETHER)
    @CollectionTable(name = "process_duty", joinColumns = @JoinColumn(name = "process"))
    @OrderColumn(name = "number")
    private List<PostDuty> duties = new ArrayList<>();

    @ElementCollection
    @BatchSize(size = TOGETHER)
    @CollectionTable(name = "process_standard", joinColumns = @JoinColumn(name = "process"))
    @OrderColumn(name = "number")
    private List<Provision> standards = new ArrayList<>();

    @ElementCollection
    @BatchSize(size = TOGETHER)
    @CollectionTable(name = "process_institution", joinColumns = @JoinColumn(name = "process"))
    @OrderColumn(name = "number")
    private List<Provision> institutions = new ArrayList<>();

    @ElementCollection
    @BatchSize(size = TOGETHER)
    @CollectionTable(name = "process_performance", joinColumns = @JoinColumn(name = "process"))
    @OrderColumn(name = "number")
    private List<Provision> performance = new ArrayList<>();

    @NullUnmarked
    protected Process() {}

    public Process(String code, ProcessTerms terms) {
        this.code = code;
        this.profile = terms.profile();
        fill(terms);
    }

    public void become(ProcessTerms next) {
        profile = next.profile();
        fill(next);
    }

    private void fill(ProcessTerms terms) {
        place(terms.steps());
        replace(duties, terms.duties());
        replace(standards, terms.standards());
        replace(institutions, terms.institutions());
        replace(performance, terms.performance());
    }

    private void place(List<Step> wanted) {
        var next = new HashMap<String, StepPlace>();
        steps.forEach((step, place) -> next.put(step, place.givenUp()));
        for (var i = 0; i < wanted.size(); i++) {
            next.put(wanted.get(i).code(), StepPlace.at(i + 1, wanted.get(i)));
        }
        // What is put anew is written anew, and makes a version.
        next.forEach((step, place) -> {
            if (!place.equals(steps.get(step))) {
                steps.put(step, place);
            }
        });
        if (steps.size() > Step.MOST_EVER) {
            throw new Conflict("too-many-steps", Step.MOST_EVER);
        }
    }

    private static <T> void replace(List<T> kept, List<T> wanted) {
        if (!kept.equals(wanted)) {
            kept.clear();
            kept.addAll(wanted);
        }
    }

    void verify(@Nullable Long expected) {
        if (expected != null && expected != version) {
            throw new Outdated();
        }
    }

    public String code() {
        return code;
    }

    long version() {
        return version;
    }

    public ProcessProfile profile() {
        return profile;
    }

    /** Empty of one it never had, or has given up. */
    public Optional<Step> step(String wanted) {
        return Optional.ofNullable(steps.get(wanted)).filter(StepPlace::isTaken).map(place -> place.as(wanted));
    }

    public ProcessTerms terms() {
        return new ProcessTerms(profile, steps(true), duties, standards, institutions, performance);
    }

    List<Step> formerSteps() {
        return steps(false);
    }

    private List<Step> steps(boolean taken) {
        return steps.entrySet().stream()
                .filter(entry -> entry.getValue().isTaken() == taken)
                .sorted(Comparator.comparingInt((Map.Entry<String, StepPlace> entry) ->
                                entry.getValue().order())
                        .thenComparing(Map.Entry::getKey))
                .map(entry -> entry.getValue().as(entry.getKey()))
                .toList();
    }
}
