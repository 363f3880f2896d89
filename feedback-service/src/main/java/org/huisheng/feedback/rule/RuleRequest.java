package org.huisheng.feedback.rule;

import java.util.UUID;
import org.huisheng.events.FeedbackEvent.Severity;
import org.huisheng.events.RuleEvent.Once;
import org.huisheng.events.Side;
import org.huisheng.feedback.request.Checks;
import org.huisheng.feedback.rule.Rule.Draft;
import org.jspecify.annotations.Nullable;

/**
 * A rule as somebody writes it. Whether its condition can be evaluated is found out by trying it out, since the answers and
 * what evaluates them are in survey-service.
 */
record RuleRequest(
        @Nullable String name,
        @Nullable Integer priority,
        @Nullable Boolean stop,
        @Nullable String condition,
        @Nullable Side side,
        @Nullable UUID surveyId,
        @Nullable UUID campaignId,
        @Nullable Once once,
        @Nullable OpensRequest opens) {

    private static final int LAST = 1_000;

    record OpensRequest(
            @Nullable String category,
            @Nullable Severity severity,
            @Nullable String department,
            @Nullable String title,
            @Nullable String description) {

        private static final OpensRequest NOTHING = new OpensRequest("none", null, null, "-", "-");

        private Opens check(Checks checks) {
            return new Opens(
                    checks.code("/opens/category", category),
                    severity,
                    department == null ? null : checks.code("/opens/department", department),
                    checks.text("/opens/title", title, 200),
                    checks.text("/opens/description", description, 4000));
        }
    }

    Draft check() {
        var checks = new Checks();
        var when = new When(
                priority == null ? LAST : checks.range("/priority", priority, 1, LAST),
                stop != null && stop,
                checks.text("/condition", condition, 4000),
                side,
                surveyId,
                campaignId,
                once == null ? Once.RESPONSE : once);
        var draft = new Draft(
                checks.text("/name", name, 100),
                when,
                checks.required("/opens", opens, OpensRequest.NOTHING).check(checks));
        checks.passed();
        return draft;
    }
}
