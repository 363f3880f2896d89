package org.huisheng.kpi.scoring;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A step on the way from the dimensions to the contract's score.
 *
 * @param code of the item, null for the steps that are no item's
 * @param month a bonus was granted for
 * @param records what it rests on; none where a veto struck by its condition
 * @param limit a veto's ceiling, or the cap of the bonuses
 * @param points what the step adds, below 0 for what it takes away; 0 where a ceiling was not reached anyway
 */
public record Step(
        Kind kind,
        @Nullable String code,
        @Nullable String name,
        @Nullable String nameEn,
        @Nullable YearMonth month,
        List<UUID> records,
        @Nullable BigDecimal limit,
        BigDecimal points) {

    /** In the order they are taken. */
    public enum Kind {
        /** The sum of the dimensions' points. */
        DIMENSIONS,
        BONUS,
        /** What all bonuses give beyond their cap is taken off again. */
        BONUS_CAP,
        VETO
    }

    public Step {
        records = List.copyOf(records);
    }

    static Step of(Kind kind, @Nullable BigDecimal limit, BigDecimal points) {
        return new Step(kind, null, null, null, null, List.of(), limit, Rounding.plain(points));
    }

    static BigDecimal sum(List<Step> steps) {
        return steps.stream().map(Step::points).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
