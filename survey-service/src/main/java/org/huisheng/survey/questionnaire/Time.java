package org.huisheng.survey.questionnaire;

import java.time.Instant;
import org.huisheng.survey.calendar.BusinessDay;
import org.huisheng.survey.expression.Expression;
import org.huisheng.survey.expression.Scope;
import org.huisheng.survey.expression.value.Value;

/** When and in which language a response is given. "Today" is the business's, wherever the respondent is. */
record Time(Instant now, Language language) {

    Value evaluate(Expression expression, Scope scope) {
        return expression.evaluate(scope, now, BusinessDay.ZONE);
    }

    boolean holds(Expression condition, Scope scope) {
        return condition.holds(scope, now, BusinessDay.ZONE);
    }
}
