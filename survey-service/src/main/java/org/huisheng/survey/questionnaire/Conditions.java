package org.huisheng.survey.questionnaire;

import org.huisheng.survey.expression.Expression;
import org.huisheng.survey.expression.Scope;
import org.huisheng.survey.expression.value.Value.Bool;
import org.jspecify.annotations.Nullable;

/** When an element is shown, answerable and required. An expression, where there is one, outweighs the constant. */
public record Conditions(
        boolean visible,
        @Nullable Expression visibleIf,
        boolean readOnly,
        @Nullable Expression enableIf,
        boolean required,
        @Nullable Expression requiredIf) {

    public static final Conditions NONE = new Conditions(true, null, false, null, false, null);

    /** SurveyJS wants true itself here: 1 does not show anything. */
    boolean isVisible(Scope scope, Time time) {
        return visibleIf == null ? visible : time.evaluate(visibleIf, scope) == Bool.TRUE;
    }

    boolean isReadOnly(Scope scope, Time time) {
        return enableIf == null ? readOnly : time.evaluate(enableIf, scope) == Bool.FALSE;
    }

    boolean isRequired(Scope scope, Time time) {
        return requiredIf == null ? required : time.evaluate(requiredIf, scope) == Bool.TRUE;
    }
}
