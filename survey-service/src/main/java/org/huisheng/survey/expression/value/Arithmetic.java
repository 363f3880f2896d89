package org.huisheng.survey.expression.value;

import java.util.ArrayList;
import org.huisheng.survey.expression.value.Value.Items;
import org.huisheng.survey.expression.value.Value.Num;
import org.huisheng.survey.expression.value.Value.Text;

/** SurveyJS's arithmetic: JavaScript's, rounded to the decimals the operands are written with, so 0.1 + 0.2 is 0.3. */
public final class Arithmetic {

    private Arithmetic() {}

    public static Value plus(Value a, Value b) {
        if (Coercion.isNumber(a) && Coercion.isNumber(b)) {
            return a instanceof Text || b instanceof Text ? Coercion.add(a, b) : correctedSum(a, b, Coercion.add(a, b));
        }
        if (a instanceof Items(var first) && b instanceof Items(var second)) {
            var all = new ArrayList<>(first);
            all.addAll(second);
            return new Items(all);
        }
        if (a instanceof Items list && (b instanceof Text || b instanceof Num)) {
            return b instanceof Text(var text) ? new Text(Coercion.joined(list, ", ") + text) : listPlus(list, b);
        }
        if (b instanceof Items list && (a instanceof Text || a instanceof Num)) {
            return a instanceof Text(var text) ? new Text(text + Coercion.joined(list, ", ")) : listPlus(list, a);
        }
        return Coercion.add(a, b);
    }

    private static Value listPlus(Items list, Value number) {
        Value sum = Num.ZERO;
        for (var item : list.items()) {
            if (item instanceof Num) {
                sum = correctedSum(sum, item, Coercion.add(sum, item));
            }
        }
        return correctedSum(sum, number, Coercion.add(sum, number));
    }

    public static Value minus(Value a, Value b) {
        return correctedSum(a, b, new Num(Coercion.number(a) - Coercion.number(b)));
    }

    public static Value times(Value a, Value b) {
        var digits = decimals(a) + decimals(b);
        var product = Coercion.number(a) * Coercion.number(b);
        return new Num(digits > 0 ? Numerals.rounded(product, digits) : product);
    }

    /** @param sum of both, before rounding */
    public static Value correctedSum(Value a, Value b, Value sum) {
        var digits = Math.max(decimals(a), decimals(b));
        return digits > 0 && sum instanceof Num(var number) ? new Num(Numerals.rounded(number, digits)) : sum;
    }

    /** To that many digits after the point, halves away from zero. */
    public static double rounded(double number, int digits) {
        return Numerals.rounded(number, digits);
    }

    private static int decimals(Value value) {
        if (value instanceof Num(var number) && number == Math.rint(number) || !Coercion.isNumber(value)) {
            return 0;
        }
        var written = Coercion.text(value);
        var point = written.indexOf('.');
        var next = written.indexOf('.', point + 1);
        return point < 0 ? 0 : (next < 0 ? written.length() : next) - point - 1;
    }
}
