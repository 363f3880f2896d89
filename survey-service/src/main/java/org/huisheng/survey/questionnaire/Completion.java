package org.huisheng.survey.questionnaire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.huisheng.survey.questionnaire.Form.Place;

/** Takes out of the answers what is not to be stored, as SurveyJS does on completion. */
final class Completion {

    private final Time time;

    Completion(Time time) {
        this.time = time;
    }

    ObjectNode kept(Form form) {
        form.fields().forEach(this::keep);
        var json = form.answers().json();
        json.properties().removeIf(answer -> Json.saysNothing(answer.getValue()));
        return json;
    }

    private void keep(Field field) {
        var question = field.question();
        var answers = field.form().answers().json();
        if (field.isRemoved()) {
            answers.remove(question.name());
            if (question.takesComment()) {
                answers.remove(question.commentKey());
            }
            return;
        }
        if (question.takesComment() && !question.comment() && !Check.otherIsChosen(field.json())) {
            answers.remove(question.commentKey());
        }
        if (question.kind() instanceof Kind.Matrix matrix && question.clearing() != Clearing.NONE) {
            new MatrixCheck(field, matrix, time).dropHidden();
        }
        for (var row : field.rows()) {
            kept(row);
            if (row.isRemoved()
                    && row.place() instanceof Place(var _, var _, var _, var name)
                    && field.json() instanceof ObjectNode grid) {
                grid.remove(name.text());
            }
        }
    }
}
