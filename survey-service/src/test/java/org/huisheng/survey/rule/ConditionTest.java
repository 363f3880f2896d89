package org.huisheng.survey.rule;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import org.huisheng.events.MatchEvent.Refused;
import org.huisheng.events.RuleEvent.ConditionRefusal;
import org.huisheng.survey.questionnaire.AnswerScope;
import org.huisheng.survey.rule.Condition.Unusable;
import org.huisheng.survey.rule.Condition.Usable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionTest {

    private static final Instant NOW = Instant.parse("2026-11-26T02:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{overall} <= 2 | true",
                "{overall} <= 1 | false",
                "{why} contains '停电' | true",
                "{why} contains '电压' | false",
                "{callback} = true | true",
                "{channel} empty | true",
                "{why} empty | false",
                "{departments.MKT} < 3 and {callback} | true",
                "{never-asked} <= 2 | false",
                "{overall} <= 2 and ({why} contains '停电' or {channel} = 'app') | true",
            })
    void what_answers_say_is_what_a_condition_finds(String condition, boolean holds) throws Exception {
        var answers = new ObjectMapper().readTree("""
                {"overall": 2, "why": "昨晚又停电了", "callback": true, "departments": {"MKT": 1}}
                """);

        assertThat(Condition.of(condition))
                .isInstanceOfSatisfying(
                        Usable.class,
                        usable -> assertThat(usable.holds(AnswerScope.of(answers), NOW))
                                .isEqualTo(holds));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{overall} <= | SYNTAX | 13",
                "{overall <= 2 | SYNTAX | 14",
                "{overall} <= 2 ) | SYNTAX | 16",
                "{overall} = 'x | SYNTAX | 15",
                "nonsense({overall}) | FUNCTION | 20",
                "{$overall.title} = 'x' | NAME | 17",
                "displayValue('overall') = 'x' | FUNCTION | 1",
            })
    void what_cannot_be_evaluated_is_refused_where_it_goes_wrong(
            String condition, ConditionRefusal reason, int position) {
        assertThat(Condition.of(condition)).isEqualTo(new Unusable(new Refused(reason, position)));
    }

    @Test
    void what_is_too_long_or_too_deep_is_refused_too() {
        assertThat(Condition.of("1" + " ".repeat(5_000))).isInstanceOf(Unusable.class);
        assertThat(Condition.of("(".repeat(100) + "1"))
                .isInstanceOfSatisfying(
                        Unusable.class,
                        refused -> assertThat(refused.why().reason()).isEqualTo(ConditionRefusal.TOO_DEEP));
    }
}
