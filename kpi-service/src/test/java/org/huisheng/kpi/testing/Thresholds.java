package org.huisheng.kpi.testing;

import org.huisheng.kpi.observation.CellSheet;
import org.huisheng.kpi.suppression.ShownFigures;
import org.huisheng.kpi.suppression.Suppression;

/** Suppression thresholds without a configuration. */
public record Thresholds(int threshold, int employeeThreshold) implements Suppression {

    /** Only that no figure is of fewer people; a sheet of one period knows nothing of the others. */
    public ShownFigures in(CellSheet sheet) {
        return (sampleMetric, sides, tags) ->
                sheet.merged(sampleMetric, sides, tags).sources() >= threshold(sheet.contributing(sampleMetric, sides));
    }

    public static Thresholds usual() {
        return new Thresholds(5, 7);
    }

    public static Thresholds none() {
        return new Thresholds(0, 0);
    }
}
