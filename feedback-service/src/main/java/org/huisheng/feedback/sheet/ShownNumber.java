package org.huisheng.feedback.sheet;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A number as the person who typed it sees it. A workbook keeps 99.98 % as 0.9998 and a day as the number of days since 1900; only the
 * cell's format says what is meant.
 */
final class ShownNumber {

    /** As many as a spreadsheet shows: what is behind them is how the machine keeps a number, 0.28999999999999998 for 0.29. */
    private static final MathContext DIGITS = new MathContext(15, RoundingMode.HALF_UP);

    /** Words in a format, conditions and colours, and signs that stand for themselves. */
    private static final Pattern ASIDE = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*]|[\\\\_*].");

    private static final Pattern OF_TIME = Pattern.compile("[ymdhs]", Pattern.CASE_INSENSITIVE);

    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);
    private static final LocalDate DAY_ZERO_1904 = LocalDate.of(1904, 1, 1);
    private static final BigDecimal LAST_DAY = BigDecimal.valueOf(2_958_465);
    private static final BigDecimal SECONDS = BigDecimal.valueOf(86_400);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private ShownNumber() {}

    /**
     * @param format as the cell has it, null where it has none
     * @param id of the format: some of those that are built in are given by it alone
     * @param since1904 what the days of the workbook are counted from
     */
    static String of(BigDecimal kept, @Nullable String format, @Nullable Integer id, boolean since1904) {
        var plain = format == null ? "" : ASIDE.matcher(format).replaceAll("");
        if (isOfTime(plain, id) && kept.signum() >= 0 && kept.compareTo(LAST_DAY) <= 0) {
            return moment(kept, since1904 ? DAY_ZERO_1904 : DAY_ZERO);
        }
        return plain.contains("%") ? plain(kept.movePointRight(2)) + "%" : plain(kept);
    }

    /** Of a format that is given by its id alone these are the days and times of East Asia. */
    private static boolean isOfTime(String plain, @Nullable Integer id) {
        return OF_TIME.matcher(plain).find()
                || plain.isEmpty() && id != null && (id >= 27 && id <= 36 || id >= 50 && id <= 58);
    }

    private static String moment(BigDecimal kept, LocalDate dayZero) {
        var days = kept.setScale(0, RoundingMode.FLOOR);
        var seconds = kept.subtract(days)
                .multiply(SECONDS)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
        var day = dayZero.plusDays(days.longValueExact());
        if (seconds == 0) {
            return day.toString();
        }
        var moment = LocalDateTime.of(day, LocalTime.MIDNIGHT).plusSeconds(seconds);
        return days.signum() == 0 ? TIME.format(moment) : MOMENT.format(moment);
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0
                ? "0"
                : number.round(DIGITS).stripTrailingZeros().toPlainString();
    }
}
