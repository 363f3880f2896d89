package org.huisheng.survey.questionnaire;

import com.fasterxml.jackson.databind.JsonNode;
import org.huisheng.survey.expression.Paths;
import org.huisheng.survey.expression.Scope;

/** Answers that were checked before, as an expression sees them that is not part of the questionnaire. */
public final class AnswerScope {

    private AnswerScope() {}

    public static Scope of(JsonNode answers) {
        return Paths.scope(Json.value(answers));
    }
}
