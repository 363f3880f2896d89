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
import org.huisheng.survey.expression.value.Value.Num;
import org.huisheng.survey.questionnaire.ChoiceValue;
import org.huisheng.survey.questionnaire.Kind;
import org.huisheng.survey.questionnaire.Kind.Matrix;
import org.huisheng.survey.questionnaire.Kind.Rating;
import org.huisheng.survey.questionnaire.Kind.SingleChoice;
import org.huisheng.survey.questionnaire.Kind.YesNo;
import org.huisheng.survey.questionnaire.Limits.Limit;
import org.huisheng.survey.questionnaire.Questionnaire;
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
        var measured = kind(questionnaire, question);
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
                && !(kind(questionnaire, department.fromAnswer()) instanceof SingleChoice)) {
            violations.add(new Violation(path + "/fromAnswer", "choice-question-expected"));
        }
    }

    /** Whether every answer the question allows is a number on the scale. */
    private boolean fits(Kind measured) {
        return switch (measured) {
            case Kind.Number(var limits, var _) -> isOnScale(limits.min()) && isOnScale(limits.max());
            case Rating rating -> allOnScale(rating.values());
            case SingleChoice choice -> allOnScale(choice.choices().values());
            case Matrix matrix -> allOnScale(matrix.columns().values());
            case YesNo _ -> scale.contains(BigDecimal.ZERO) && scale.contains(BigDecimal.ONE);
            case Kind.Text _,
                    Kind.MultipleChoice _,
                    Kind.Grid _,
                    Kind.TextFields _,
                    Kind.Panels _,
                    Kind.Computed _,
                    Kind.Decoration _ -> false;
        };
    }

    private boolean isOnScale(Limit limit) {
        return limit.computed() == null
                && limit.fixed() instanceof Num(var number)
                && scale.contains(BigDecimal.valueOf(number));
    }

    private static @Nullable Kind kind(Questionnaire questionnaire, String question) {
        var found = questionnaire.question(question);
        return found == null ? null : found.kind();
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
        return kind(questionnaire, question) instanceof Matrix matrix
                ? matrix.rowNames().size()
                : 1;
    }

    /** The department codes this measure may attribute to; each must exist when a version is published. */
    Stream<String> departments(Questionnaire questionnaire) {
        if (department.fixed() != null) {
            return Stream.of(department.fixed());
        }
        if (department.fromAnswer() != null
                && kind(questionnaire, department.fromAnswer()) instanceof SingleChoice choice) {
            return choice.choices().values().stream().map(ChoiceValue::toString);
        }
        return kind(questionnaire, question) instanceof Matrix matrix ? matrix.rowNames().stream() : Stream.empty();
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
        if (kind(questionnaire, question) instanceof YesNo yesNo) {
            return ChoiceValue.of(answer).equals(yesNo.whenTrue()) ? BigDecimal.ONE : BigDecimal.ZERO;
        }
        return answer.isNumber() ? answer.decimalValue() : null;
    }
}
