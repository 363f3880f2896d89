package org.huisheng.feedback.lectureplan;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.huisheng.events.LectureEvent.HeadCount;
import org.huisheng.events.LectureEvent.LecturePlanChanged;
import org.huisheng.kit.problem.DomainException.Conflict;
import org.huisheng.kit.problem.DomainException.Outdated;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** The plan of a year. A draft is nobody's duty; adopted, all that it says and every change of it counts. */
@Entity
class LecturePlan {

    static final int MOST_TOPICS = 60;
    static final int MOST_QUOTAS = 3000;

    @Id
    private UUID id;

    @Version
    private long version;

    private int year;
    private int firstWindow;
    private Instant createdAt;
    private Instant updatedAt;
    private @Nullable Instant adoptedAt;

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SELECT)
    @CollectionTable(name = "lecture_plan_topic", joinColumns = @JoinColumn(name = "plan"))
    @OrderColumn(name = "number")
    private List<LectureTopic> topics = new ArrayList<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SELECT)
    @CollectionTable(name = "lecture_plan_quota", joinColumns = @JoinColumn(name = "plan"))
    private Set<Quota> quotas = new HashSet<>();

    @NullUnmarked
    protected LecturePlan() {}

    LecturePlan(UUID id, int year, LecturePlanTerms terms, Instant now) {
        this.id = id;
        this.year = year;
        this.createdAt = now.truncatedTo(ChronoUnit.MICROS);
        write(terms, now);
    }

    void verify(@Nullable Long expected) {
        if (expected != null && expected != version) {
            throw new Outdated();
        }
    }

    /** @return what others hear of it, if it is adopted and any department has another number of people now */
    Optional<LecturePlanChanged> revise(LecturePlanTerms terms, Instant now) {
        if (adoptedAt != null && terms.firstWindow() != firstWindow) {
            throw new Conflict("lecture-plan-adopted");
        }
        var before = terms().peopleByDepartment();
        write(terms, now);
        return adoptedAt == null ? Optional.empty() : change(before, now);
    }

    private void write(LecturePlanTerms terms, Instant now) {
        firstWindow = terms.firstWindow();
        topics.clear();
        topics.addAll(terms.topics());
        quotas.retainAll(terms.quotas());
        quotas.addAll(terms.quotas());
        updatedAt = now.truncatedTo(ChronoUnit.MICROS);
    }

    /** @return what others hear of it */
    Optional<LecturePlanChanged> adopt(Instant now) {
        if (adoptedAt != null) {
            throw new Conflict("lecture-plan-adopted");
        }
        if (quotas.isEmpty()) {
            throw new Conflict("lecture-plan-of-nobody");
        }
        adoptedAt = now.truncatedTo(ChronoUnit.MICROS);
        updatedAt = adoptedAt;
        return change(Map.of(), now);
    }

    private Optional<LecturePlanChanged> change(Map<String, Integer> before, Instant now) {
        var after = terms().peopleByDepartment();
        var departments = new TreeSet<>(before.keySet());
        departments.addAll(after.keySet());
        var changes = departments.stream()
                .map(code -> new HeadCount(code, after.getOrDefault(code, 0) - before.getOrDefault(code, 0)))
                .filter(change -> change.added() != 0)
                .toList();
        return changes.isEmpty()
                ? Optional.empty()
                : Optional.of(new LecturePlanChanged(id, year, changes, now.truncatedTo(ChronoUnit.MICROS)));
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

    LecturePlanTerms terms() {
        return new LecturePlanTerms(firstWindow, List.copyOf(topics), Set.copyOf(quotas));
    }

    Instant updatedAt() {
        return updatedAt;
    }

    Instant createdAt() {
        return createdAt;
    }

    Optional<Instant> adoptedAt() {
        return Optional.ofNullable(adoptedAt);
    }
}
