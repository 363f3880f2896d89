package org.huisheng.feedback.notice;

/** In what capacity somebody is told. */
public enum Audience {
    /** Of one department. */
    LIAISON,
    OFFICE,
    LEADER
}
