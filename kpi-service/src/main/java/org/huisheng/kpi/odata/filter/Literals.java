package org.huisheng.kpi.odata.filter;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.regex.Pattern;

/** Values as they are written in addresses. */
public final class Literals {

    private static final Pattern GUID =
            Pattern.compile("[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,30}(?:\\.\\d{1,30})?(?:[eE][+-]?\\d{1,2})?");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
    /** A plus sign that was not encoded arrives as a space. */
    private static final Pattern MOMENT = Pattern.compile(
            "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d{1,12})?)?(?:[Zz]|[+ -]\\d\\d:\\d\\d)");

    private static final int NANOS = 9;

    private Literals() {}

    static boolean isGuid(String text) {
        return GUID.matcher(text).matches();
    }

    /** A literal without quotes. */
    static Object of(int position, String text) {
        try {
            if (isGuid(text)) {
                return UUID.fromString(text);
            }
            if (NUMBER.matcher(text).matches()) {
                return new BigDecimal(text);
            }
            if (DATE.matcher(text).matches()) {
                return date(text);
            }
            if (MOMENT.matcher(text).matches()) {
                return moment(text);
            }
        } catch (DateTimeException noSuchDay) {
            throw Refusal.unreadable(position, text);
        }
        throw Refusal.unreadable(position, text);
    }

    static Type type(Object value) {
        return switch (value) {
            case String _ -> Type.STRING;
            case BigDecimal _ -> Type.DECIMAL;
            case Instant _ -> Type.DATE_TIME;
            case LocalDate _ -> Type.DATE;
            case Boolean _ -> Type.BOOLEAN;
            case UUID _ -> Type.GUID;
            default -> throw new IllegalArgumentException("no literal: " + value.getClass());
        };
    }

    private static LocalDate date(String text) {
        var date = LocalDate.parse(text);
        if (date.getYear() < 1) {
            throw new DateTimeException("before our era");
        }
        return date;
    }

    private static Instant moment(String text) {
        date(text.substring(0, text.indexOf('T')));
        return OffsetDateTime.parse(withoutDust(text.replace(' ', '+'))).toInstant();
    }

    /** Twelve digits of a second are allowed, of which Java knows nine. */
    private static String withoutDust(String text) {
        var dot = text.indexOf('.');
        if (dot < 0) {
            return text;
        }
        var end = dot + 1;
        while (Character.isDigit(text.charAt(end))) {
            end++;
        }
        return text.substring(0, Math.min(end, dot + 1 + NANOS)) + text.substring(end);
    }
}
