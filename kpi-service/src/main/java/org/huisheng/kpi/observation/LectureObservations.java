package org.huisheng.kpi.observation;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.huisheng.events.LectureEvent;
import org.huisheng.events.LectureEvent.LectureDutySettled;
import org.huisheng.events.LectureEvent.LectureHeld;
import org.huisheng.events.LectureEvent.LecturePlanChanged;
import org.huisheng.events.Side;

/**
 * What training says, in numbers: lectures in the month they were held, people due in the January of their plan, the duty of
 * every two months in the second of them. Behind each fact stand the people it is about, and suppression asks how many
 * those are (ADR 50).
 */
final class LectureObservations {

    /** More than any company has, and few enough to be counted as sources. */
    private static final int MOST_PEOPLE = 30_000;

    private static final int MOST_DEPARTMENTS = 1000;

    private static final String DUE = "lecture.people-due";

    private LectureObservations() {}

    static List<Observation> of(UUID eventId, LectureEvent event) {
        return switch (event) {
            case LectureHeld lecture -> held(eventId, lecture);
            case LecturePlanChanged plan -> changes(eventId, plan);
            case LectureDutySettled duty -> duty(eventId, duty);
        };
    }

    /**
     * Who is newly covered is said to be due as well, with nothing: in a period that is sealed by itself the rate has people
     * of its own behind it, and not only those of January.
     */
    private static List<Observation> held(UUID eventId, LectureHeld lecture) {
        refuseTooMany(lecture.attendance().size());
        var month = Plausibility.month(lecture.startedAt());
        var facts =
                new Facts(eventId, month, lecture.occurredAt(), new Source(Source.Type.LECTURE, lecture.lectureId()));
        var people = lecture.attendance().stream()
                .mapToLong(LectureEvent.Attendance::people)
                .sum();
        Plausibility.refuseUnless(people > 0 && people <= MOST_PEOPLE, "attendance is absurd");
        facts.add("lecture.held", lecture.department(), 1, (int) people);
        for (var came : lecture.attendance()) {
            Plausibility.refuseUnless(
                    came.people() > 0 && came.newlyCovered() >= 0 && came.newlyCovered() <= came.people(),
                    "more people are covered than came");
            facts.add("lecture.attended", came.department(), came.people(), came.people());
            if (came.newlyCovered() > 0) {
                facts.add("lecture.people-covered", came.department(), came.newlyCovered(), came.newlyCovered());
                facts.add(DUE, came.department(), 0, came.newlyCovered());
            }
        }
        return facts.facts;
    }

    private static List<Observation> changes(UUID eventId, LecturePlanChanged plan) {
        refuseTooMany(plan.changes().size());
        var january = Plausibility.month("%04d-01".formatted(plan.year()));
        var facts = new Facts(eventId, january, plan.occurredAt(), new Source(Source.Type.LECTURE_PLAN, plan.planId()));
        for (var change : plan.changes()) {
            Plausibility.refuseUnless(
                    change.added() != 0 && change.added() >= -MOST_PEOPLE && change.added() <= MOST_PEOPLE,
                    "head count is absurd");
            facts.add(DUE, change.department(), change.added(), change.added());
        }
        return facts.facts;
    }

    private static List<Observation> duty(UUID eventId, LectureDutySettled duty) {
        Plausibility.refuseUnless(duty.people() >= 0 && duty.people() <= MOST_PEOPLE, "head count is absurd");
        var facts = new Facts(
                eventId,
                Plausibility.month(duty.month()),
                duty.occurredAt(),
                new Source(Source.Type.LECTURE_PLAN, duty.planId()));
        facts.add("lecture.duty-due", duty.department(), 1, duty.people());
        if (duty.held()) {
            facts.add("lecture.duty-held", duty.department(), 1, duty.people());
        }
        return facts.facts;
    }

    private static void refuseTooMany(int departments) {
        Plausibility.refuseUnless(departments <= MOST_DEPARTMENTS, "lecture is of too many departments");
    }

    /** Gathers what one event says. */
    private static final class Facts {
        private final UUID eventId;
        private final YearMonth month;
        private final Instant occurredAt;
        private final Source source;
        private final List<Observation> facts = new ArrayList<>();

        Facts(UUID eventId, YearMonth month, Instant occurredAt, Source source) {
            this.eventId = eventId;
            this.month = month;
            this.occurredAt = Plausibility.date(occurredAt);
            this.source = source;
        }

        void add(String metric, String department, int count, int people) {
            facts.add(new Observation(
                    eventId,
                    facts.size(),
                    metric,
                    Side.EMPLOYEE,
                    Plausibility.department(department),
                    month,
                    occurredAt,
                    BigDecimal.valueOf(count).setScale(Observation.DIGITS),
                    source,
                    null,
                    null,
                    null,
                    null,
                    people));
        }
    }
}
