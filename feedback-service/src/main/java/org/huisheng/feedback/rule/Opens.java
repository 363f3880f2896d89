package org.huisheng.feedback.rule;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.huisheng.events.FeedbackEvent.Severity;
import org.jspecify.annotations.Nullable;

/**
 * What case a rule opens. Its words are the rule's: what was answered stays with survey-service.
 *
 * @param severity null for that of the category
 * @param department to which the case is assigned at once; null for the campaign's, if it has one
 */
@Embeddable
public record Opens(
        String category,
        @Enumerated(EnumType.STRING) @Nullable Severity severity,
        @Nullable String department,
        String title,
        String description) {}
