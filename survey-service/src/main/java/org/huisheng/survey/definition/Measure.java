package org.huisheng.survey.definition;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.huisheng.events.SurveyEvent.MeasuredValue;
import org.huisheng.kit.problem.Violation;
import org.huisheng.survey.definition.Question.Matrix;
import org.huisheng.survey.definition.Question.MultipleChoice;
import org.huisheng.survey.definition.Question.Rating;
import org.huisheng.survey.definition.Question.SingleChoice;
import org.huisheng.survey.definition.Question.Text;
import org.huisheng.survey.definition.Question.YesNo;
import org.jspecify.annotations.Nullable;

/** How an answer becomes a number for a metric and a department. The number stays on the question's own scale. */
public record Measure(String metric, String question, Per per, Attribution department, Scale scale) {

    private static final Pattern METRIC = Pattern.compile("[a-z0-9][a-z0-9.-]{0,99}");

    public enum Per {
        RESPONSE,
        MATRIX_ROW
    }

    /** Exactly one of the three says whose number it is. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Attribution(
            @Nullable String fixed,
            @Nullable String fromAnswer,
            @Nullable Boolean fromRow) {}

    public record Scale(BigDecimal min, BigDecimal max) {
        boolean contains(BigDecimal value) {
            return value.compareTo(min) >= 0 && value.compareTo(max) <= 0;
        }
    }

    /** Everything wrong with this measure for this questionnaire; paths start with {@code path}. */
    List<Violation> check(Questionnaire questionnaire, String path) {
        var violations = new ArrayList<Violation>();
        if (!METRIC.matcher(metric).matches()) {
            violations.add(new Violation(path + "/metric", "bad-metric"));
        }
        if (scale.min().compareTo(scale.max()) >= 0) {
            violations.add(new Violation(path + "/scale", "empty-scale"));
        }
        var measured = questionnaire.question(question);
        if (measured == null) {
            violations.add(new Violation(path + "/question", "unknown-question", question));
        } else if (measured instanceof Matrix != (per == Per.MATRIX_ROW)) {
            violations.add(new Violation(path + "/per", "per-mismatch"));
        } else if (!fits(measured)) {
            violations.add(new Violation(path + "/scale", "not-on-scale"));
        }
        checkAttribution(questionnaire, path + "/department", violations);
        return violations;
    }

    private void checkAttribution(Questionnaire questionnaire, String path, List<Violation> violations) {
        var given = Stream.of(department.fixed(), department.fromAnswer(), department.fromRow())
                .filter(choice -> choice != null && !Boolean.FALSE.equals(choice))
                .count();
        if (given != 1) {
            violations.add(new Violation(path, "one-attribution"));
        } else if (Boolean.TRUE.equals(department.fromRow()) && per != Per.MATRIX_ROW) {
            violations.add(new Violation(path + "/fromRow", "per-mismatch"));
        } else if (department.fromAnswer() != null
                && !(questionnaire.question(department.fromAnswer()) instanceof SingleChoice)) {
            violations.add(new Violation(path + "/fromAnswer", "choice-question-expected"));
        }
    }

    /** Whether every answer the question allows is a number on the scale. */
    private boolean fits(Question measured) {
        return switch (measured) {
            case Question.Number(var _, var _, var min, var max) ->
                min != null && max != null && scale.contains(min) && scale.contains(max);
            case Rating rating -> allOnScale(rating.values());
            case SingleChoice choice -> allOnScale(choice.choices());
            case Matrix matrix -> allOnScale(matrix.columns());
            case YesNo _ -> scale.contains(BigDecimal.ZERO) && scale.contains(BigDecimal.ONE);
            case Text _, MultipleChoice _ -> false;
        };
    }

    private boolean allOnScale(Iterable<ChoiceValue> values) {
        for (var value : values) {
            if (value.asNumber().filter(scale::contains).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /** How many numbers one response can give at most. */
    int most(Questionnaire questionnaire) {
        return questionnaire.question(question) instanceof Matrix matrix
                ? matrix.rows().size()
                : 1;
    }

    /** The department codes this measure may attribute to; each must exist when a version is published. */
    Stream<String> departments(Questionnaire questionnaire) {
        if (department.fixed() != null) {
            return Stream.of(department.fixed());
        }
        if (department.fromAnswer() != null
                && questionnaire.question(department.fromAnswer()) instanceof SingleChoice choice) {
            return choice.choices().stream().map(ChoiceValue::toString);
        }
        return questionnaire.question(question) instanceof Matrix matrix
                ? matrix.rows().stream().map(ChoiceValue::toString)
                : Stream.empty();
    }

    /**
     * The numbers in checked answers.
     *
     * @param fallback the campaign's department, for an answer that names none; null drops such an answer
     */
    Stream<MeasuredValue> values(Questionnaire questionnaire, ObjectNode answers, @Nullable String fallback) {
        var answer = answers.get(question);
        if (answer == null) {
            return Stream.empty();
        }
        if (per == Per.MATRIX_ROW) {
            return answer.properties().stream()
                    .flatMap(cell -> value(
                            Boolean.TRUE.equals(department.fromRow()) ? cell.getKey() : attributed(answers, fallback),
                            cell.getKey(),
                            number(questionnaire, cell.getValue())));
        }
        return value(attributed(answers, fallback), null, number(questionnaire, answer));
    }

    private Stream<MeasuredValue> value(
            @Nullable String departmentCode, @Nullable String row, @Nullable BigDecimal number) {
        return departmentCode == null || number == null
                ? Stream.empty()
                : Stream.of(new MeasuredValue(metric, departmentCode, question, row, number, scale.min(), scale.max()));
    }

    private @Nullable String attributed(ObjectNode answers, @Nullable String fallback) {
        if (department.fixed() != null) {
            return department.fixed();
        }
        var named = department.fromAnswer() == null ? null : answers.get(department.fromAnswer());
        return named == null ? fallback : named.asText();
    }

    private @Nullable BigDecimal number(Questionnaire questionnaire, JsonNode answer) {
        if (questionnaire.question(question) instanceof YesNo yesNo) {
            return ChoiceValue.of(answer).equals(yesNo.whenTrue()) ? BigDecimal.ONE : BigDecimal.ZERO;
        }
        return answer.isNumber() ? answer.decimalValue() : null;
    }
}
