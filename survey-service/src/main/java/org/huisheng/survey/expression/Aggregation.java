package org.huisheng.survey.expression;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.huisheng.survey.expression.value.Arithmetic;
import org.huisheng.survey.expression.value.Coercion;
import org.huisheng.survey.expression.value.Value;
import org.huisheng.survey.expression.value.Value.Fields;
import org.huisheng.survey.expression.value.Value.Items;
import org.huisheng.survey.expression.value.Value.Num;
import org.huisheng.survey.expression.value.Value.Text;
import org.jspecify.annotations.Nullable;

/** The functions over one field of the rows of a list. */
enum Aggregation {
    SUM("sumInArray"),
    MIN("minInArray"),
    MAX("maxInArray"),
    COUNT("countInArray"),
    AVERAGE("avgInArray");

    private final String written;

    Aggregation(String written) {
        this.written = written;
    }

    static Optional<Aggregation> named(String name) {
        for (var aggregation : values()) {
            if (aggregation.written.equals(name)) {
                return Optional.of(aggregation);
            }
        }
        return Optional.empty();
    }

    /** @param returned the field of the smallest or largest row that is wanted */
    Value over(Value list, Value field, Value returned, @Nullable Node filter, Run run) {
        var rows = field instanceof Text(var name) ? rows(list, name, filter, run) : List.<Fields>of();
        var name = Coercion.text(field);
        return switch (this) {
            case SUM -> sum(rows, name);
            case COUNT -> new Num(rows.size());
            case AVERAGE -> rows.isEmpty() ? Num.ZERO : new Num(Coercion.number(sum(rows, name)) / rows.size());
            case MIN, MAX -> extreme(rows, name, Coercion.text(returned));
        };
    }

    private static List<Fields> rows(Value list, String name, @Nullable Node filter, Run run) {
        var candidates = switch (list) {
            case Items(var items) -> (Collection<Value>) items;
            case Fields(var fields) -> fields.values();
            default -> List.<Value>of();
        };
        return candidates.stream()
                .filter(Fields.class::isInstance)
                .map(Fields.class::cast)
                .filter(row -> !Coercion.isEmpty(row.get(name)))
                .filter(row -> filter == null || Coercion.holds(filter.evaluate(run.within(Paths.scope(row)))))
                .toList();
    }

    private static Value sum(List<Fields> rows, String name) {
        Value sum = Num.ZERO;
        for (var row : rows) {
            var value = numeric(row.get(name));
            if (!value.isNothing()) {
                sum = Arithmetic.correctedSum(sum, value, Coercion.add(sum, value));
            }
        }
        return sum;
    }

    private Value extreme(List<Fields> rows, String name, String returned) {
        var best = Value.UNDEFINED;
        var bestRow = Value.UNDEFINED;
        for (var row : rows) {
            var value = numeric(row.get(name));
            if (!value.isNothing() && (best.isNothing() || isBetter(value, best))) {
                best = value;
                bestRow = row;
            }
        }
        return bestRow instanceof Fields row && !returned.equals(name) ? row.get(returned) : best;
    }

    private boolean isBetter(Value value, Value best) {
        return this == MIN ? Coercion.less(value, best) : Coercion.less(best, value);
    }

    private static Value numeric(Value value) {
        if (!(value instanceof Text)) {
            return value;
        }
        var number = Coercion.surveyNumber(value);
        return Double.isNaN(number) ? Value.UNDEFINED : new Num(number);
    }
}
