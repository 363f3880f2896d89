package org.huisheng.feedback.category;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.huisheng.events.FeedbackEvent.Severity;
import org.jspecify.annotations.Nullable;

/**
 * What is said about a category.
 *
 * @param severity of cases for which nobody says another one
 * @param department that is proposed for them
 * @param active whether it is offered for new cases
 */
@Embeddable
record Entry(
        String name,
        @Column(name = "name_en") String nameEn,
        @Enumerated(EnumType.STRING) Severity severity,
        @Nullable String department,
        boolean active) {}
