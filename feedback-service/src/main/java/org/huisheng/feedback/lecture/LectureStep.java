package org.huisheng.feedback.lecture;

/** What was done for a lecture. */
enum LectureStep {
    PLANNED,
    REVISED,
    OPENED,
    /** People who came were entered by somebody who saw them. */
    ADDED_BY_HAND,
    HELD,
    CANCELLED
}
