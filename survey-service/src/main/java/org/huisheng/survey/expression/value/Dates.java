package org.huisheng.survey.expression.value;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.huisheng.survey.expression.value.Value.Bool;
import org.huisheng.survey.expression.value.Value.Fields;
import org.huisheng.survey.expression.value.Value.Items;
import org.huisheng.survey.expression.value.Value.Moment;
import org.huisheng.survey.expression.value.Value.Nothing;
import org.huisheng.survey.expression.value.Value.Num;
import org.huisheng.survey.expression.value.Value.Text;
import org.jspecify.annotations.Nullable;

/** Dates as SurveyJS makes them from answers. Of the texts JavaScript takes for a date only the regular ones are read. */
public final class Dates {

    private static final Pattern ISO = Pattern.compile("(\\d{4})(?:-(\\d{2})(?:-(\\d{2}))?)?"
            + "(?:T(\\d{2}):(\\d{2})(?::(\\d{2})(?:\\.(\\d{1,9}))?)?(Z|[+-]\\d{2}:\\d{2})?)?");
    private static final Pattern SHORT = Pattern.compile("(\\d{4})[-/](\\d{1,2})[-/](\\d{1,2})");
    private static final DateTimeFormatter TEXT =
            DateTimeFormatter.ofPattern("EEE MMM dd yyyy HH:mm:ss 'GMT'xx '('zzzz')'", Locale.ENGLISH);
    private static final double LAST = 8.64e15;
    private static final int LONGEST = 40;

    private Dates() {}

    public static Moment at(Instant instant, ZoneId zone) {
        return new Moment(instant.toEpochMilli(), zone);
    }

    public static Moment at(LocalDateTime local, ZoneId zone) {
        return at(local.atZone(zone).toInstant(), zone);
    }

    public static Moment invalid(ZoneId zone) {
        return new Moment(Double.NaN, zone);
    }

    public static boolean isValid(Moment moment) {
        return !Double.isNaN(moment.epochMillis());
    }

    public static ZonedDateTime local(Moment moment) {
        return Instant.ofEpochMilli((long) moment.epochMillis()).atZone(moment.zone());
    }

    /** {@code new Date(value)}, except that a date without time is local midnight. */
    public static Moment of(Value value, ZoneId zone) {
        return switch (value) {
            case Moment moment -> moment;
            case Text(var text) -> parse(text, zone);
            case Items items -> parse(Coercion.text(items), zone);
            case Fields _ -> invalid(zone);
            case Nothing _, Bool _, Num _ -> ofMillis(Coercion.number(value), zone);
        };
    }

    public static Moment ofMillis(double millis, ZoneId zone) {
        return Math.abs(millis) <= LAST ? new Moment((double) (long) millis, zone) : invalid(zone);
    }

    private static Moment parse(String text, ZoneId zone) {
        if (text.length() > LONGEST) {
            return invalid(zone);
        }
        try {
            var iso = ISO.matcher(text);
            if (iso.matches()) {
                return moment(iso, zone);
            }
            var date = SHORT.matcher(text);
            return date.matches() ? at(day(date).atStartOfDay(), zone) : invalid(zone);
        } catch (DateTimeException impossible) {
            return invalid(zone);
        }
    }

    private static Moment moment(Matcher iso, ZoneId zone) {
        var hour = number(iso.group(4), 0);
        var minutes = number(iso.group(5), 0) * 60 + number(iso.group(6), 0);
        if (hour == 24 && minutes > 0) {
            return invalid(zone);
        }
        var local = day(iso).atTime(hour % 24, number(iso.group(5), 0), number(iso.group(6), 0));
        var time = (hour == 24 ? local.plusDays(1) : local).plusNanos(millis(iso.group(7)) * 1_000_000L);
        if (iso.group(8) != null) {
            return at(time.toInstant(ZoneOffset.of(iso.group(8))), zone);
        }
        return iso.group(3) == null && iso.group(4) == null ? at(time.toInstant(ZoneOffset.UTC), zone) : at(time, zone);
    }

    /** Days past the end of a month run on into the next: 30 February is a day in March. */
    private static LocalDate day(Matcher matched) {
        var day = number(matched.group(3), 1);
        if (day < 1 || day > 31) {
            throw new DateTimeException("No month has such a day");
        }
        return LocalDate.of(number(matched.group(1), 0), number(matched.group(2), 1), 1)
                .plusDays(day - 1L);
    }

    private static int millis(@Nullable String fraction) {
        return fraction == null ? 0 : Integer.parseInt((fraction + "00").substring(0, 3));
    }

    private static int number(@Nullable String digits, int absent) {
        return digits == null ? absent : Integer.parseInt(digits);
    }

    static String text(Moment moment) {
        return isValid(moment) ? TEXT.format(local(moment)) : "Invalid Date";
    }
}
