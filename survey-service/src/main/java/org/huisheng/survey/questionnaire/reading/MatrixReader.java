package org.huisheng.survey.questionnaire.reading;

import java.util.Set;
import org.huisheng.survey.questionnaire.Choices;
import org.huisheng.survey.questionnaire.Kind;

/** Reads {@code matrix}. */
final class MatrixReader {

    private MatrixReader() {}

    static Kind matrix(Source source) {
        source.allow(Known.QUESTION, Known.MATRIX);
        if (!source.text("cellType", "radio").equals("radio")) {
            source.at("cellType").refuse("cell-type");
        }
        return new Kind.Matrix(
                items(source, "rows", "rowsVisibleIf"),
                items(source, "columns", "columnsVisibleIf"),
                source.flag(false, "eachRowRequired", "isAllRowRequired"),
                source.flag(false, "eachRowUnique"));
    }

    private static Choices items(Source source, String property, String condition) {
        return new Choices(ChoiceReader.items(source, property, source.expression(condition)), Set.of(), Set.of());
    }
}
