package org.huisheng.feedback.lectureplan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;
import org.huisheng.events.LectureEvent.LectureLevel;

/** How far a year's plan is: whom lectures have reached. */
@ApplicationScoped
class MeasureReach {

    private static final String REACHED = """
            SELECT lecture_attendance.department, level, sum(people) AS people, sum(newly_covered) AS covered
            FROM lecture JOIN lecture_attendance ON lecture_attendance.lecture = lecture.id
            WHERE status = 'HELD' AND starts_at >= ?1 AND starts_at < ?2
            GROUP BY lecture_attendance.department, level
            """;

    private final EntityManager entities;
    private final LecturePlans plans;

    MeasureReach(EntityManager entities, LecturePlans plans) {
        this.entities = entities;
        this.plans = plans;
    }

    /** @param due as the plan says @param covered of these, at least once @param attended each as often as they came */
    record LectureReach(String department, LectureLevel level, int due, int covered, int attended) {}

    private record Place(String department, LectureLevel level) {}

    /** Of departments the plan does not name, too, if anybody has come from there. */
    @Transactional
    List<LectureReach> of(int year) {
        var due = new HashMap<Place, Integer>();
        plans.of(year)
                .ifPresent(plan -> plan.terms()
                        .quotas()
                        .forEach(quota -> due.put(new Place(quota.department(), quota.level()), quota.people())));
        var reached = new ArrayList<LectureReach>();
        Stream<?> rows = entities.createNativeQuery(REACHED, Tuple.class)
                .setParameter(1, utc(new Window(year, 1).begin()))
                .setParameter(2, utc(new Window(year, Window.LAST).end()))
                .getResultStream();
        rows.map(Tuple.class::cast).forEach(row -> {
            var place = new Place(row.get(0, String.class), LectureLevel.valueOf(row.get(1, String.class)));
            var planned = due.remove(place);
            reached.add(new LectureReach(
                    place.department,
                    place.level,
                    planned == null ? 0 : planned,
                    row.get(3, Number.class).intValue(),
                    row.get(2, Number.class).intValue()));
        });
        due.forEach((place, people) -> reached.add(new LectureReach(place.department, place.level, people, 0, 0)));
        reached.sort(Comparator.comparing(LectureReach::department).thenComparing(LectureReach::level));
        return reached;
    }

    private static OffsetDateTime utc(Instant when) {
        return OffsetDateTime.ofInstant(when, ZoneOffset.UTC);
    }
}
