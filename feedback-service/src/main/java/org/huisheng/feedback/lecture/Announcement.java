package org.huisheng.feedback.lecture;

import java.time.Instant;
import org.huisheng.events.LectureEvent.LectureLevel;
import org.huisheng.feedback.intake.FieldDigest;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a lecture beforehand.
 *
 * @param department that holds it
 * @param speaker in what capacity somebody speaks, never who
 */
record Announcement(
        String department,
        LectureLevel level,
        String topic,
        String place,
        String speaker,
        Instant startsAt,
        int capacity,
        @Nullable Quiz before,
        @Nullable Quiz after) {

    byte[] digest() {
        return FieldDigest.of(department, level, topic, place, speaker, startsAt, capacity, before, after);
    }

    /** Whether it is the same lecture still, for those who have signed in already. */
    boolean isSameLecture(Announcement other) {
        return department.equals(other.department) && level == other.level && startsAt.equals(other.startsAt);
    }
}
