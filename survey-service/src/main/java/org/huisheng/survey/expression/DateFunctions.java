package org.huisheng.survey.expression;

import static org.huisheng.survey.expression.Functions.argument;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.huisheng.survey.expression.Functions.Function;
import org.huisheng.survey.expression.value.Coercion;
import org.huisheng.survey.expression.value.Dates;
import org.huisheng.survey.expression.value.Value;
import org.huisheng.survey.expression.value.Value.Moment;
import org.huisheng.survey.expression.value.Value.Num;

/** The functions on dates. A month or day beyond its range runs on into the next, as in JavaScript. */
final class DateFunctions {

    private static final double MOST_STEPS = 1e8;

    static final Map<String, Function> BY_NAME = Map.ofEntries(
            Map.entry("currentDate", (_, run) -> now(run)),
            Map.entry("today", DateFunctions::today),
            Map.entry("getDate", (arguments, run) -> given(arguments, 0) ? date(arguments, 0, run) : Value.NULL),
            Map.entry("currentYear", (_, run) -> new Num(Dates.local(now(run)).getYear())),
            Map.entry("getYear", DateFunctions::getYear),
            Map.entry("year", part(ZonedDateTime::getYear)),
            Map.entry("month", part(ZonedDateTime::getMonthValue)),
            Map.entry("day", part(ZonedDateTime::getDayOfMonth)),
            Map.entry("weekday", part(date -> date.getDayOfWeek().getValue() % 7)),
            Map.entry("age", DateFunctions::age),
            Map.entry("diffDays", (arguments, run) -> arguments.size() == 2 ? days(arguments, run) : Num.ZERO),
            Map.entry("dateDiff", DateFunctions::dateDiff),
            Map.entry("dateAdd", DateFunctions::dateAdd));

    private DateFunctions() {}

    private static Moment now(Run run) {
        return Dates.at(run.now(), run.zone());
    }

    private static boolean given(List<Value> arguments, int index) {
        return Coercion.truthy(argument(arguments, index));
    }

    private static Moment date(List<Value> arguments, int index, Run run) {
        return Dates.of(arguments.get(index), run.zone());
    }

    private static Value today(List<Value> arguments, Run run) {
        var midnight = run.now().atZone(run.zone()).toLocalDate().atStartOfDay();
        return arguments.size() == 1
                ? shifted(midnight, ChronoUnit.DAYS, Coercion.number(arguments.getFirst()), run)
                : Dates.at(midnight, run.zone());
    }

    private static Value getYear(List<Value> arguments, Run run) {
        return arguments.size() == 1 && given(arguments, 0)
                ? number(date(arguments, 0, run), ZonedDateTime::getYear)
                : Value.UNDEFINED;
    }

    private static Function part(ToDoubleFunction<ZonedDateTime> part) {
        return (arguments, run) -> number(given(arguments, 0) ? date(arguments, 0, run) : now(run), part);
    }

    private static Num number(Moment moment, ToDoubleFunction<ZonedDateTime> part) {
        return Dates.isValid(moment) ? new Num(part.applyAsDouble(Dates.local(moment))) : Num.NOT_A_NUMBER;
    }

    private static Value age(List<Value> arguments, Run run) {
        if (!given(arguments, 0)) {
            return Value.NULL;
        }
        var unit = unit(arguments, 1, "years");
        // SurveyJS has no second date to count the days to.
        return unit.equals("days") ? Num.ZERO : months(date(arguments, 0, run), now(run), unit);
    }

    private static Value dateDiff(List<Value> arguments, Run run) {
        if (!given(arguments, 0) || !given(arguments, 1)) {
            return Value.NULL;
        }
        var unit = unit(arguments, 2, "days");
        return switch (unit) {
            case "hours" -> elapsed(arguments, 3_600_000, run);
            case "minutes" -> elapsed(arguments, 60_000, run);
            case "seconds" -> elapsed(arguments, 1_000, run);
            case "days" -> days(arguments, run);
            default -> months(date(arguments, 0, run), date(arguments, 1, run), unit);
        };
    }

    private static String unit(List<Value> arguments, int index, String absent) {
        return given(arguments, index) ? Coercion.text(arguments.get(index)) : absent;
    }

    private static Num elapsed(List<Value> arguments, double millis, Run run) {
        var difference =
                date(arguments, 1, run).epochMillis() - date(arguments, 0, run).epochMillis();
        return new Num(Math.ceil(Math.abs(difference) / millis));
    }

    private static Num days(List<Value> arguments, Run run) {
        if (!given(arguments, 0) || !given(arguments, 1)) {
            return Num.ZERO;
        }
        var first = date(arguments, 0, run);
        var second = date(arguments, 1, run);
        return Dates.isValid(first) && Dates.isValid(second)
                ? new Num(Math.abs(day(second).toEpochDay() - day(first).toEpochDay()))
                : Num.NOT_A_NUMBER;
    }

    private static LocalDate day(Moment moment) {
        return Dates.local(moment).toLocalDate();
    }

    private static Num months(Moment first, Moment second, String unit) {
        var inMonths = unit.equals("months");
        if (!Dates.isValid(first) || !Dates.isValid(second)) {
            return inMonths ? Num.NOT_A_NUMBER : Num.ZERO;
        }
        var from = day(first);
        var to = day(second);
        var months = (to.getYear() - from.getYear()) * 12
                + to.getMonthValue()
                - from.getMonthValue()
                - (to.getDayOfMonth() < from.getDayOfMonth() ? 1 : 0);
        return new Num(inMonths ? months : months / 12);
    }

    private static Value dateAdd(List<Value> arguments, Run run) {
        if (!given(arguments, 0) || !given(arguments, 1)) {
            return Value.NULL;
        }
        var date = date(arguments, 0, run);
        if (!Dates.isValid(date)) {
            return date;
        }
        var unit = switch (unit(arguments, 2, "days")) {
            case "days" -> ChronoUnit.DAYS;
            case "months" -> ChronoUnit.MONTHS;
            case "years" -> ChronoUnit.YEARS;
            case "hours" -> ChronoUnit.HOURS;
            case "minutes" -> ChronoUnit.MINUTES;
            case "seconds" -> ChronoUnit.SECONDS;
            default -> ChronoUnit.FOREVER;
        };
        return unit == ChronoUnit.FOREVER
                ? date
                : shifted(Dates.local(date).toLocalDateTime(), unit, Coercion.number(arguments.get(1)), run);
    }

    private static Moment shifted(LocalDateTime from, ChronoUnit unit, double steps, Run run) {
        if (Double.isNaN(steps) || Math.abs(steps) > MOST_STEPS) {
            return Dates.invalid(run.zone());
        }
        var whole = (long) steps;
        return switch (unit) {
            case MONTHS, YEARS -> {
                var month = from.withDayOfMonth(1).plus(whole, unit);
                yield Dates.at(month.plusDays(from.getDayOfMonth() - 1L), run.zone());
            }
            default -> Dates.at(from.plus(whole, unit), run.zone());
        };
    }
}
