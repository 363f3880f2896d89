package org.huisheng.survey.expression;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huisheng.survey.expression.value.Arithmetic;
import org.huisheng.survey.expression.value.Coercion;
import org.huisheng.survey.expression.value.Numerals;
import org.huisheng.survey.expression.value.Value;
import org.huisheng.survey.expression.value.Value.Items;
import org.huisheng.survey.expression.value.Value.Num;
import org.huisheng.survey.expression.value.Value.Text;

/** The functions that need nothing but their arguments and the time, by the names SurveyJS gives them. */
final class Functions {

    @FunctionalInterface
    interface Function {
        Value apply(List<Value> arguments, Run run);
    }

    private static final Map<String, Function> BY_NAME = new HashMap<>(DateFunctions.BY_NAME);

    static {
        BY_NAME.put("iif", (arguments, _) -> iif(arguments));
        BY_NAME.put("sum", (arguments, _) -> sum(flat(arguments)));
        BY_NAME.put("count", (arguments, _) -> new Num(flat(arguments).size()));
        BY_NAME.put("avg", (arguments, _) -> average(flat(arguments)));
        BY_NAME.put("min", (arguments, _) -> extreme(flat(arguments), true));
        BY_NAME.put("max", (arguments, _) -> extreme(flat(arguments), false));
        BY_NAME.put("round", (arguments, _) -> new Num(round(flat(arguments))));
        BY_NAME.put("trunc", (arguments, _) -> new Num(trunc(flat(arguments))));
        BY_NAME.put("substring", (arguments, _) -> substring(arguments));
        // Answers come from a page that could be filled in.
        BY_NAME.put("isDisplayMode", (_, _) -> Value.Bool.FALSE);
    }

    private Functions() {}

    static Optional<Function> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    static Value argument(List<Value> arguments, int index) {
        return index < arguments.size() ? arguments.get(index) : Value.UNDEFINED;
    }

    private static Value iif(List<Value> arguments) {
        if (arguments.size() < 2) {
            return Value.NULL;
        }
        return Coercion.truthy(arguments.getFirst()) ? arguments.get(1) : argument(arguments, 2);
    }

    /** All numbers and other values in the arguments, lists unfolded, nothing left out but what is missing. */
    private static List<Value> flat(List<Value> arguments) {
        var all = new ArrayList<Value>();
        unfold(arguments, all);
        return all;
    }

    private static void unfold(List<Value> values, List<Value> all) {
        for (var value : values) {
            if (value instanceof Items(var items)) {
                unfold(items, all);
            } else if (!value.isNothing()) {
                all.add(Coercion.isNumber(value) ? new Num(Coercion.surveyNumber(value)) : value);
            }
        }
    }

    private static Value sum(List<Value> values) {
        Value sum = Num.ZERO;
        for (var value : values) {
            sum = Arithmetic.correctedSum(sum, value, Coercion.add(sum, value));
        }
        return sum;
    }

    private static Value average(List<Value> values) {
        return values.isEmpty() ? Num.ZERO : new Num(Coercion.number(sum(values)) / values.size());
    }

    private static Value extreme(List<Value> values, boolean smallest) {
        var best = Value.UNDEFINED;
        for (var value : values) {
            if (best.isUndefined() || (smallest ? Coercion.less(value, best) : Coercion.less(best, value))) {
                best = value;
            }
        }
        return best;
    }

    private static double round(List<Value> values) {
        var precision = Coercion.truthy(argument(values, 1)) ? argument(values, 1) : Num.ZERO;
        if (!Coercion.isNumber(argument(values, 0)) || !Coercion.isNumber(precision)) {
            return Double.NaN;
        }
        var power = StrictMath.pow(10, Coercion.number(precision));
        var scaled = Coercion.number(values.getFirst()) * power * (1 + Math.ulp(1.0));
        var floor = Math.floor(scaled);
        return (scaled - floor >= 0.5 ? floor + 1 : floor) / power;
    }

    private static double trunc(List<Value> values) {
        var precision = Coercion.truthy(argument(values, 1)) ? argument(values, 1) : new Num(-1);
        if (!Coercion.isNumber(argument(values, 0)) || !Coercion.isNumber(precision)) {
            return Double.NaN;
        }
        return Numerals.number(cut(Coercion.text(values.getFirst()), Coercion.number(precision)));
    }

    /** SurveyJS cuts the number as it is written, be it 1e21. */
    private static String cut(String written, double digits) {
        var end = skipDigits(written, written.startsWith("-") ? 1 : 0, written.length());
        return digits < 1 || end == written.length()
                ? written.substring(0, end)
                : written.substring(0, skipDigits(written, end + 1, end + 1 + (int) digits));
    }

    private static int skipDigits(String text, int from, int furthest) {
        var position = from;
        while (position < Math.min(furthest, text.length()) && Character.isDigit(text.charAt(position))) {
            position++;
        }
        return position;
    }

    private static Value substring(List<Value> arguments) {
        if (!(argument(arguments, 0) instanceof Text(var text)) || !Coercion.isNumber(argument(arguments, 1))) {
            return Text.EMPTY;
        }
        var start = position(arguments.get(1), text.length());
        var end = Coercion.isNumber(argument(arguments, 2)) ? position(arguments.get(2), text.length()) : text.length();
        return new Text(text.substring(Math.min(start, end), Math.max(start, end)));
    }

    private static int position(Value number, int length) {
        return (int) Math.clamp(Coercion.number(number), 0, length);
    }
}
