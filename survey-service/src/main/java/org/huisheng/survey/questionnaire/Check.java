package org.huisheng.survey.questionnaire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.huisheng.kit.problem.Violation;
import org.huisheng.survey.questionnaire.Element.Question;
import org.huisheng.survey.questionnaire.Element.Section;
import org.jspecify.annotations.Nullable;

/** Says what is wrong with the answers of a form whose conditions are settled. */
final class Check {

    private static final int LONGEST_COMMENT = 20_000;

    private final Report report = new Report();
    private final Time time;
    private final boolean byItself;

    Check(Time time) {
        this(time, false);
    }

    /** @param byItself whether a question counts as shown though what is around it is not */
    private Check(Time time, boolean byItself) {
        this.time = time;
        this.byItself = byItself;
    }

    static boolean isFaultless(Field field, Time time) {
        var check = new Check(time, true);
        check.field(field);
        return check.report.size() == 0;
    }

    Report report() {
        return report;
    }

    void form(Form form) {
        names(form);
        elements(form, form.layout().elements(), true);
    }

    private void names(Form form) {
        form.answers().json().fieldNames().forEachRemaining(name -> {
            if (!form.layout().knows(name)) {
                report.add(new Violation(form.path() + "/" + Json.escape(name), "unknown-question", name));
            }
        });
    }

    private void elements(Form form, List<Element> elements, boolean shown) {
        for (var element : elements) {
            switch (element) {
                case Question question -> field(form.field(question));
                case Section section ->
                    section(form, section, shown && section.conditions().isVisible(form, time));
            }
        }
    }

    private void section(Form form, Section section, boolean shown) {
        elements(form, section.elements(), shown);
        if (!shown
                || !section.conditions().isRequired(form, time)
                || section.conditions().isReadOnly(form, time)) {
            return;
        }
        var questions = new ArrayList<Field>();
        collectShown(form, section, questions);
        if (!questions.isEmpty() && questions.stream().allMatch(Field::isEmpty)) {
            report.add(new Violation(questions.getFirst().path(), "one-required"));
        }
    }

    private static void collectShown(Form form, Section section, List<Field> into) {
        for (var element : section.elements()) {
            switch (element) {
                case Section inner -> collectShown(form, inner, into);
                case Question question -> {
                    if (form.field(question).isShown()) {
                        into.add(form.field(question));
                    }
                }
            }
        }
    }

    private void field(Field field) {
        if (byItself && !isShown(field)) {
            rows(field);
            return;
        }
        if (!byItself && field.isRemoved()) {
            return;
        }
        var before = report.size();
        var answer = field.json();
        if (!answer.isMissingNode() && !Json.saysNothing(answer)) {
            field.question().kind().check(answer, field.path(), report);
        }
        comment(field);
        var wellFormed = report.size() == before;
        if (wellFormed) {
            rows(field);
        }
        if (wellFormed
                && isShown(field)
                && field.question().kind() instanceof Kind.Panels(var _, var _, var _, var _, var key)
                && key != null) {
            duplicates(field, key);
        }
        if (wellFormed && isShown(field) && !field.isReadOnly()) {
            demands(field, report.size());
        }
    }

    private void rows(Field field) {
        for (var row : field.rows()) {
            if (!row.isRemoved()) {
                form(row);
            }
        }
    }

    private boolean isShown(Field field) {
        return byItself ? field.isOwnVisible() && field.form().isOwnShown() : field.isShown();
    }

    private void comment(Field field) {
        if (!field.question().takesComment()) {
            return;
        }
        var comment = field.form().answers().get(field.question().commentKey());
        var path = field.form().path() + "/" + Json.escape(field.question().commentKey());
        if (!comment.isMissingNode() && !comment.isNull() && !comment.isTextual()) {
            report.add(new Violation(path, "text-expected"));
        } else if (comment.asText("").length() > LONGEST_COMMENT) {
            report.add(new Violation(path, "too-long", LONGEST_COMMENT));
        }
    }

    /** What is asked only of a question the respondent can see and answer. */
    private void demands(Field field, int before) {
        required(field);
        if (report.size() == before) {
            wanted(field, field.question().kind());
        }
        if (report.size() == before) {
            validators(field);
        }
    }

    private void required(Field field) {
        if (field.isRequired() && field.isEmpty() && !(field.question().kind() instanceof Kind.Computed)) {
            report.add(new Violation(field.path(), "required"));
        }
    }

    private void wanted(Field field, Kind kind) {
        var found = switch (kind) {
            case Kind.SingleChoice(var choices) -> commentOfOther(field, choices);
            case Kind.MultipleChoice multiple -> selection(field, multiple);
            case Kind.Text(var format, var _, var limits) -> limits(field, limits, format);
            case Kind.Number number ->
                number.isOffStep(field.json())
                        ? new Violation(field.path(), "off-step", number.step().toPlainString())
                        : limits(field, number.limits(), TextFormat.TEXT);
            default -> null;
        };
        if (found != null) {
            report.add(found);
        }
        if (kind instanceof Kind.Matrix matrix) {
            new MatrixCheck(field, matrix, time).report(report);
        }
    }

    private @Nullable Violation limits(Field field, Limits limits, TextFormat format) {
        return limits.equals(Limits.NONE) && !format.isDate() || field.isEmpty()
                ? null
                : limits.check(field.value(), format, field, time, field.path()).orElse(null);
    }

    private static @Nullable Violation selection(Field field, Kind.MultipleChoice multiple) {
        return multiple.hasTooFew(field.json())
                ? new Violation(field.path(), "too-few-chosen", multiple.min())
                : commentOfOther(field, multiple.choices());
    }

    private static @Nullable Violation commentOfOther(Field field, Choices choices) {
        return choices.offersOther()
                        && !field.question().comment()
                        && otherIsChosen(field.json())
                        && Json.isEmpty(
                                field.form().answers().get(field.question().commentKey()))
                ? new Violation(
                        field.form().path() + "/" + Json.escape(field.question().commentKey()), "required")
                : null;
    }

    static boolean otherIsChosen(JsonNode answer) {
        return answer.isArray()
                ? answer.valueStream().anyMatch(Check::otherIsChosen)
                : answer.isTextual() && answer.textValue().equals(Choices.OTHER.text());
    }

    private void duplicates(Field field, String key) {
        var seen = new HashSet<ChoiceValue>();
        for (var row : field.rows()) {
            var answer = row.answers().get(key);
            if (!Json.isEmpty(answer) && !seen.add(ChoiceValue.of(answer))) {
                report.add(new Violation(row.path() + "/" + Json.escape(key), "chosen-twice"));
            }
        }
    }

    private void validators(Field field) {
        for (var validator : field.question().validators()) {
            var found = validator.check(field.value(), field, time, field.path());
            if (found != null) {
                report.add(found);
            }
        }
    }
}
