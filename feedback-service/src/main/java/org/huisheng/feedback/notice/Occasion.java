package org.huisheng.feedback.notice;

import org.huisheng.events.FeedbackEvent.ClockKind;
import org.huisheng.feedback.casework.CaseStatus;

/** What somebody is told of. */
enum Occasion {
    ASSIGNMENT,
    /** The stakeholder says that it is not settled. */
    DISPUTE,
    /** The stakeholder has said what was waited for, or something else. */
    ANSWER,
    /** A department is asked to contribute. */
    TASK,
    /** The clocks go on, since waiting for the stakeholder has ended by itself. */
    WAITING_OVER,
    FIRST_RESPONSE,
    RESOLUTION,
    CONFIRMATION,
    /** Somebody wants a case settled in its stakeholder's stead. */
    OVERRIDE,
    /** Of a comment, by the clock. */
    REMINDER,
    /** Of a comment, by the office. */
    SUPERVISION,
    /** A department has a part in the answer to a comment. */
    ENTRUSTED,
    /** A department is to answer a comment in another one's stead. */
    LEAD_GIVEN,
    /** A department is not to answer a comment any more. */
    LEAD_TAKEN,
    /** Of a task of the improvement plan, by the clock. */
    PLAN_REMINDER,
    /** Of a task of the improvement plan, by the office. */
    PLAN_SUPERVISION,
    /** Of a quarterly report that is to be sent, by the clock. */
    REPORT_REMINDER,
    /** Of a quarterly report that was sent, and nobody answered. */
    REPORT_UNANSWERED,
    /** Of an improvement plan whose report of a month was not sent. */
    PLAN_REPORT_MISSING,
    /** Of a quarterly report that nobody has begun, by the clock. */
    REPORT_NOT_BEGUN,
    /** Of two months that end soon, in which a department has no lecture. */
    LECTURE_DUE;

    static Occasion of(ClockKind clock) {
        return switch (clock) {
            case FIRST_RESPONSE -> FIRST_RESPONSE;
            case RESOLUTION -> RESOLUTION;
            case CONFIRMATION -> CONFIRMATION;
        };
    }

    /** Where in the console it is about something. */
    String page() {
        return switch (this) {
            case ASSIGNMENT, DISPUTE, ANSWER, TASK, WAITING_OVER, FIRST_RESPONSE, RESOLUTION, CONFIRMATION, OVERRIDE ->
                "cases";
            case REMINDER, SUPERVISION, ENTRUSTED, LEAD_GIVEN, LEAD_TAKEN -> "government";
            case PLAN_REMINDER, PLAN_SUPERVISION -> "improvement/tasks";
            case REPORT_REMINDER, REPORT_UNANSWERED, REPORT_NOT_BEGUN -> "supply-reports";
            case LECTURE_DUE -> "lectures";
            case PLAN_REPORT_MISSING -> "improvement";
        };
    }

    /** Whether it is about something that is not there yet: the page of all is where it is begun. */
    boolean isOfAll() {
        return this == REPORT_NOT_BEGUN || this == LECTURE_DUE;
    }

    boolean isOfCases() {
        return page().equals("cases");
    }

    /** Whether there is anything to be done about it yet. Notices of others are dropped with the task. */
    boolean isNews(CaseStatus status) {
        return switch (status) {
            case RECEIVED -> this == FIRST_RESPONSE || this == RESOLUTION;
            case ASSIGNED ->
                this == ASSIGNMENT || this == FIRST_RESPONSE || this == RESOLUTION || this == TASK || this == ANSWER;
            case IN_PROGRESS -> this == RESOLUTION || this == TASK || this == WAITING_OVER || this == ANSWER;
            case WAITING -> this == RESOLUTION || this == TASK;
            case DISPUTED -> this == RESOLUTION || this == DISPUTE;
            case RESOLVED, UNREACHABLE -> this == CONFIRMATION || this == OVERRIDE;
            case CONFIRMED, CLOSED, MERGED -> false;
        };
    }
}
