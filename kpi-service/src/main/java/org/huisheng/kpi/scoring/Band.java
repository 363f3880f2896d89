package org.huisheng.kpi.scoring;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The traffic light: below 60, below 80, from 80. */
public enum Band {
    RED,
    YELLOW,
    GREEN;

    private static final BigDecimal YELLOW_FROM = BigDecimal.valueOf(60);
    private static final BigDecimal GREEN_FROM = BigDecimal.valueOf(80);

    /** Judges the score as it is shown, so that nobody sees 80 in yellow. */
    static @Nullable Band of(@Nullable BigDecimal score) {
        if (score == null) {
            return null;
        }
        if (score.compareTo(YELLOW_FROM) < 0) {
            return RED;
        }
        return score.compareTo(GREEN_FROM) < 0 ? YELLOW : GREEN;
    }
}
