package org.huisheng.feedback.plan.monthly;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.huisheng.feedback.plan.monthly.PlanReport.Remarks;
import org.huisheng.feedback.request.Checks;
import org.huisheng.feedback.request.Numbers;
import org.jspecify.annotations.Nullable;

/** What the office adds to a monthly report. */
record PlanReportRequest(
        @Nullable String remarks,
        @Nullable String nextSteps,
        @Nullable String helpWanted,
        @Nullable List<@Nullable MovedFigureRequest> figures) {

    private static final int MOST_WORDS = 4000;
    private static final Pattern PERIOD = Pattern.compile("[0-9]{4}(-H[12]|-Q[1-4]|-(0[1-9]|1[0-2]))?");

    record MovedFigureRequest(
            @Nullable String department,
            @Nullable String indicator,
            @Nullable String periodBefore,
            @Nullable BigDecimal valueBefore,
            @Nullable String periodNow,
            @Nullable BigDecimal valueNow) {

        MovedFigure check(Checks checks, String at) {
            return new MovedFigure(
                    checks.text(at + "/department", department, 64),
                    checks.code(at + "/indicator", indicator),
                    period(checks, at + "/periodBefore", periodBefore),
                    number(checks, at + "/valueBefore", valueBefore),
                    period(checks, at + "/periodNow", periodNow),
                    number(checks, at + "/valueNow", valueNow));
        }

        private static String period(Checks checks, String path, @Nullable String said) {
            var period = checks.text(path, said, 7);
            if (said != null && !PERIOD.matcher(period).matches()) {
                checks.add(path, "bad-period");
            }
            return period;
        }

        private static @Nullable BigDecimal number(Checks checks, String path, @Nullable BigDecimal said) {
            return said == null ? null : Numbers.number(checks, path, said, Numbers.DECIMALS);
        }
    }

    Remarks check() {
        var checks = new Checks();
        var moved = new ArrayList<MovedFigure>();
        var said = figures == null ? List.<@Nullable MovedFigureRequest>of() : figures;
        if (said.size() > PlanReport.MOST_FIGURES) {
            checks.add("/figures", "too-many", PlanReport.MOST_FIGURES);
            checks.passed();
        }
        for (var i = 0; i < said.size(); i++) {
            var one = said.get(i) == null ? new MovedFigureRequest(null, null, null, null, null, null) : said.get(i);
            moved.add(one.check(checks, "/figures/" + i));
        }
        var checked = new Remarks(
                checks.optionalText("/remarks", remarks, MOST_WORDS),
                checks.optionalText("/nextSteps", nextSteps, MOST_WORDS),
                checks.optionalText("/helpWanted", helpWanted, MOST_WORDS),
                moved);
        checks.passed();
        return checked;
    }
}
