package org.huisheng.feedback.project;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.huisheng.feedback.request.Checks;
import org.jspecify.annotations.Nullable;

/** Amounts and figures, exact to their last digit. */
final class Numbers {

    /** Of yuan: cents are the last digits. */
    static final int CENTS = 2;

    static final int DECIMALS = 4;
    private static final int INTEGER_DIGITS = 12;

    private Numbers() {}

    static BigDecimal amount(Checks checks, String path, @Nullable BigDecimal said) {
        var amount = number(checks, path, said, CENTS);
        if (amount.signum() < 0) {
            checks.add(path, "negative-amount");
        }
        return amount;
    }

    /** Nothing is rounded: what has more decimals than are kept is refused. */
    static BigDecimal number(Checks checks, String path, @Nullable BigDecimal said, int decimals) {
        var number = checks.required(path, said, BigDecimal.ZERO);
        // Before anything is made of it: an exponent can spell a number no memory holds.
        if (Math.abs((long) number.scale()) > INTEGER_DIGITS + DECIMALS
                || (long) number.precision() - number.scale() > INTEGER_DIGITS
                || number.stripTrailingZeros().scale() > decimals) {
            checks.add(path, "bad-number", INTEGER_DIGITS, decimals);
            return BigDecimal.ZERO;
        }
        return number.setScale(decimals, RoundingMode.UNNECESSARY);
    }

    /** As people write it: without zeros nobody said. */
    static String plain(@Nullable BigDecimal number) {
        return number == null ? "" : number.stripTrailingZeros().toPlainString();
    }
}
