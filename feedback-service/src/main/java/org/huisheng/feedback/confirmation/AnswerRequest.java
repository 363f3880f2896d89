package org.huisheng.feedback.confirmation;

import org.huisheng.feedback.confirmation.Answer.Confirmed;
import org.huisheng.feedback.confirmation.Answer.Disputed;
import org.huisheng.feedback.confirmation.Answer.Outcome;
import org.huisheng.feedback.request.Checks;
import org.jspecify.annotations.Nullable;

/** The stakeholder's answer as it is posted: a rating and perhaps a comment, or a reason. */
public record AnswerRequest(
        @Nullable Outcome outcome,
        @Nullable Integer rating,
        @Nullable String comment,
        @Nullable String reason) {

    public Answer check() {
        var checks = new Checks();
        var answer = switch (checks.required("/outcome", outcome, Outcome.DISPUTED)) {
            case CONFIRMED -> confirmed(checks);
            case DISPUTED -> disputed(checks);
        };
        checks.passed();
        return answer;
    }

    private Answer confirmed(Checks checks) {
        checks.absent("/reason", reason);
        return new Confirmed(checks.range("/rating", rating, 1, 5), checks.optionalText("/comment", comment, 2000));
    }

    private Answer disputed(Checks checks) {
        checks.absent("/rating", rating);
        checks.absent("/comment", comment);
        return new Disputed(checks.text("/reason", reason, 2000));
    }
}
