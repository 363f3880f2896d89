package org.huisheng.kpi.testing;

import org.huisheng.kpi.scoring.Suppression;

/** Suppression thresholds without a configuration. */
public record Thresholds(int threshold, int employeeThreshold) implements Suppression {

    public static Thresholds usual() {
        return new Thresholds(5, 7);
    }

    public static Thresholds none() {
        return new Thresholds(0, 0);
    }
}
