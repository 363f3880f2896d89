package org.huisheng.feedback.casework;

/** How it was tried to ask the stakeholder. */
public enum ContactChannel {
    PHONE,
    SMS,
    EMAIL,
    LETTER,
    VISIT
}
