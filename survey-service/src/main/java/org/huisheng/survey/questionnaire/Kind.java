package org.huisheng.survey.questionnaire;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import org.huisheng.kit.problem.Violation;
import org.huisheng.survey.expression.Expression;
import org.huisheng.survey.questionnaire.Choices.Item;
import org.jspecify.annotations.Nullable;

/** What kind of answer a question takes. Checks here are of the answer alone, whatever else was answered. */
public sealed interface Kind {

    /** Reports everything wrong with the form of an answer that says something; {@code path} is its JSON pointer. */
    void check(JsonNode answer, String path, Report report);

    /** {@code text} with a textual input type, or {@code comment}. */
    record Text(TextFormat format, int maxLength, Limits limits) implements Kind {
        @Override
        public void check(JsonNode answer, String path, Report report) {
            if (!answer.isTextual()) {
                report.add(new Violation(path, "text-expected"));
            } else if (answer.textValue().length() > maxLength) {
                report.add(new Violation(path, "too-long", maxLength));
            } else if (!answer.textValue().isEmpty() && !format.matches(answer.textValue())) {
                report.add(new Violation(path, "bad-format", format.inputType()));
            }
        }
    }

    /** {@code text} with input type number or range. @param step 0 for any */
    record Number(Limits limits, BigDecimal step) implements Kind {
        @Override
        public void check(JsonNode answer, String path, Report report) {
            if (!answer.isNumber()) {
                report.add(new Violation(path, "number-expected"));
            }
        }

        boolean isOffStep(JsonNode answer) {
            return step.signum() > 0
                    && answer.isNumber()
                    && isHumanSized(answer)
                    && answer.decimalValue().remainder(step).signum() != 0;
        }

        private static boolean isHumanSized(JsonNode number) {
            return Math.abs(number.doubleValue()) < 1e15
                    && number.decimalValue().scale() < 50;
        }
    }

    /** {@code radiogroup}, {@code dropdown}, {@code imagepicker}. */
    record SingleChoice(Choices choices) implements Kind {
        @Override
        public void check(JsonNode answer, String path, Report report) {
            if (!choices.offers(answer)) {
                report.add(new Violation(path, "not-offered"));
            }
        }
    }

    /** {@code checkbox} and its like. @param max 0 for no upper limit @param ordered whether the order was chosen too */
    record MultipleChoice(Choices choices, int min, int max, boolean ordered) implements Kind {
        @Override
        public void check(JsonNode answer, String path, Report report) {
            if (!answer.isArray()) {
                report.add(new Violation(path, "list-expected"));
                return;
            }
            var seen = new HashSet<ChoiceValue>();
            for (var index = 0; index < answer.size(); index++) {
                if (!choices.offers(answer.get(index))) {
                    report.add(new Violation(path + "/" + index, "not-offered"));
                } else if (!seen.add(ChoiceValue.of(answer.get(index)))) {
                    report.add(new Violation(path + "/" + index, "chosen-twice"));
                } else if (answer.size() > 1 && choices.isExclusive(answer.get(index))) {
                    report.add(new Violation(path + "/" + index, "chosen-with-others"));
                }
            }
            if (max > 0 && answer.size() > max) {
                report.add(new Violation(path, "too-many-chosen", max));
            }
        }

        /** Also an empty answer has too few, as SurveyJS sees it; "none" alone is enough. */
        boolean hasTooFew(JsonNode answer) {
            return answer.size() < min && !(answer.size() == 1 && choices.isExclusive(answer.get(0)));
        }
    }

    /** {@code boolean}; the values default to true and false. */
    record YesNo(ChoiceValue whenTrue, ChoiceValue whenFalse) implements Kind {
        @Override
        public void check(JsonNode answer, String path, Report report) {
            var value = ChoiceValue.of(answer);
            if (!value.equals(whenTrue) && !value.equals(whenFalse)) {
                report.add(new Violation(path, "yes-or-no-expected"));
            }
        }
    }

