package org.huisheng.feedback.supply.template;

import jakarta.persistence.Embeddable;

/** A section of a report; its text leaves {@link Blank}s open. */
@Embeddable
public record Section(String title, String text) {}
