package org.huisheng.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What feedback-service tells the others of training: counts of people, never who they are. */
public sealed interface LectureEvent extends IntegrationEvent {

    /** Whom a lecture is for; the plan of a year has a part for each. */
    enum LectureLevel {
        LEADERS,
        TEAMS,
        YOUNG_STAFF
    }

    /**
     * Those of one department who came.
     *
     * @param newlyCovered how many of them had been to no lecture of this level in this year
     */
    record Attendance(String department, int people, int newlyCovered) {}

    /** How many more, or fewer, people of a department the plan has to reach than it had before. */
    record HeadCount(String department, int added) {}

    /**
     * A lecture is over and who came is counted, for good.
     *
     * @param department the one that held it
     * @param startedAt when it was, and in which month it counts
     */
    record LectureHeld(
            UUID lectureId,
            String department,
            LectureLevel level,
            Instant startedAt,
            List<Attendance> attendance,
            Instant occurredAt)
            implements LectureEvent {

        @Override
        public String aggregateId() {
            return lectureId.toString();
        }
    }

    /** The plan of a year was adopted, or changed since. All of its changes add up to what it says. */
    record LecturePlanChanged(UUID planId, int year, List<HeadCount> changes, Instant occurredAt)
            implements LectureEvent {

        @Override
        public String aggregateId() {
            return planId.toString();
        }
    }

    /**
     * Two months are over, and with them whether a department held a lecture in them. Decided once.
     *
     * @param month the second of them
     * @param people how many the plan has to reach there
     */
    record LectureDutySettled(
            UUID planId, String department, String month, boolean held, int people, Instant occurredAt)
            implements LectureEvent {

        @Override
        public String aggregateId() {
            return planId.toString();
        }
    }
}
