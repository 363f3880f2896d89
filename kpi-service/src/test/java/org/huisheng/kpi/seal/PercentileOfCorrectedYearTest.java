package org.huisheng.kpi.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.quarkus.test.junit.QuarkusTest;
import org.huisheng.kpi.testing.Office;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PercentileOfCorrectedYearTest extends SealableHalf {

    @Test
    void what_is_withdrawn_after_the_seal_leaves_the_distribution_of_the_longer_period() {
        Office.concluded("""
                {"department": "%s", "year": %d,
                 "dimensions": [{"code": "MANAGEMENT", "weight": 100, "indicators": [
                    {"code": "p40", "name": "百分位", "metric": "satisfaction.service", "sides": ["CUSTOMER"],
                     "statistic": "PERCENTILE", "percentile": 40, "direction": "HIGHER", "base": 0, "target": 100,
                     "weight": 100}]}]}
                """.formatted(department, year));
        var low = answered(3, 10, 1);
        seal(month(3));
        answered(4, 12, 5);
        assertThat(percentile()).isZero();

        low.subList(0, 5).forEach(this::withdrawn);

        // Five zeros and twelve hundreds are left; of the zeros the months hold ten and minus five.
        assertThat(percentile()).isCloseTo(100f, withinPercentage(1));
    }

    private float percentile() {
        return scores(year()).getFloat("rows.find{it.code=='p40'}.value");
    }
}