    /** {@code rating}: the values it shows, in order. */
    record Rating(List<ChoiceValue> values) implements Kind {
        public Rating {
            values = List.copyOf(values);
        }

        @Override
        public void check(JsonNode answer, String path, Report report) {
            if (!values.contains(ChoiceValue.of(answer))) {
                report.add(new Violation(
                        path,
                        "out-of-range",
                        values.getFirst().toString(),
                        values.getLast().toString()));
            }
        }
    }

    /** {@code matrix}: one column value per row. */
    record Matrix(Choices rows, Choices columns, boolean eachRowRequired, boolean eachRowUnique) implements Kind {
        @Override
        public void check(JsonNode answer, String path, Report report) {
            if (!answer.isObject()) {
                report.add(new Violation(path, "object-expected"));
                return;
            }
            for (var cell : answer.properties()) {
                var cellPath = path + "/" + Json.escape(cell.getKey());
                if (!hasRow(cell.getKey())) {
                    report.add(new Violation(cellPath, "unknown-row", cell.getKey()));
                } else if (!Json.isEmpty(cell.getValue()) && !columns.offers(cell.getValue())) {
                    report.add(new Violation(cellPath, "not-offered"));
                }
            }
        }

        private boolean hasRow(String name) {
            return rows.items().stream().anyMatch(row -> row.value().text().equals(name));
        }

        public List<String> rowNames() {
            return rows.values().stream().map(ChoiceValue::toString).toList();
        }
    }

    /** {@code matrixdropdown}: in each row an answer per column. */
    record Grid(List<Item> rows, Layout columns) implements Kind {
        public Grid {
            rows = List.copyOf(rows);
        }

        @Override
        public void check(JsonNode answer, String path, Report report) {
            if (!answer.isObject()) {
                report.add(new Violation(path, "object-expected"));
                return;
            }
            for (var row : answer.properties()) {
                var rowPath = path + "/" + Json.escape(row.getKey());
                if (rows.stream().noneMatch(known -> known.value().text().equals(row.getKey()))) {
                    report.add(new Violation(rowPath, "unknown-row", row.getKey()));
                } else if (!row.getValue().isObject()) {
                    report.add(new Violation(rowPath, "object-expected"));
                }
            }
        }
    }

    /** {@code multipletext}: a few texts under one title. */
    record TextFields(Layout fields) implements Kind {
        @Override
        public void check(JsonNode answer, String path, Report report) {
            if (!answer.isObject()) {
                report.add(new Violation(path, "object-expected"));
            }
        }
    }

    /** {@code paneldynamic}: the same questions as often as wanted. @param key whose answers must differ, or null */
    record Panels(
            Layout layout,
            int count,
            int min,
            int max,
            @Nullable String key) implements Kind {
        @Override
        public void check(JsonNode answer, String path, Report report) {
            if (!answer.isArray()) {
                report.add(new Violation(path, "list-expected"));
                return;
            }
            if (answer.size() > max) {
                report.add(new Violation(path, "too-many", max));
            }
            for (var index = 0; index < answer.size(); index++) {
                if (!answer.get(index).isObject()) {
                    report.add(new Violation(path + "/" + index, "object-expected"));
                }
            }
        }

        int shown(int answered) {
            return Math.clamp(answered == 0 ? count : answered, min, max);
        }
    }

    /** {@code expression}: we compute it, whatever was sent. @param precision digits after the point, negative for all */
    record Computed(Expression expression, int precision) implements Kind {
        @Override
        public void check(JsonNode answer, String path, Report report) {}
    }

    /** {@code html} and {@code image}: nothing to answer. */
    enum Decoration implements Kind {
        DECORATION;

        @Override
        public void check(JsonNode answer, String path, Report report) {
            report.add(new Violation(path, "nothing-to-answer"));
        }
    }
}
