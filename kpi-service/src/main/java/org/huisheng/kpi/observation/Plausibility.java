package org.huisheng.kpi.observation;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.regex.Pattern;
import org.huisheng.events.SurveyEvent.MeasuredValue;
import org.huisheng.kit.event.UnreadableEvent;
import org.huisheng.kpi.department.Departments;
import org.huisheng.kpi.period.Period;
import org.jspecify.annotations.Nullable;

/** What no sender of ours would send. It is refused for good, so the record becomes a dead letter. */
final class Plausibility {

    private static final Pattern METRIC = Pattern.compile("[a-z0-9][a-z0-9.-]{0,99}");
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");
    private static final int INTEGER_DIGITS = 9;
    private static final int DECIMALS = 9;
    private static final int LABEL_LENGTH = 500;
    private static final int TAG_LENGTH = 200;
    static final int VALUES_PER_RESPONSE = 2000;

    private Plausibility() {}

    static YearMonth month(Instant when) {
        return YearMonth.from(date(when).atZone(Period.ZONE));
    }

    static YearMonth month(String text) {
        try {
            var month = YearMonth.parse(text);
            date(month.atDay(1).atStartOfDay(Period.ZONE).toInstant());
            return month;
        } catch (DateTimeException notAMonth) {
            throw new UnreadableEvent("month is malformed");
        }
    }

    static Instant date(Instant when) {
        refuseUnless(!when.isBefore(EARLIEST) && when.isBefore(LATEST), "date is absurd");
        return when;
    }

    static String metric(String metric) {
        refuseUnless(METRIC.matcher(metric).matches(), "metric is malformed");
        return metric;
    }

    static String department(String code) {
        refuseUnless(Departments.CODE.matcher(code).matches(), "department code is malformed");
        return code;
    }

    static @Nullable String label(@Nullable String text) {
        refuseUnless(text == null || (text.length() <= LABEL_LENGTH && text.indexOf('\0') < 0), "label is absurd");
        return text;
    }

    /** An empty one is none. */
    static @Nullable String tag(@Nullable String text) {
        refuseUnless(text == null || (text.length() <= TAG_LENGTH && text.indexOf('\0') < 0), "tag is absurd");
        return text == null || text.isEmpty() ? null : text;
    }

    static int rating(int rating) {
        refuseUnless(rating >= 1 && rating <= 5, "rating is not 1 to 5");
        return rating;
    }

    static Scaled scaled(MeasuredValue answer) {
        var value = number(answer.value());
        var min = number(answer.scaleMin());
        var max = number(answer.scaleMax());
        refuseUnless(min.compareTo(max) < 0, "scale is empty");
        refuseUnless(value.compareTo(min) >= 0 && value.compareTo(max) <= 0, "value is off its scale");
        return new Scaled(value, min, max);
    }

    /** Looks at the digits only: arithmetic on 1e999999999 would take for ever. */
    static BigDecimal number(BigDecimal number) {
        refuseUnless(
                (long) number.precision() - number.scale() <= INTEGER_DIGITS && number.scale() <= DECIMALS,
                "number has too many digits");
        return number;
    }

    static void refuseUnless(boolean plausible, String reason) {
        if (!plausible) {
            throw new UnreadableEvent(reason);
        }
    }
}
