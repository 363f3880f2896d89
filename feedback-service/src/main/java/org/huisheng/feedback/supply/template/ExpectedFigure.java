package org.huisheng.feedback.supply.template;

import jakarta.persistence.Embeddable;

/** A figure the report asks for, by which it is known in the sections and in uploaded tables. */
@Embeddable
public record ExpectedFigure(String code, String name, String unit) {}
