package org.huisheng.feedback.rule;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.UUID;
import org.huisheng.events.RuleEvent.Once;
import org.huisheng.events.RuleEvent.RuleTerms;
import org.huisheng.events.Side;
import org.jspecify.annotations.Nullable;

/** When a rule matches; see {@link RuleTerms}, which tells survey-service the same. */
@Embeddable
record When(
        int priority,
        boolean stop,
        String condition,
        @Enumerated(EnumType.STRING) @Nullable Side side,
        @Nullable UUID surveyId,
        @Nullable UUID campaignId,
        @Enumerated(EnumType.STRING) Once once) {

    RuleTerms terms() {
        return new RuleTerms(priority, stop, condition, side, surveyId, campaignId, once);
    }
}
