package org.huisheng.feedback.lectureplan;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.huisheng.events.LectureEvent.LectureLevel;

/** How many people of a level there are in a department, all of whom are to be reached. */
@Embeddable
record Quota(String department, @Enumerated(EnumType.STRING) LectureLevel level, int people) {}
