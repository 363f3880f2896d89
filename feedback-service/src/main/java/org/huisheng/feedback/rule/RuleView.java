package org.huisheng.feedback.rule;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.huisheng.events.FeedbackEvent.Severity;
import org.huisheng.events.RuleEvent.Once;
import org.huisheng.events.Side;
import org.jspecify.annotations.Nullable;

/**
 * A rule for those who keep it.
 *
 * @param version of what it says
 * @param priority lower numbers are asked first
 * @param stop whether later rules are not asked once it matches
 */
record RuleView(
        UUID id,
        int version,
        String name,
        boolean enabled,
        int priority,
        boolean stop,
        String condition,
        @Nullable Side side,
        @Nullable UUID surveyId,
        @Nullable UUID campaignId,
        Once once,
        OpensView opens,
        String createdBy,
        Instant createdAt,
        String changedBy,
        Instant changedAt) {

    record OpensView(
            String category,
            @Nullable Severity severity,
            @Nullable String department,
            String title,
            String description) {

        static OpensView of(Opens opens) {
            return new OpensView(
                    opens.category(), opens.severity(), opens.department(), opens.title(), opens.description());
        }
    }

    /** @param next cursor of the following page, null on the last */
    record RulePage(List<RuleView> items, @Nullable String next) {}

    static RuleView of(Rule rule) {
        var when = rule.when();
        return new RuleView(
                rule.id(),
                rule.version(),
                rule.name(),
                rule.isEnabled(),
                when.priority(),
                when.stop(),
                when.condition(),
                when.side(),
                when.surveyId(),
                when.campaignId(),
                when.once(),
                OpensView.of(rule.opens()),
                rule.createdBy(),
                rule.createdAt(),
                rule.changedBy(),
                rule.changedAt());
    }
}
