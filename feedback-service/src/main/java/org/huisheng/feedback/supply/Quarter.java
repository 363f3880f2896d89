package org.huisheng.feedback.supply;

import java.time.LocalDate;
import java.util.regex.Pattern;
import org.huisheng.feedback.request.Checks;
import org.jspecify.annotations.Nullable;

/** What a report is about. */
record Quarter(int year, int number) {

    private static final Pattern WRITTEN = Pattern.compile("20[0-9]{2}-Q[1-4]");
    private static final Quarter SOME = new Quarter(2000, 1);

    /** @param written as 2026-Q3 */
    static Quarter parse(String written) {
        return new Quarter(Integer.parseInt(written.substring(0, 4)), written.charAt(6) - '0');
    }

    static boolean isQuarter(String written) {
        return WRITTEN.matcher(written).matches();
    }

    static Quarter check(Checks checks, String path, @Nullable String said) {
        var written = checks.text(path, said, 7);
        if (isQuarter(written)) {
            return parse(written);
        }
        if (said != null) {
            checks.add(path, "bad-quarter");
        }
        return SOME;
    }

    /** The last one that is over on that day. */
    static Quarter before(LocalDate day) {
        var last = day.minusMonths(3);
        return new Quarter(last.getYear(), (last.getMonthValue() + 2) / 3);
    }

    LocalDate firstDayAfter() {
        return LocalDate.of(year, 3 * number - 2, 1).plusMonths(3);
    }

    Quarter aYearBefore() {
        return new Quarter(year - 1, number);
    }

    /** As a report says it. */
    String inWords() {
        return year + "年第" + "一二三四".charAt(number - 1) + "季度";
    }

    @Override
    public String toString() {
        return year + "-Q" + number;
    }
}
