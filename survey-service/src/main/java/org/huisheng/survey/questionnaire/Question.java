package org.huisheng.survey.definition;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.huisheng.kit.problem.Violation;
import org.jspecify.annotations.Nullable;

/** A compiled question: what an answer to it must look like. Names and terms are SurveyJS's. */
sealed interface Question {

    String name();

    boolean required();

    /** Reports everything wrong with a non-empty answer; {@code path} is its JSON pointer. */
    void check(JsonNode answer, String path, Consumer<Violation> violations);

    /** {@code text} with a textual input type, or {@code comment}. */
    record Text(
            String name,
            boolean required,
            int maxLength,
            @Nullable Pattern format,
            String formatName) implements Question {
        @Override
        public void check(JsonNode answer, String path, Consumer<Violation> violations) {
            if (!answer.isTextual()) {
                violations.accept(new Violation(path, "text-expected"));
            } else if (answer.textValue().length() > maxLength) {
                violations.accept(new Violation(path, "too-long", maxLength));
            } else if (format != null && !format.matcher(answer.textValue()).matches()) {
                violations.accept(new Violation(path, "bad-format", formatName));
            }
        }
    }

    /** {@code text} with input type number or range. */
    record Number(
            String name,
            boolean required,
            @Nullable BigDecimal min,
            @Nullable BigDecimal max) implements Question {
        @Override
        public void check(JsonNode answer, String path, Consumer<Violation> violations) {
            if (!answer.isNumber()) {
                violations.accept(new Violation(path, "number-expected"));
                return;
            }
            var value = answer.decimalValue();
            if (min != null && value.compareTo(min) < 0) {
                violations.accept(new Violation(path, "below-minimum", min.toPlainString()));
            } else if (max != null && value.compareTo(max) > 0) {
                violations.accept(new Violation(path, "above-maximum", max.toPlainString()));
            }
        }
    }

    /** {@code radiogroup} or {@code dropdown}. */
    record SingleChoice(String name, boolean required, Set<ChoiceValue> choices) implements Question {
        public SingleChoice {
            choices = Set.copyOf(choices);
        }

        @Override
        public void check(JsonNode answer, String path, Consumer<Violation> violations) {
            if (!choices.contains(ChoiceValue.of(answer))) {
                violations.accept(new Violation(path, "not-offered"));
            }
        }
    }

    /** {@code checkbox}. @param minSelected 0 for no lower limit, @param maxSelected 0 for no upper limit */
    record MultipleChoice(String name, boolean required, Set<ChoiceValue> choices, int minSelected, int maxSelected)
            implements Question {
        public MultipleChoice {
            choices = Set.copyOf(choices);
        }

        @Override
        public void check(JsonNode answer, String path, Consumer<Violation> violations) {
            if (!answer.isArray()) {
                violations.accept(new Violation(path, "list-expected"));
                return;
            }
            var seen = new HashSet<ChoiceValue>();
            for (var index = 0; index < answer.size(); index++) {
                var value = ChoiceValue.of(answer.get(index));
                if (!choices.contains(value)) {
                    violations.accept(new Violation(path + "/" + index, "not-offered"));
                } else if (!seen.add(value)) {
                    violations.accept(new Violation(path + "/" + index, "chosen-twice"));
                }
            }
            if (answer.size() < minSelected) {
                violations.accept(new Violation(path, "too-few-chosen", minSelected));
            } else if (maxSelected > 0 && answer.size() > maxSelected) {
                violations.accept(new Violation(path, "too-many-chosen", maxSelected));
            }
        }
    }

    /** {@code boolean}; the values default to true and false. */
    record YesNo(String name, boolean required, ChoiceValue whenTrue, ChoiceValue whenFalse) implements Question {
        @Override
        public void check(JsonNode answer, String path, Consumer<Violation> violations) {
            var value = ChoiceValue.of(answer);
            if (!value.equals(whenTrue) && !value.equals(whenFalse)) {
                violations.accept(new Violation(path, "yes-or-no-expected"));
            }
        }
    }

    /** {@code rating}: the values it shows, in order. */
    record Rating(String name, boolean required, List<ChoiceValue> values) implements Question {
        public Rating {
            values = List.copyOf(values);
        }

        @Override
        public void check(JsonNode answer, String path, Consumer<Violation> violations) {
            if (!values.contains(ChoiceValue.of(answer))) {
                violations.accept(new Violation(
                        path,
                        "out-of-range",
                        values.getFirst().toString(),
                        values.getLast().toString()));
            }
        }
    }

    /** {@code matrix}: one column value per row. */
    record Matrix(
            String name, boolean required, boolean allRowsRequired, List<ChoiceValue> rows, Set<ChoiceValue> columns)
            implements Question {
        public Matrix {
            rows = List.copyOf(rows);
            columns = Set.copyOf(columns);
        }

        @Override
        public void check(JsonNode answer, String path, Consumer<Violation> violations) {
            if (!answer.isObject()) {
                violations.accept(new Violation(path, "object-expected"));
                return;
            }
            for (var cell : answer.properties()) {
                var cellPath = path + "/" + Questionnaire.escape(cell.getKey());
                if (rows.stream().noneMatch(row -> row.toString().equals(cell.getKey()))) {
                    violations.accept(new Violation(cellPath, "unknown-row", cell.getKey()));
                } else if (!columns.contains(ChoiceValue.of(cell.getValue()))) {
                    violations.accept(new Violation(cellPath, "not-offered"));
                }
            }
            if (allRowsRequired) {
                for (var row : rows) {
                    if (!answer.has(row.toString())) {
                        violations.accept(new Violation(path + "/" + Questionnaire.escape(row.toString()), "required"));
                    }
                }
            }
        }
    }
}
