package org.huisheng.kpi.seal.adjustment;

import java.math.BigDecimal;
import java.util.List;
import org.huisheng.kpi.contract.Indicator;
import org.huisheng.kpi.period.Period;
import org.huisheng.kpi.score.Level;
import org.huisheng.kpi.score.Scorecard.Named;
import org.huisheng.kpi.scoring.Band;
import org.huisheng.kpi.scoring.IndicatorScore;
import org.huisheng.kpi.scoring.State;
import org.jspecify.annotations.Nullable;

/**
 * Sealed figures beside what they would be if all adjustments had counted where they belong.
 *
 * @param rows one for each indicator
 * @param totals one for each dimension, and one for each contract
 */
record Recomputation(Period period, List<Row> rows, List<Total> totals) {

    /** How the two differ. */
    enum Difference {
        NONE,
        SHOWN,
        /** So few adjustments are behind it that it could tell what somebody answered. */
        SUPPRESSED
    }

    /** @param after null when the difference is suppressed */
    record Row(
            String department,
            String departmentName,
            String indicator,
            String name,
            Difference difference,
            Figure before,
            @Nullable Figure after,
            @Nullable String nameEn) {

        static Row of(Named department, IndicatorScore before, IndicatorScore after, Difference difference) {
            Indicator indicator = before.indicator();
            return new Row(
                    department.code(),
                    department.name(),
                    indicator.code(),
                    indicator.name(),
                    difference,
                    Figure.of(before),
                    difference == Difference.SUPPRESSED ? null : Figure.of(after),
                    indicator.nameEn());
        }
    }

    /**
     * What a contract or a dimension of it comes to.
     *
     * @param code the dimension's, or the contract's year
     * @param after null when the difference is suppressed
     */
    record Total(
            String department,
            String departmentName,
            Level level,
            String code,
            String name,
            Difference difference,
            Outcome before,
            @Nullable Outcome after,
            @Nullable String nameEn) {}

    record Outcome(@Nullable BigDecimal score, @Nullable Band band, State state) {}

    record Figure(
            @Nullable Long n,
            @Nullable BigDecimal value,
            @Nullable BigDecimal score,
            @Nullable Band band,
            State state) {

        static Figure of(IndicatorScore score) {
            return new Figure(score.measured().n(), score.value(), score.score(), score.band(), score.state());
        }
    }
}
