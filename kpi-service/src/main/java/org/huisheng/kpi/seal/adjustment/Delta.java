package org.huisheng.kpi.seal.adjustment;

import java.math.BigDecimal;
import java.time.YearMonth;
import org.huisheng.events.Side;
import org.huisheng.kpi.observation.Cell;
import org.huisheng.kpi.observation.CellSheet.Slot;

/**
 * Observations that one sealed month lacks, or has too many.
 *
 * @param sign 1 for lacks, -1 for too many
 * @param moved of those observations
 */
record Delta(String department, Slot slot, YearMonth month, int sign, Cell moved) {

    String metric() {
        return slot.metric();
    }

    Side side() {
        return slot.side();
    }

    /** Extremes stay: no figure is made of them. */
    Cell applied(Cell to) {
        var factor = BigDecimal.valueOf(sign);
        return new Cell(
                to.n() + sign * moved.n(),
                to.sum().add(factor.multiply(moved.sum())),
                to.sumOfSquares().add(factor.multiply(moved.sumOfSquares())),
                to.min(),
                to.max(),
                to.sources() + sign * moved.sources());
    }
}
