package org.huisheng.feedback.plan;

import jakarta.persistence.Embeddable;
import java.util.regex.Pattern;
import org.huisheng.feedback.request.Checks;
import org.jspecify.annotations.Nullable;

/**
 * A figure of a performance contract, by the codes kpi-service gives it; what it is and how it moved is asked there
 * ({@code scores/{department}/{period}/trend}), since only that service knows.
 *
 * @param period a year, half, quarter or month
 */
@Embeddable
record Figure(String department, String indicator, String period) {

    private static final Pattern PERIOD = Pattern.compile("[0-9]{4}(-H[12]|-Q[1-4]|-(0[1-9]|1[0-2]))?");

    record FigureRequest(
            @Nullable String department,
            @Nullable String indicator,
            @Nullable String period) {}

    static Figure check(Checks checks, String path, FigureRequest said) {
        var period = checks.text(path + "/period", said.period(), 7);
        if (said.period() != null && !PERIOD.matcher(period).matches()) {
            checks.add(path + "/period", "bad-figure-period");
        }
        return new Figure(
                checks.code(path + "/department", said.department()),
                checks.code(path + "/indicator", said.indicator()),
                period);
    }
}
