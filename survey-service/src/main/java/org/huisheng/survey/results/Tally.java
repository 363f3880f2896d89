package org.huisheng.survey.results;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How often each value was given. Tallies add up; a mean is only made at the end. @param answered people, not values */
record Tally(long answered, Map<String, Long> counts) {

    private static final int DECIMALS = 4;

    static Tally sum(Collection<Tally> tallies) {
        var answered = 0L;
        var counts = new TreeMap<String, Long>();
        for (var tally : tallies) {
            answered += tally.answered();
            tally.counts().forEach((value, count) -> counts.merge(value, count, Long::sum));
        }
        return new Tally(answered, counts);
    }

    /** Null when no value is a number. */
    @Nullable
    BigDecimal mean() {
        var sum = BigDecimal.ZERO;
        var count = 0L;
        for (var entry : counts.entrySet()) {
            var number = number(entry.getKey());
            if (number != null) {
                sum = sum.add(number.multiply(BigDecimal.valueOf(entry.getValue())));
                count += entry.getValue();
            }
        }
        return count == 0
                ? null
                : sum.divide(BigDecimal.valueOf(count), MathContext.DECIMAL64)
                        .setScale(DECIMALS, RoundingMode.HALF_UP)
                        .stripTrailingZeros();
    }

    /** Net promoter score on a scale to 10: the share of 9 and 10 less that of 0 to 6, in points of a hundred. */
    @Nullable
    BigDecimal promoters() {
        var net = 0L;
        var count = 0L;
        for (var entry : counts.entrySet()) {
            var number = number(entry.getKey());
            if (number != null) {
                count += entry.getValue();
                net += number.compareTo(BigDecimal.valueOf(9)) >= 0
                        ? entry.getValue()
                        : number.compareTo(BigDecimal.valueOf(6)) <= 0 ? -entry.getValue() : 0;
            }
        }
        return count == 0
                ? null
                : BigDecimal.valueOf(net * 100).divide(BigDecimal.valueOf(count), 1, RoundingMode.HALF_UP);
    }

    static @Nullable BigDecimal number(String text) {
        try {
            return text.length() > 60 ? null : new BigDecimal(text);
        } catch (NumberFormatException aWord) {
            return null;
        }
    }
}
