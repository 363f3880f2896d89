package org.huisheng.feedback.lectureplan;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.huisheng.events.LectureEvent.LectureLevel;

/** Something lectures of a level are to be about. */
@Embeddable
record LectureTopic(@Enumerated(EnumType.STRING) LectureLevel level, String title) {}
