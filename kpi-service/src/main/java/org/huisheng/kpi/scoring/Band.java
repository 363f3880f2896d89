package org.huisheng.kpi.scoring;

import java.math.BigDecimal;
import org.huisheng.kpi.contract.Lights;
import org.jspecify.annotations.Nullable;

/** The traffic light: usually below 60, below 80, from 80; an indicator may have limits of its own. */
public enum Band {
    RED,
    YELLOW,
    GREEN;

    /** Judges the score as it is shown, so that nobody sees 80 in yellow. */
    public static @Nullable Band of(@Nullable BigDecimal score, Lights lights) {
        if (score == null) {
            return null;
        }
        if (score.compareTo(lights.yellowFrom()) < 0) {
            return RED;
        }
        return score.compareTo(lights.greenFrom()) < 0 ? YELLOW : GREEN;
    }
}
