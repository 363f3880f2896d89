package org.huisheng.survey.expression;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Random;
import java.util.stream.IntStream;
import org.huisheng.survey.expression.value.Coercion;
import org.huisheng.survey.surveycore.SurveyCore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Ours and survey-core's engine, asked the same thousands of generated expressions. */
class AgreementWithSurveyCoreTest {

    private static final int EXPRESSIONS = Integer.getInteger("huisheng.expressions", 5_000);
    private static final String NOW = "2026-11-22T02:30:15.250Z";
    private static final ZoneId ZONE = ZoneId.of(SurveyCore.ZONE);

    private record Asked(String expression, ObjectNode values) {
        ObjectNode request() {
            return JsonNodeFactory.instance
                    .objectNode()
                    .put("kind", "expression")
                    .put("now", NOW)
                    .put("expression", expression)
                    .set("values", values);
        }
    }

    @Test
    void every_generated_expression_has_the_value_it_has_in_survey_core() {
        var seed = Long.getLong("huisheng.seed", 20_261_122);
        System.out.println("-Dhuisheng.seed=" + seed);
        var generator = new ExpressionGenerator(new Random(seed));
        var asked = new ArrayList<Asked>();
        for (var count = 0; count < EXPRESSIONS; count++) {
            asked.add(new Asked(generator.expression(), generator.values()));
        }

        var theirs = SurveyCore.ask(asked.stream().map(Asked::request).toList());

        var differences = new ArrayList<String>();
        for (var index = 0; index < asked.size(); index++) {
            var difference = difference(asked.get(index), theirs.get(index));
            if (difference != null) {
                differences.add(difference);
            }
        }
        assertThat(differences).as("of %d, seed %d", EXPRESSIONS, seed).isEmpty();
    }

    private static @Nullable String difference(Asked asked, JsonNode theirs) {
        if (isDeliberate(theirs)) {
            return null;
        }
        var ours = ours(asked);
        return agree(ours, theirs, asked.expression())
                ? null
                : asked.expression() + "   " + asked.values() + "\n   theirs " + theirs + "\n   ours   " + ours;
    }

    /**
     * Where we differ on purpose. A failure of survey-core is a value of ours; a text like "5 May" is a date only to
     * JavaScript's own reading, which no standard describes.
     */
    private static boolean isDeliberate(JsonNode theirs) {
        return theirs.has("failed") || theirs.has("looseDate");
    }

    private static boolean agree(JsonNode ours, JsonNode theirs, String expression) {
        if (ours.isNumber() && theirs.isNumber()) {
            // A power is exact to the last but one digit: every engine has its own.
            var tolerance = expression.matches("(?i).*(\\^|power).*") ? Math.abs(theirs.doubleValue()) * 1e-14 : 0;
            return Math.abs(ours.doubleValue() - theirs.doubleValue()) <= tolerance;
        }
        if (ours.isContainerNode() && theirs.isContainerNode() && ours.size() == theirs.size()) {
            return ours.isArray()
                    ? IntStream.range(0, ours.size()).allMatch(i -> agree(ours.get(i), theirs.path(i), expression))
                    : ours.properties().stream()
                            .allMatch(field -> agree(field.getValue(), theirs.path(field.getKey()), expression));
        }
        return ours.equals(theirs);
    }

    private static JsonNode ours(Asked asked) {
        var answer = JsonNodeFactory.instance.objectNode();
        try {
            var value = Expression.compile(asked.expression())
                    .evaluate(Paths.scope(Values.of(asked.values())), Instant.parse(NOW), ZONE);
            return answer.put("syntax", true)
                    .put("holds", Coercion.holds(value))
                    .set("value", Values.encoded(value));
        } catch (RefusedExpression refused) {
            return answer.put("syntax", false);
        }
    }
}
