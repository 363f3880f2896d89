package org.huisheng.kpi.suppression;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.huisheng.events.Side;
import org.huisheng.kpi.period.Period;
import org.huisheng.kpi.testing.Thresholds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a department did is shown however little it is; what somebody said of it is not. */
class DeedsTest {

    private static final YearMonth MONTH = YearMonth.of(2025, 12);

    @ParameterizedTest
    @CsvSource({
        "story.published, story.published, true",
        "improvement.task-on-time, improvement.task-due, true",
        "root-project.indicator-moved, root-project.indicator, true",
        "integration.process-embedded, integration.process-embedded, true",
        "report.on-time, report.due, true",
        "government.reply-on-time, government.reply-due, true",
        "visit.completed, visit.planned, true",
        "lecture.duty-held, lecture.duty-due, true",
        "lecture.held, lecture.held, true",
        "lecture.attended, lecture.attended, false",
        "lecture.people-covered, lecture.people-due, false",
        "visit.satisfaction, visit.satisfaction, false",
        "awareness.employee, awareness.employee, false",
        "duty-performance, duty-performance, false",
        "case.resolved, case.received, false"
    })
    void one_of_them_is_shown_if_nobody_said_it(String metric, String sampleMetric, boolean shown) {
        var disclosure = once(metric, sampleMetric);

        assertThat(disclosure.during(Period.parse("2025-12")).contain(sampleMetric, List.of(Side.EMPLOYEE), List.of()))
                .isEqualTo(shown);
        assertThat(disclosure.withheld("D", List.of())).hasSize(shown ? 0 : metric.equals(sampleMetric) ? 1 : 2);
    }

    @Test
    void a_deed_by_which_words_are_divided_is_counted_like_the_words() {
        var disclosure = once("visit.satisfaction", "visit.completed");

        assertThat(disclosure
                        .during(Period.parse("2025-12"))
                        .contain("visit.completed", List.of(Side.EMPLOYEE), List.of()))
                .isFalse();
        assertThat(disclosure.withheld("D", List.of())).hasSize(2);
    }

    private static Disclosure once(String metric, String sampleMetric) {
        var one = Map.of(new Group(Side.EMPLOYEE, MONTH), 1L);
        return new Disclosure(
                metric.equals(sampleMetric) ? Map.of(metric, one) : Map.of(metric, one, sampleMetric, one),
                Set.of(new Sum(metric, sampleMetric, List.of(Side.EMPLOYEE))),
                _ -> 0,
                Thresholds.usual());
    }
}
