package org.huisheng.kpi.rate;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.EnumSet;
import org.huisheng.events.Side;
import org.huisheng.kpi.observation.CellSheet;
import org.huisheng.kpi.scoring.Rounding;
import org.huisheng.kpi.scoring.State;
import org.huisheng.kpi.suppression.ShownFigures;
import org.jspecify.annotations.Nullable;

/**
 * 响应率, 解决率 and 满意率 of the cases received in a period, in percent. Cases nobody has dealt with count in the first
 * two; only confirmed cases count in the third.
 *
 * @param n cases received
 * @param open received and not resolved, or disputed since
 * @param confirmed what the satisfaction rate is a share of
 */
public record Rates(
        State state,
        @Nullable Long n,
        @Nullable Long open,
        @Nullable BigDecimal responseRate,
        @Nullable BigDecimal resolutionRate,
        State satisfactionState,
        @Nullable Long confirmed,
        @Nullable BigDecimal satisfactionRate) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    static Rates of(CellSheet cells, Side side, ShownFigures shown) {
        var received = count(cells, "case.received", side);
        var state = state(received, shown.contain("case.received", EnumSet.of(side)));
        if (state == State.SUPPRESSED) {
            return new Rates(state, null, null, null, null, state, null, null);
        }
        if (state == State.NO_DATA) {
            return new Rates(state, 0L, 0L, null, null, state, 0L, null);
        }
        var resolved = count(cells, "case.resolved", side);
        var confirmed = count(cells, "case.confirmed", side);
        var satisfactionState = state(confirmed, shown.contain("case.confirmed", EnumSet.of(side)));
        return new Rates(
                state,
                received,
                received - resolved,
                percent(count(cells, "case.responded", side), received),
                percent(resolved, received),
                satisfactionState,
                satisfactionState == State.SUPPRESSED ? null : confirmed,
                satisfactionState == State.SCORED ? percent(count(cells, "case.satisfied", side), confirmed) : null);
    }

    private static State state(long n, boolean shown) {
        if (n <= 0) {
            return State.NO_DATA;
        }
        return shown ? State.SCORED : State.SUPPRESSED;
    }

    private static long count(CellSheet cells, String metric, Side side) {
        return cells.cell(metric, side).sum().longValueExact();
    }

    private static @Nullable BigDecimal percent(long part, long whole) {
        return Rounding.value(
                BigDecimal.valueOf(part).multiply(HUNDRED).divide(BigDecimal.valueOf(whole), MathContext.DECIMAL128));
    }
}
