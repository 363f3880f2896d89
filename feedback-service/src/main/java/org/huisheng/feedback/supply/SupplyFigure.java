package org.huisheng.feedback.supply;

import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.huisheng.feedback.request.Numbers;
import org.jspecify.annotations.Nullable;

/**
 * A figure of a report.
 *
 * @param previous of the same quarter a year before
 */
@Embeddable
record SupplyFigure(
        String code,
        String name,
        String unit,
        @Nullable BigDecimal present,
        @Nullable BigDecimal previous,
        @Nullable String note) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** What it changed by, in words: in percent of what it was, for a percentage in points of it. Empty while that is open. */
    String change() {
        if (present == null || previous == null) {
            return "";
        }
        var difference = present.subtract(previous);
        if (difference.signum() == 0) {
            return "持平";
        }
        var way = difference.signum() > 0 ? "上升" : "下降";
        if (unit.equals("%")) {
            return way + Numbers.plain(difference.abs()) + "个百分点";
        }
        if (previous.signum() == 0) {
            return way + Numbers.plain(difference.abs()) + unit;
        }
        var percent = difference.abs().multiply(HUNDRED).divide(previous.abs(), 1, RoundingMode.HALF_UP);
        return way + Numbers.plain(percent) + "%";
    }

    String withUnit(@Nullable BigDecimal number) {
        return number == null ? "" : Numbers.plain(number) + unit;
    }
}
