package org.huisheng.feedback.view;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import org.huisheng.events.FeedbackEvent.Severity;
import org.huisheng.events.Side;
import org.huisheng.feedback.casework.CaseStatus;
import org.jspecify.annotations.Nullable;

/** What a list is narrowed to, as it is asked for. */
@Embeddable
record Filters(
        @Enumerated(EnumType.STRING) @Nullable CaseStatus status,
        boolean open,
        @Nullable String department,
        @Nullable String handedOnBy,
        @Enumerated(EnumType.STRING) @Nullable Side side,
        @Nullable String category,
        @Enumerated(EnumType.STRING) @Nullable Severity severity,
        boolean overdue,
        @Nullable LocalDate openedFrom,
        @Nullable LocalDate openedTo,
        @Nullable String q,
        @Nullable String sort) {}
