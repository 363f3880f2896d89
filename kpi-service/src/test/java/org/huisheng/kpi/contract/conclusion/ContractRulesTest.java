package org.huisheng.kpi.contract.conclusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.huisheng.events.Side;
import org.huisheng.kit.problem.DomainException.RuleViolated;
import org.huisheng.kpi.contract.Contracts.StandardDimension;
import org.huisheng.kpi.contract.Direction;
import org.huisheng.kpi.contract.Statistic;
import org.huisheng.kpi.contract.conclusion.ContractProposal.DimensionProposal;
import org.huisheng.kpi.contract.conclusion.ContractProposal.IndicatorProposal;
import org.junit.jupiter.api.Test;

class ContractRulesTest {

    private static final Map<String, StandardDimension> STANDARD =
            Map.of("AWARENESS", new StandardDimension("AWARENESS", "增强意识", "Awareness"));

    @Test
    void a_sound_proposal_is_agreed_and_takes_the_names_of_standard_dimensions() {
        var agreed = new ContractRules(STANDARD, new Findings())
                .check(proposal(dimension("AWARENESS", 100, indicator("a", 100))));

        assertThat(agreed.terms().dimensions()).singleElement().satisfies(dimension -> {
            assertThat(dimension.name()).isEqualTo("增强意识");
            assertThat(dimension.indicators()).hasSize(1);
            assertThat(dimension.indicators().getFirst().minimumSample()).isEqualTo(1);
        });
    }

    @Test
    void everything_wrong_is_found_at_once_and_where() {
        var wrong = usual(
                "no spaces",
                " ",
                null,
                "Upper",
                "case.received",
                List.of(Side.CUSTOMER, Side.CUSTOMER),
                Statistic.MEAN,
                Direction.HIGHER,
                number("90"),
                number("60"),
                number("50"),
                number("100.001"),
                0);

        assertThat(violations(bare(
                        "dist",
                        1999,
                        List.of(dimension("AWARENESS", 50, wrong), dimension("AWARENESS", 40, indicator("b", 90))))))
                .contains(
                        "/department department-code",
                        "/year out-of-range",
                        "/dimensions weights-not-100",
                        "/dimensions/1/code duplicate",
                        "/dimensions/1/indicators weights-not-100",
                        "/dimensions/0/indicators/0/code indicator-code",
                        "/dimensions/0/indicators/0/name blank",
                        "/dimensions/0/indicators/0/metric metric-form",
                        "/dimensions/0/indicators/0/denominatorMetric denominator-without-rate",
                        "/dimensions/0/indicators/0/sides duplicate",
                        "/dimensions/0/indicators/0/target target-not-better",
                        "/dimensions/0/indicators/0/stretch stretch-not-better",
                        "/dimensions/0/indicators/0/weight weight-range",
                        "/dimensions/0/indicators/0/minimumSample out-of-range");
    }

    @Test
    void what_is_missing_is_named() {
        var empty = usual(null, null, null, null, null, null, null, null, null, null, null, null, null);

        assertThat(violations(bare(null, null, null)))
                .containsExactly("/department required", "/year required", "/dimensions required");
        assertThat(violations(proposal(dimension("AWARENESS", 100, empty))))
                .contains(
                        "/dimensions/0/indicators/0/code required",
                        "/dimensions/0/indicators/0/metric required",
                        "/dimensions/0/indicators/0/sides required",
                        "/dimensions/0/indicators/0/statistic required",
                        "/dimensions/0/indicators/0/direction required",
                        "/dimensions/0/indicators/0/base required",
                        "/dimensions/0/indicators/0/target required",
                        "/dimensions/0/indicators/0/weight required");
    }

    @Test
    void null_parts_are_named_and_not_followed() {
        assertThat(violations(bare("DIST", 2026, Arrays.asList((DimensionProposal) null))))
                .contains("/dimensions/0 required");
        assertThat(violations(proposal(dimension("AWARENESS", 100, (IndicatorProposal) null))))
                .contains("/dimensions/0/indicators/0 required");
    }

    @Test
    void absurd_numbers_are_refused_without_calculating_with_them() {
        assertThat(violations(proposal(dimension(
                        "AWARENESS",
                        100,
                        usual(
                                "a",
                                "a",
                                null,
                                "m",
                                null,
                                List.of(Side.CUSTOMER),
                                Statistic.MEAN,
                                Direction.HIGHER,
                                number("-1e999999999"),
                                number("1e-999999999"),
                                null,
                                number("1e999999"),
                                1)))))
                .contains(
                        "/dimensions/0/indicators/0/base out-of-range",
                        "/dimensions/0/indicators/0/target out-of-range",
                        "/dimensions/0/indicators/0/weight out-of-range");
    }

    @Test
    void a_rate_needs_its_denominator() {
        var rate = usual(
                "a",
                "a",
                null,
                "case.resolved",
                null,
                List.of(Side.CUSTOMER),
                Statistic.RATE,
                Direction.HIGHER,
                number("0"),
                number("100"),
                null,
                number("100"),
                1);

        assertThat(violations(proposal(dimension("AWARENESS", 100, rate))))
                .containsExactly("/dimensions/0/indicators/0/denominatorMetric required");
    }

    private static List<String> violations(ContractProposal proposal) {
        var refusal = catchThrowableOfType(
                RuleViolated.class, () -> new ContractRules(STANDARD, new Findings()).check(proposal));
        return refusal.violations().stream()
                .map(violation -> violation.path() + " " + violation.code())
                .toList();
    }

    private static ContractProposal proposal(DimensionProposal... dimensions) {
        return bare("DIST", 2026, List.of(dimensions));
    }

    private static DimensionProposal dimension(String code, int weight, IndicatorProposal... indicators) {
        return new DimensionProposal(code, null, null, BigDecimal.valueOf(weight), Arrays.asList(indicators));
    }

    private static IndicatorProposal indicator(String code, int weight) {
        return usual(
                code,
                "a name",
                null,
                "satisfaction.service",
                null,
                List.of(Side.CUSTOMER),
                Statistic.MEAN,
                Direction.HIGHER,
                number("60"),
                number("90"),
                null,
                BigDecimal.valueOf(weight),
                null);
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text);
    }

    private static ContractProposal bare(String department, Integer year, List<DimensionProposal> dimensions) {
        return new ContractProposal(department, year, null, dimensions, null, null, null);
    }

    /** Nothing that not every contract needs. */
    private static IndicatorProposal usual(
            String code,
            String name,
            String nameEn,
            String metric,
            String denominatorMetric,
            List<Side> sides,
            Statistic statistic,
            Direction direction,
            BigDecimal base,
            BigDecimal target,
            BigDecimal stretch,
            BigDecimal weight,
            Integer minimumSample) {
        return new IndicatorProposal(
                code,
                name,
                nameEn,
                null,
                null,
                metric,
                denominatorMetric,
                sides,
                null,
                statistic,
                null,
                direction,
                base,
                target,
                stretch,
                null,
                null,
                null,
                null,
                null,
                null,
                weight,
                minimumSample);
    }
}
