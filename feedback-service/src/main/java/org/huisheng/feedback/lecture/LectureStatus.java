package org.huisheng.feedback.lecture;

/** How far a lecture is. */
enum LectureStatus {
    PLANNED,
    /** Whoever comes signs in. */
    OPEN,
    /** Over; who came is counted, for good. */
    HELD,
    CANCELLED;

    boolean canBecome(LectureStatus next) {
        return switch (this) {
            case PLANNED -> next == OPEN || next == CANCELLED;
            case OPEN -> next == HELD || next == CANCELLED;
            case HELD, CANCELLED -> false;
        };
    }
}
