package org.huisheng.survey.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an author would not expect, said one by one; the rest is compared with survey-core. */
class ExpressionTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant NOW = Instant.parse("2026-11-22T16:30:00Z");
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final String ANSWERS = """
            {"one": 1, "text": "Ab", "zero": 0, "no": false, "list": ["a", "b"], "code": "007", "number": "12",
             "rows": [{"n": 2, "k": "x"}, {"n": "3", "k": "y"}], "born": "2000-11-23"}
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {text} = 'aB'                              | true
            {text} = ' ab '                            | true
            '1' = 1                                    | true
            {one} = '1.0'                              | true
            {missing} = {gone}                         | true
            {missing} = ''                             | true
            {list} = ['b', 'a']                        | true
            {list} = ['a']                             | false
            {zero} empty                               | false
            {no} empty                                 | false
            {missing} empty                            | true
            {one} / 0                                  | null
            {one} / {missing}                          | null
            0.1 + 0.2                                  | 0.3
            {missing} + 2                              | 2
            {one} + {text}                             | "1Ab"
            {code} + 1                                 | "0071"
            {number} + 1                               | 13
            {#number} + 1                              | "121"
            {list} contains 'A'                        | true
            {list} anyof ['z', 'b']                    | true
            {list} allof ['z', 'b']                    | false
            {list} noneof ['z']                        | true
            {text} *= 'B'                              | true
            {list[1]} = 'b'                            | true
            {list[-1]} = 'b'                           | true
            {list.length} > 1                          | true
            {missing.length} = 0                       | true
            {TEXT} notempty                            | true
            {one} => 1 and {one} <> 2                  | true
            !({one} = 1)                               | false
            negate ({one} = 1)                         | false
            {one} = 1 or                               | refused
            iif({one} > 0, 'yes', 'no')                | "yes"
            sum({rows[0].n}, [1, '2'], {missing})      | 5
            sumInArray({rows}, 'n')                    | 5
            sumInArray({rows}, 'n', {n} > 2)           | 3
            maxInArray({rows}, 'n', 'k')               | "y"
            countInArray({rows}, 'n', '{k} = x')     | 1
            round(2.345, 2)                            | 2.35
            age({born})                                | 26
            today() = '2026-11-23'                     | true
            dateDiff('2026-11-01', today())            | 22
            dateAdd('2024-01-31', 1, 'months') = '2024-03-02' | true
            weekday('2026-11-22')                      | 0
            'it\\'s' = "it\\'s"                        | true
            (1 + 2 * 3                                 | 7
            2 ^ 3 ^ 2                                  | 64
            true                                       | true
            """)
    void an_expression_has_the_value_survey_js_gives_it(String expression, String expected)
            throws JsonProcessingException {
        String value;
        try {
            value = Values.encoded(Expression.compile(expression).evaluate(scope(), NOW, ZONE))
                    .toString();
        } catch (RefusedExpression refused) {
            value = "refused";
        }

        assertThat(value.replaceFirst("\\.0$", "")).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {a} ==               | SYNTAX
            {a} = 1)             | SYNTAX
            nullable             | SYNTAX
            getComment('p')      | FUNCTION
            displayValue({a})    | COMPUTED_NAME
            displayValue()       | ARGUMENTS
            propertyValue('a')   | ARGUMENTS
            isContainerReady('p', 1, 2) | ARGUMENTS
            sumInArray({a}, 'b', displayValue('c') = 1) | FILTER
            Sum(1, 2)            | FUNCTION
            sum(null)            | ARGUMENTS
            sumInArray({a})      | ARGUMENTS
            sumInArray({a}, 'b', {c}) | FILTER
            {$a.isVisible}       | PROPERTY_OF_ELEMENT
            {"a": 1} empty       | OBJECT_LITERAL
            """)
    void what_cannot_be_evaluated_is_refused(String expression, Refusal refusal) {
        assertThatThrownBy(() -> Expression.compile(expression))
                .isInstanceOfSatisfying(
                        RefusedExpression.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(refusal));
    }

    @Test
    void neither_length_nor_depth_nor_number_of_parts_is_endless() {
        assertThatThrownBy(() -> Expression.compile("1" + " ".repeat(4_000))).isInstanceOf(RefusedExpression.class);
        assertThatThrownBy(() -> Expression.compile("(".repeat(100) + "1")).isInstanceOf(RefusedExpression.class);
        assertThatThrownBy(() -> Expression.compile("!".repeat(2_000) + "1")).isInstanceOf(RefusedExpression.class);
        assertThatThrownBy(() -> Expression.compile("1" + "+1".repeat(1_000))).isInstanceOf(RefusedExpression.class);
    }

    private static Scope scope() throws JsonProcessingException {
        return Paths.scope(Values.of(JSON.readTree(ANSWERS)));
    }
}
