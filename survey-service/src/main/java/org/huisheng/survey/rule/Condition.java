package org.huisheng.survey.rule;

import java.time.Instant;
import org.huisheng.events.MatchEvent.Refused;
import org.huisheng.events.RuleEvent.ConditionRefusal;
import org.huisheng.survey.calendar.BusinessDay;
import org.huisheng.survey.expression.Expression;
import org.huisheng.survey.expression.Refusal;
import org.huisheng.survey.expression.RefusedExpression;
import org.huisheng.survey.expression.Scope;

/** What must hold of the answers for a rule to match. */
sealed interface Condition {

    /** @param expression bounded in size, so that asking it costs microseconds */
    record Usable(Expression expression) implements Condition {
        boolean holds(Scope answers, Instant given) {
            return expression.holds(answers, given, BusinessDay.ZONE);
        }
    }

    record Unusable(Refused why) implements Condition {}

    static Condition of(String text) {
        try {
            var expression = Expression.compile(text);
            // What is asked of elements, and not of answers, only the questionnaire can tell.
            return expression.inquiries().isEmpty()
                    ? new Usable(expression)
                    : new Unusable(new Refused(ConditionRefusal.FUNCTION, 1));
        } catch (RefusedExpression refused) {
            return new Unusable(new Refused(reason(refused.refusal()), refused.position() + 1));
        }
    }

    private static ConditionRefusal reason(Refusal refusal) {
        return switch (refusal) {
            case SYNTAX -> ConditionRefusal.SYNTAX;
            case TOO_LONG -> ConditionRefusal.TOO_LONG;
            case TOO_DEEP -> ConditionRefusal.TOO_DEEP;
            case FUNCTION -> ConditionRefusal.FUNCTION;
            case ARGUMENTS, FILTER -> ConditionRefusal.ARGUMENTS;
            case COMPUTED_NAME, PROPERTY_OF_ELEMENT, OBJECT_LITERAL -> ConditionRefusal.NAME;
        };
    }
}
