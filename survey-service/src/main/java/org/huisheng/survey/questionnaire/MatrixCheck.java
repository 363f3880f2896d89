package org.huisheng.survey.questionnaire;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.HashSet;
import java.util.Set;
import org.huisheng.kit.problem.Violation;

/** A matrix with the rows and columns that are shown to this respondent. */
final class MatrixCheck {

    private final Field field;
    private final Kind.Matrix matrix;
    private final Set<ChoiceValue> hiddenRows;
    private final Set<ChoiceValue> hiddenColumns;

    MatrixCheck(Field field, Kind.Matrix matrix, Time time) {
        this.field = field;
        this.matrix = matrix;
        this.hiddenRows = matrix.rows().hidden(field, time);
        this.hiddenColumns = matrix.columns().hidden(field, time);
    }

    void report(Report report) {
        var seen = new HashSet<ChoiceValue>();
        for (var row : matrix.rows().values()) {
            var cell = field.json().path(row.text());
            var path = field.path() + "/" + Json.escape(row.text());
            if (hiddenRows.contains(row)) {
                continue;
            }
            if (Json.isEmpty(cell)) {
                if (matrix.eachRowRequired()) {
                    report.add(new Violation(path, "required"));
                }
            } else if (matrix.eachRowUnique() && !seen.add(ChoiceValue.of(cell))) {
                report.add(new Violation(path, "chosen-twice"));
            }
        }
    }

    /** Answers in rows and columns nobody saw. */
    void dropHidden() {
        if (hiddenRows.isEmpty() && hiddenColumns.isEmpty() || !field.json().isObject()) {
            return;
        }
        var left = JsonNodeFactory.instance.objectNode();
        field.json().properties().forEach(cell -> {
            var isHidden = hiddenRows.stream().anyMatch(row -> row.text().equals(cell.getKey()))
                    || hiddenColumns.contains(ChoiceValue.of(cell.getValue()));
            if (!isHidden) {
                left.set(cell.getKey(), cell.getValue());
            }
        });
        field.form().answers().set(field.name(), left);
    }
}
