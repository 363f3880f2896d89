package org.huisheng.survey.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.huisheng.kit.problem.Violation;
import org.huisheng.survey.questionnaire.reading.DefinitionReader;
import org.huisheng.survey.surveycore.SurveyCore;
import org.junit.jupiter.api.Test;

/** Ours and survey-core's engine, given the same generated questionnaires and answers to complete. */
class CompletionAgreesWithSurveyCoreTest {

    private static final int QUESTIONNAIRES = Integer.getInteger("huisheng.questionnaires", 300);
    private static final String NOW = "2026-11-22T02:30:15.250Z";
    private static final Instant TIME = Instant.parse(NOW);

    /**
     * What only we refuse. survey-core drops such an answer, turns it into another or keeps it; where one occurs there
     * is nothing to compare, as we store nothing.
     */
    private static final Set<String> STRICTER = Set.of(
            "unknown-question",
            "unknown-row",
            "not-offered",
            "out-of-range",
            "bad-format",
            "chosen-with-others",
            "text-expected",
            "number-expected",
            "list-expected",
            "object-expected",
            "yes-or-no-expected");

    private record Asked(ObjectNode definition, ObjectNode answers, String spoken) {
        Time time() {
            return new Time(TIME, new Language(spoken, definition.path("locale").asText(Language.OURS)));
        }

        ObjectNode request() {
            var request = JsonNodeFactory.instance
                    .objectNode()
                    .put("kind", "questionnaire")
                    .put("now", NOW)
                    .put("spoken", spoken);
            request.set("definition", definition);
            request.set("answers", answers);
            return request;
        }
    }

    private record Outcome(String states, String errors, String kept) {}

    @Test
    void every_generated_questionnaire_is_completed_as_in_survey_core() {
        var seed = Long.getLong("huisheng.seed", 20_261_122);
        System.out.println("-Dhuisheng.seed=" + seed);
        var dice = new Dice(new Random(seed));
        var asked = new ArrayList<Asked>();
        for (var count = 0; count < QUESTIONNAIRES; count++) {
            var definition = new DefinitionGenerator(dice).definition();
            asked.add(new Asked(
                    definition,
                    new AnswerGenerator(dice).answers(definition),
                    dice.pick("zh-cn", "en", "de", "zh-tw", "fr-ca", "xx")));
        }

        var theirs = SurveyCore.ask(asked.stream().map(Asked::request).toList());

        var differences = new ArrayList<String>();
        var compared = 0;
        for (var index = 0; index < asked.size(); index++) {
            var one = asked.get(index);
            var checked = questionnaire(one).check(one.answers(), "", TIME, one.spoken());
            if (isStricter(checked.violations()) || isOfAnotherType(one.answers())) {
                continue;
            }
            compared++;
            var ours = ours(one, checked.violations(), checked.kept());
            var reference = theirs(theirs.get(index));
            if (theirs.get(index).has("failed")) {
                differences.add(one.definition() + "\n" + one.answers() + "\n   " + theirs.get(index));
            } else if (!ours.equals(reference)) {
                differences.add(
                        one.definition() + "\n" + one.answers() + "\n   theirs " + reference + "\n   ours   " + ours);
            }
        }
        System.out.println(compared + " questionnaires compared");
        for (var function : List.of("displayValue(", "propertyValue(", "isContainerReady(")) {
            var asking =
                    asked.stream().filter(one -> one.definition().toString().contains(function));
            assertThat(asking.count()).as(function).isGreaterThan(QUESTIONNAIRES / 4);
        }
        assertThat(differences).as("of %d, seed %d", compared, seed).isEmpty();
        assertThat(compared).isGreaterThan(QUESTIONNAIRES / 2);
    }

    private static Questionnaire questionnaire(Asked asked) {
        var compilation = DefinitionReader.compile(asked.definition());
        assertThat(compilation.unsupported()).as(asked.definition().toString()).isEmpty();
        return compilation.questionnaire();
    }

    private static boolean isStricter(List<Violation> violations) {
        return violations.stream().anyMatch(violation -> STRICTER.contains(violation.code()));
    }

    /** survey-core keeps such an answer to a hidden question, of which its own conditions know nothing. */
    private static boolean isOfAnotherType(ObjectNode answers) {
        return answers.valueStream().anyMatch(answer -> answer.asText().equals(AnswerGenerator.NONSENSE));
    }

    private static Outcome ours(Asked asked, List<Violation> violations, ObjectNode kept) {
        var states = new TreeMap<String, String>();
        for (var field :
                questionnaire(asked).settled(asked.answers(), "", asked.time()).fields()) {
            states.put(field.name(), state(field.isShown(), field.isRequired(), !field.isReadOnly()));
        }
        var errors = new TreeSet<String>();
        violations.forEach(violation -> errors.add(question(violation.path(), asked)));
        return new Outcome(states.toString(), errors.toString(), canonical(kept).toString());
    }

    /** A matrix is one question whatever row the violation is in; a comment belongs to its question. */
    private static String question(String path, Asked asked) {
        var name = path.substring(1).replaceFirst("-Comment$", "").replaceFirst("/m/r\\d$", "/m");
        var first = name.split("/")[0];
        return asked.definition().toString().contains("{\"name\":\"" + first + "\",\"type\":\"matrix\"") ? first : name;
    }

    private static Outcome theirs(JsonNode answer) {
        var states = new TreeMap<String, String>();
        answer.path("states")
                .properties()
                .forEach(entry -> states.put(
                        entry.getKey(),
                        state(
                                entry.getValue().path("visible").asBoolean(),
                                entry.getValue().path("required").asBoolean(),
                                entry.getValue().path("enabled").asBoolean())));
        var errors = new TreeSet<String>();
        answer.path("errors").forEach(error -> errors.add(error.asText()));
        return new Outcome(
                states.toString(),
                errors.toString(),
                canonical(answer.path("kept")).toString());
    }

    private static String state(boolean visible, boolean required, boolean enabled) {
        return (visible ? "visible" : "hidden") + (required ? " required" : "") + (enabled ? "" : " read-only");
    }

    /** Panels in which nothing was answered come and go with the moment they are shown. */
    private static boolean saysNothing(JsonNode node) {
        return node.isArray() ? node.valueStream().allMatch(Json::isEmpty) : Json.isEmpty(node);
    }

    /** In the order of names, without what says nothing, numbers in one way of writing. */
    private static Object canonical(JsonNode node) {
        if (node.isObject()) {
            var fields = new TreeMap<String, Object>();
            node.properties().forEach(field -> {
                if (field.getValue().isTextual() || !saysNothing(field.getValue())) {
                    fields.put(field.getKey(), canonical(field.getValue()));
                }
            });
            return fields;
        }
        if (node.isArray()) {
            return node.valueStream()
                    .map(CompletionAgreesWithSurveyCoreTest::canonical)
                    .toList();
        }
        return node.isNumber() ? (Object) node.doubleValue() : node.toString();
    }
}
