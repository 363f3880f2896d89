package org.huisheng.survey.campaign;

/** What a respondent finds behind a link. */
public enum LinkState {
    OPEN,
    NOT_YET_OPEN,
    CLOSED,
    FULL,
    USED
}
