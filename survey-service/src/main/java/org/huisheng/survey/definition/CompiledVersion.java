package org.huisheng.survey.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;
import org.huisheng.events.Side;
import org.huisheng.events.SurveyEvent.MeasuredValue;
import org.huisheng.survey.questionnaire.Questionnaire;
import org.jspecify.annotations.Nullable;

/** A published version ready for use; it never changes. */
public record CompiledVersion(
        UUID surveyId,
        int version,
        String title,
        Side side,
        JsonNode definition,
        List<String> locales,
        Questionnaire questionnaire,
        List<Measure> measures) {

    /** Whether answers are measured for whichever department they name. */
    public boolean namesDepartments() {
        return measures.stream().anyMatch(measure -> measure.department().fixed() == null);
    }

    /** @param fallbackDepartment see {@link Measure} */
    public List<MeasuredValue> measure(ObjectNode checkedAnswers, @Nullable String fallbackDepartment) {
        return measures.stream()
                .flatMap(measure -> measure.values(questionnaire, checkedAnswers, fallbackDepartment))
                .toList();
    }
}
