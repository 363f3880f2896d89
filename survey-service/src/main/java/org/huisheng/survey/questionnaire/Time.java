package org.huisheng.survey.questionnaire;

import java.time.Instant;
import java.time.ZoneId;
import org.huisheng.survey.expression.Expression;
import org.huisheng.survey.expression.Scope;
import org.huisheng.survey.expression.value.Value;

/** The moment a response is checked for. "Today" is the business's, wherever the respondent is. */
record Time(Instant now) {

    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    Value evaluate(Expression expression, Scope scope) {
        return expression.evaluate(scope, now, ZONE);
    }

    boolean holds(Expression condition, Scope scope) {
        return condition.holds(scope, now, ZONE);
    }
}
