package org.huisheng.feedback.notice;

import org.huisheng.events.FeedbackEvent.ClockKind;
import org.huisheng.feedback.casework.CaseStatus;

/** What somebody is told of. */
enum Occasion {
    ASSIGNMENT,
    FIRST_RESPONSE,
    RESOLUTION,
    CONFIRMATION,
    /** Of a comment, by the clock. */
    REMINDER,
    /** Of a comment, by the office. */
    SUPERVISION;

    static Occasion of(ClockKind clock) {
        return switch (clock) {
            case FIRST_RESPONSE -> FIRST_RESPONSE;
            case RESOLUTION -> RESOLUTION;
            case CONFIRMATION -> CONFIRMATION;
        };
    }

    boolean isOfCases() {
        return switch (this) {
            case ASSIGNMENT, FIRST_RESPONSE, RESOLUTION, CONFIRMATION -> true;
            case REMINDER, SUPERVISION -> false;
        };
    }

    /** Whether there is anything to be done about it yet. Notices of comments are dropped with the task. */
    boolean isNews(CaseStatus status) {
        return switch (status) {
            case RECEIVED -> this == FIRST_RESPONSE || this == RESOLUTION;
            case ASSIGNED -> this == ASSIGNMENT || this == FIRST_RESPONSE || this == RESOLUTION;
            case IN_PROGRESS, WAITING, DISPUTED -> this == RESOLUTION;
            case RESOLVED, UNREACHABLE -> this == CONFIRMATION;
            case CONFIRMED, CLOSED, MERGED -> false;
        };
    }
}
