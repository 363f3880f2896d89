package org.huisheng.survey.questionnaire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.huisheng.survey.expression.Inquiry;
import org.huisheng.survey.expression.Paths;
import org.huisheng.survey.expression.Reference;
import org.huisheng.survey.expression.Scope;
import org.huisheng.survey.expression.value.Coercion;
import org.huisheng.survey.expression.value.Value;
import org.huisheng.survey.expression.value.Value.Bool;
import org.huisheng.survey.expression.value.Value.Items;
import org.huisheng.survey.expression.value.Value.Text;
import org.huisheng.survey.questionnaire.Element.Question;
import org.huisheng.survey.questionnaire.Kind.MultipleChoice;
import org.jspecify.annotations.Nullable;

/** A question while a response is checked: its answer and its present state. Its own conditions are read in its scope. */
final class Field implements Scope {

    private final Question question;
    private final Form form;
    private boolean ownVisible = true;
    private boolean visibleInForm = true;
    private boolean readOnly;
    private boolean required;
    private Set<ChoiceValue> hiddenChoices = Set.of();
    private List<Form> rows = List.of();

    Field(Question question, Form form) {
        this.question = question;
        this.form = form;
    }

    Question question() {
        return question;
    }

    Form form() {
        return form;
    }

    String name() {
        return question.name();
    }

    String path() {
        return form.path() + "/" + Json.escape(name());
    }

    JsonNode json() {
        return form.answers().get(name());
    }

    /**
     * As expressions see it: a choice of several that was not made is an empty list, which is not the same as nothing;
     * panels and rows with nothing in them are nothing.
     */
    Value value() {
        var value = form.answers().value(name());
        return switch (question.kind()) {
            case MultipleChoice _ -> value.isNothing() ? Items.NONE : value;
            case Kind.Panels _, Kind.Grid _ -> isEmpty() ? Value.UNDEFINED : value;
            default -> value;
        };
    }

    List<Form> rows() {
        return rows;
    }

    void rows(List<Form> present) {
        this.rows = present;
    }

    boolean isShown() {
        return visibleInForm && form.isShown();
    }

    boolean isReadOnly() {
        return readOnly;
    }

    boolean isRequired() {
        return required;
    }

    boolean isEmpty() {
        return question.kind() instanceof Kind.Panels
                ? json().valueStream().allMatch(Json::isEmpty)
                : Json.isEmpty(json());
    }

    /** Whether what was answered will not be kept. What is hidden with the question around it goes or stays with that. */
    boolean isRemoved() {
        return isClearedInTheEnd() && (!visibleInForm || form.isInHiddenPanels());
    }

    /** On completion SurveyJS does not look into the cells of a row. */
    private boolean isClearedInTheEnd() {
        return switch (question.clearing()) {
            case NONE -> false;
            case ON_COMPLETE -> !form.isRow();
            case ON_HIDDEN, ON_HIDDEN_CONTAINER -> true;
        };
    }

    boolean isOwnVisible() {
        return ownVisible;
    }

    void evaluate(Time time, boolean within, boolean readOnlyWithin) {
        ownVisible = question.conditions().isVisible(this, time);
        visibleInForm = within && ownVisible;
        readOnly = readOnlyWithin || question.conditions().isReadOnly(this, time);
        required = question.conditions().isRequired(this, time);
        if (isClearedNow()) {
            clear();
        }
        switch (question.kind()) {
            case Kind.Computed computed -> compute(computed, time);
            case Kind.SingleChoice(var choices) -> hiddenChoices = choices.hidden(this, time);
            case Kind.MultipleChoice multiple ->
                hiddenChoices = multiple.choices().hidden(this, time);
            default -> rows.forEach(row -> row.evaluate(time, isShown(), readOnly));
        }
    }

    Value property(String name, Language language) {
        return switch (name) {
            case "name" -> new Text(name());
            case "title" -> new Text(question.wording().title(language));
            case "isVisible" -> Bool.of(ownVisible);
            case "isRequired" -> Bool.of(required);
            default -> Value.UNDEFINED;
        };
    }

    private void clear() {
        removeComment();
        if (form.answers().remove(name())) {
            rows = Rows.of(this);
        }
    }

    /** Removes what was chosen and cannot be any more, when all conditions have seen it. */
    boolean dropHiddenChoices(boolean everywhere) {
        var dropped = !hiddenChoices.isEmpty() && drop(hiddenChoices);
        for (var row : rows) {
            if (dropped && !everywhere) {
                break;
            }
            dropped |= row.dropHiddenChoices(everywhere);
        }
        return dropped;
    }

    private void removeComment() {
        if (question.takesComment()) {
            form.answers().remove(question.commentKey());
        }
    }

    private boolean isClearedNow() {
        return switch (question.clearing()) {
            case ON_HIDDEN -> !ownVisible;
            // What is computed is there for other conditions until the end.
            case ON_HIDDEN_CONTAINER -> !visibleInForm && !(question.kind() instanceof Kind.Computed);
            case NONE, ON_COMPLETE -> false;
        };
    }

    private void compute(Kind.Computed computed, Time time) {
        if (!isClearedNow()) {
            var value = time.evaluate(computed.expression(), this);
            form.answers().compute(name(), Computing.rounded(value, computed.precision()));
        }
    }

    private boolean drop(Set<ChoiceValue> hidden) {
        var answer = json();
        if (!answer.isArray()) {
            return !answer.isMissingNode()
                    && hidden.contains(ChoiceValue.of(answer))
                    && form.answers().remove(name());
        }
        var left = new ArrayList<JsonNode>();
        answer.forEach(item -> {
            if (!hidden.contains(ChoiceValue.of(item))) {
                left.add(item);
            }
        });
        if (left.size() == answer.size()) {
            return false;
        }
        if (left.isEmpty()) {
            form.answers().remove(name());
        } else {
            form.answers().set(name(), Json.list(left));
        }
        return true;
    }

    @Override
    public @Nullable Found find(Reference reference) {
        if (reference.size() == 1 && reference.name(0, 1).equals("self")) {
            return new Found(value());
        }
        if (reference.size() > 1
                && !question.panel().isEmpty()
                && !hasNamedParts()
                && reference.name(0, 1).equals("panel")) {
            var inPanel = form.findAmong(question.panel(), reference, 1);
            if (inPanel != null) {
                return inPanel;
            }
        }
        var own = Coercion.isEmpty(value()) ? null : Paths.find(value(), reference, 0);
        return own == null ? form.find(reference) : new Found(own);
    }

    /** SurveyJS looks for such a question's rows or items where it looks for others in the panel around them. */
    boolean hasNamedParts() {
        return switch (question.kind()) {
            case Kind.Matrix _, Kind.Grid _, Kind.TextFields _ -> true;
            default -> false;
        };
    }

    @Override
    public Value tell(Inquiry inquiry, Value value) {
        return form.tell(inquiry, value);
    }

    @Override
    public Scope outermost() {
        return form.outermost();
    }

    /** What a name that leads through this question stands for. @param end where its own name ends */
    @Nullable
    Found found(Reference reference, int end) {
        var index = reference.index(end - 1);
        if (end == reference.size()) {
            var ordered = question.kind() instanceof MultipleChoice multiple && multiple.ordered();
            return index >= 0 && value() instanceof Items items
                    ? new Found(items.at(index), ordered)
                    : new Found(value(), ordered);
        }
        var from = index >= 0 && value() instanceof Items items ? items.at(index) : value();
        var found = Coercion.isEmpty(from) ? null : Paths.find(from, reference, end);
        return found == null ? null : new Found(found);
    }
}
