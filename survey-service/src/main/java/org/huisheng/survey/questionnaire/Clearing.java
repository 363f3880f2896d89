package org.huisheng.survey.questionnaire;

/** When the answer to a hidden question is removed. */
public enum Clearing {
    NONE,
    ON_COMPLETE,
    ON_HIDDEN,
    ON_HIDDEN_CONTAINER
}
