package org.huisheng.feedback.project;

import java.math.BigDecimal;

/** Which way an indicator should go. */
enum Direction {
    UP,
    DOWN;

    /** Standing still is not moving, however good the figure was. */
    boolean isBetter(BigDecimal before, BigDecimal after) {
        return switch (this) {
            case UP -> after.compareTo(before) > 0;
            case DOWN -> after.compareTo(before) < 0;
        };
    }
}
