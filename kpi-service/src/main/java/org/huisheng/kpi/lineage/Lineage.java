package org.huisheng.kpi.lineage;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.huisheng.events.Side;
import org.huisheng.kpi.contract.Indicator;
import org.huisheng.kpi.contract.Statistic;
import org.huisheng.kpi.period.Period;
import org.huisheng.kpi.score.Scorecard;
import org.huisheng.kpi.scoring.Measurement;
import org.huisheng.kpi.scoring.Rounding;
import org.huisheng.kpi.scoring.State;
import org.huisheng.kpi.web.Page;
import org.jspecify.annotations.Nullable;

/**
 * A figure and the observations it is made of. Over all pages and what is withheld, counted once, the values of
 * {@code metric} add up to {@code sum} and, for a rate, those of {@code denominatorMetric} to {@code denominator}; for the
 * others {@code counts} adds up to {@code n}.
 *
 * @param withheld the same on every page
 */
record Lineage(
        Instant asOf,
        Period period,
        String department,
        String departmentName,
        String indicator,
        String name,
        String metric,
        @Nullable String denominatorMetric,
        List<Side> sides,
        List<String> tags,
        Statistic statistic,
        State state,
        boolean suppressed,
        @Nullable BigDecimal value,
        @Nullable Long n,
        @Nullable BigDecimal sum,
        @Nullable BigDecimal denominator,
        List<Withheld> withheld,
        List<Item> items,
        @Nullable String next) {

    /**
     * One observation.
     *
     * @param raw the answer on its own scale, null where the value is a number of its own or was withdrawn after a seal
     * @param occurredAt of an anonymous answer only the month, as {@code recordedAt}
     * @param source null of an answer withdrawn after a seal: figures still hold its value, and nothing else is told
     * @param counts 1, or -1 where such an answer is taken back, its value negated
     */
    record Item(
            UUID eventId,
            int ordinal,
            String metric,
            Side side,
            String department,
            Instant occurredAt,
            Instant recordedAt,
            BigDecimal value,
            @Nullable BigDecimal raw,
            @Nullable ScaleView scale,
            @Nullable String question,
            @Nullable String row,
            @Nullable TracedSource source,
            int counts) {}

    /**
     * Observations that are not listed, since some of them are from few people or would give those away (ADR 28).
     *
     * @param n how many, {@code sum} what their values add up to
     */
    record Withheld(String metric, long n, @Nullable BigDecimal sum) {}

    record ScaleView(BigDecimal min, BigDecimal max) {}

    static Lineage of(
            Period period,
            Scorecard card,
            Indicator indicator,
            Measurement figure,
            List<Withheld> withheld,
            Page<Item> page) {
        return new Lineage(
                card.asOf(),
                period,
                card.department().code(),
                card.department().name(),
                indicator.code(),
                indicator.name(),
                indicator.metric(),
                indicator.denominatorMetric(),
                indicator.sides(),
                indicator.tags(),
                indicator.statistic(),
                figure.state(),
                figure.state() == State.SUPPRESSED,
                Rounding.value(figure.value()),
                figure.n(),
                Rounding.value(figure.sum()),
                Rounding.value(figure.denominator()),
                withheld,
                page.items(),
                page.next());
    }
}
