package org.huisheng.feedback.request;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Amounts and figures, exact to their last digit. */
public final class Numbers {

    /** Of yuan: cents are the last digits. */
    public static final int CENTS = 2;

    public static final int DECIMALS = 4;
    private static final int INTEGER_DIGITS = 12;

    private Numbers() {}

    public static BigDecimal amount(Checks checks, String path, @Nullable BigDecimal said) {
        var amount = number(checks, path, said, CENTS);
        if (amount.signum() < 0) {
            checks.add(path, "negative-amount");
        }
        return amount;
    }

    /** Nothing is rounded: what has more decimals than are kept is refused. */
    public static BigDecimal number(Checks checks, String path, @Nullable BigDecimal said, int decimals) {
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
    public static String plain(@Nullable BigDecimal number) {
        return number == null ? "" : number.stripTrailingZeros().toPlainString();
    }
}
