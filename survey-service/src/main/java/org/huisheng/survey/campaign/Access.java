package org.huisheng.survey.campaign;

/** Whether a link may be used by anybody any number of times, or once. */
public enum Access {
    OPEN,
    SINGLE_USE
}
