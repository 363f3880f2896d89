package org.huisheng.survey.questionnaire;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.huisheng.survey.expression.Expression;
import org.huisheng.survey.expression.Scope;
import org.huisheng.survey.expression.value.Arithmetic;
import org.huisheng.survey.expression.value.Coercion;
import org.huisheng.survey.expression.value.Value;
import org.huisheng.survey.expression.value.Value.Num;

/** {@code calculatedValues}: named values that other expressions read, some of them stored with the answers. */
public final class Computing {

    /** @param stored whether it becomes part of the answers */
    public record Calculated(String name, Expression expression, boolean stored) {}

    private final List<Calculated> inOrder = new ArrayList<>();

    public Computing(List<Calculated> calculated) {
        calculated.forEach(value -> add(value, calculated, new ArrayList<>()));
    }

    /** What a value is made of comes before it. */
    private void add(Calculated value, List<Calculated> all, List<Calculated> waiting) {
        if (inOrder.contains(value) || waiting.contains(value)) {
            return;
        }
        waiting.add(value);
        for (var other : all) {
            if (value.expression().references().stream()
                    .anyMatch(name -> name.toString().equals(other.name()))) {
                add(other, all, waiting);
            }
        }
        inOrder.add(value);
    }

    boolean isEmpty() {
        return inOrder.isEmpty();
    }

    boolean stores(String name) {
        return inOrder.stream().anyMatch(value -> value.stored() && value.name().equals(name));
    }

    List<Calculated> values() {
        return inOrder;
    }

    void evaluate(Scope scope, Time time, Map<String, Value> into) {
        for (var value : inOrder) {
            into.put(value.name().toLowerCase(Locale.ROOT), time.evaluate(value.expression(), scope));
        }
    }

    /** An endless value is none. */
    static Value rounded(Value value, int precision) {
        if (value instanceof Num(var number) && number == Double.POSITIVE_INFINITY) {
            return Value.UNDEFINED;
        }
        return precision < 0 || !(value instanceof Num(var number)) || !Coercion.isNumber(value)
                ? value
                : new Num(Arithmetic.rounded(number, precision));
    }
}
