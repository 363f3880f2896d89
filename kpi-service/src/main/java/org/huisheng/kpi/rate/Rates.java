package org.huisheng.kpi.rate;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.EnumSet;
import java.util.stream.Stream;
import org.huisheng.events.Side;
import org.huisheng.kpi.observation.CellSheet;
import org.huisheng.kpi.scoring.Rounding;
import org.huisheng.kpi.scoring.State;
import org.huisheng.kpi.suppression.ShownFigures;
import org.jspecify.annotations.Nullable;

/**
 * 响应率, 解决率 and 满意率 of the cases received in a period, in percent. Cases nobody has dealt with count in the first
 * two, overdue or not; only confirmed cases count in the third, so that nobody's silence passes for satisfaction.
 *
 * @param n cases received
 * @param open received and not resolved, or disputed since
 * @param confirmed what the satisfaction rate is a share of
 * @param openOverdue of the open ones those whose time to be resolved is over
 * @param unconfirmed resolved, and the stakeholder has not agreed yet
 * @param responseOnTimeRate of all received, those answered in time; null of a time without due times
 * @param resolutionOnTimeRate of all received, those whose resolution stands and was in time; null likewise
 */
public record Rates(
        State state,
        @Nullable Long n,
        @Nullable Long open,
        @Nullable BigDecimal responseRate,
        @Nullable BigDecimal resolutionRate,
        State satisfactionState,
        @Nullable Long confirmed,
        @Nullable BigDecimal satisfactionRate,
        @Nullable Long openOverdue,
        @Nullable Long unconfirmed,
        @Nullable BigDecimal responseOnTimeRate,
        @Nullable BigDecimal resolutionOnTimeRate) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    static Rates of(CellSheet cells, Side side, ShownFigures shown) {
        var received = count(cells, "case.received", side);
        var state = state(received, shown.contain("case.received", EnumSet.of(side)));
        if (state == State.SUPPRESSED) {
            return new Rates(state, null, null, null, null, state, null, null, null, null, null, null);
        }
        if (state == State.NO_DATA) {
            return new Rates(state, 0L, 0L, null, null, state, 0L, null, 0L, 0L, null, null);
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
                satisfactionState == State.SCORED ? percent(count(cells, "case.satisfied", side), confirmed) : null,
                count(cells, "case.overdue", side),
                // The difference of two figures that are shown says nothing they do not.
                satisfactionState == State.SUPPRESSED ? null : resolved - confirmed,
                share(cells, side, received, "case.responded-on-time"),
                share(cells, side, received, "case.resolved-on-time", "case.overdue"));
    }

    /** Null where none of the metrics was ever counted: of a time without due times nothing can be said. */
    private static @Nullable BigDecimal share(
            CellSheet cells, Side side, long received, String part, String... others) {
        var known = Stream.concat(Stream.of(part), Stream.of(others))
                .anyMatch(metric -> cells.cell(metric, side).n() > 0);
        return known ? percent(count(cells, part, side), received) : null;
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
