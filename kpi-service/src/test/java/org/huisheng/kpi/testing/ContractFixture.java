package org.huisheng.kpi.testing;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.huisheng.events.Side;
import org.huisheng.kpi.contract.Contract;
import org.huisheng.kpi.contract.Dimension;
import org.huisheng.kpi.contract.Direction;
import org.huisheng.kpi.contract.Indicator;
import org.huisheng.kpi.contract.Statistic;
import org.huisheng.kpi.contract.Terms;

/** Contracts to score. */
public final class ContractFixture {

    private static final UUID ID = UUID.fromString("0199b4a0-7c1e-7d3a-9a52-2f6d1c0b9e09");

    private ContractFixture() {}

    public static Contract contract(String department, int year) {
        return contract(
                department,
                year,
                List.of(
                        new Dimension(
                                "MANAGEMENT",
                                "完善管理",
                                "Management",
                                percent(60),
                                List.of(
                                        mean("service", "satisfaction.service", 60, 90, 70),
                                        mean("speed", "satisfaction.speed", 40, 80, 30))),
                        new Dimension(
                                "MECHANISM",
                                "改进机制",
                                "Mechanism",
                                percent(40),
                                List.of(rate("resolution", "case.resolved", "case.received", 50, 100, 100)))));
    }

    public static Contract contract(String department, int year, List<Dimension> dimensions) {
        return contract(department, year, Terms.of(dimensions));
    }

    public static Contract contract(String department, int year, Terms terms) {
        return new Contract(
                ID, department, year, 1, LocalDate.of(year, 1, 1), Instant.EPOCH, "office", null, terms, List.of());
    }

    public static Indicator mean(String code, String metric, int base, int target, int weight) {
        return indicator(code, metric, null, Statistic.MEAN, base, target, weight);
    }

    public static Indicator rate(String code, String metric, String denominator, int base, int target, int weight) {
        return indicator(code, metric, denominator, Statistic.RATE, base, target, weight);
    }

    public static Indicator indicator(
            String code, String metric, String denominator, Statistic statistic, int base, int target, int weight) {
        return new Indicator(
                code,
                code,
                null,
                metric,
                denominator,
                List.of(Side.values()),
                statistic,
                base < target ? Direction.HIGHER : Direction.LOWER,
                BigDecimal.valueOf(base),
                BigDecimal.valueOf(target),
                null,
                percent(weight),
                1);
    }

    public static BigDecimal percent(int weight) {
        return BigDecimal.valueOf(weight);
    }
}
