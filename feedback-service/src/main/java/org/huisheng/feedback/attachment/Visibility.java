package org.huisheng.feedback.attachment;

/** Whom a file is for. */
public enum Visibility {
    INTERNAL,
    /** The stakeholder may open it from the page that asks them. */
    STAKEHOLDER
}
