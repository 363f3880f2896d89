package org.huisheng.survey.rule;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.huisheng.events.MatchEvent.Stopped;
import org.huisheng.events.RuleEvent.Once;
import org.huisheng.events.RuleEvent.RuleTerms;
import org.huisheng.events.Side;
import org.huisheng.survey.questionnaire.AnswerScope;
import org.huisheng.survey.rule.Condition.Usable;
import org.huisheng.survey.rule.Rule.Origin;
import org.junit.jupiter.api.Test;

/** The rules that are asked against somebody who looks at every pair of rules. */
class RuleOrderPropertyTest {

    private static final Instant NOW = Instant.parse("2026-11-26T02:00:00Z");
    private static final Origin ORIGIN = new Origin(new UUID(1, 1), new UUID(1, 2), Side.CUSTOMER);

    private final long seed = Long.getLong("huisheng.seed", System.nanoTime());
    private final Random random = new Random(seed);

    @Test
    void priority_and_stop_pick_the_rules_that_no_stopping_rule_precedes() {
        System.out.println("seed " + seed);
        for (var round = 0; round < 2_000; round++) {
            var rules = rules(random.nextInt(8));
            var given = response();

            var matching = Rule.matching(sorted(rules), rule -> holds(rule, given));

            assertThat(new HashSet<>(matching)).as("round %d", round).isEqualTo(new HashSet<>(expected(rules, given)));
            assertThat(matching).isSortedAccordingTo(Rule.ORDER);
        }
    }

    @Test
    void a_simulation_counts_what_the_rule_would_do_among_the_others() {
        System.out.println("seed " + seed);
        for (var round = 0; round < 300; round++) {
            var rules = rules(1 + random.nextInt(5));
            var candidate = rules.getFirst();
            var others = rules.subList(1, rules.size());
            var responses = responses(random.nextInt(30));
            var most = 1 + random.nextInt(35);
            var tally = new SimulationTally(candidate, others, most);
            tally.begin(ORIGIN, null);
            responses.forEach(given -> tally.add(ORIGIN.campaignId(), given));
            tally.end();

            var result = tally.result();

            var examined = responses.subList(0, Math.min(most, responses.size()));
            assertThat(result.examined()).isEqualTo(examined.size());
            assertThat(result.complete()).isEqualTo(responses.size() <= most);
            assertThat(result.matched()).isEqualTo(count(examined, given -> holds(candidate, given)));
            assertThat(result.opened())
                    .isEqualTo(count(examined, given -> expected(rules, given).contains(candidate)));
            assertThat(result.cases()).isEqualTo(cases(rules, candidate, examined));
            assertThat(result.stoppedBy()).containsExactlyInAnyOrderElementsOf(stoppedBy(rules, candidate, examined));
            assertThat(result.stops()).containsExactlyInAnyOrderElementsOf(stops(rules, candidate, examined));
        }
    }

    @Test
    void anonymous_answers_are_counted_once_they_are_enough_to_be_told_of_together() {
        var rule = rule("{a} <= 2", 1, false, Once.RESPONSE);
        for (var people = 0; people <= 16; people++) {
            var tally = new SimulationTally(rule, List.of(), 1_000);
            tally.begin(ORIGIN, 5);
            for (var one = 0; one < people; one++) {
                tally.add(ORIGIN.campaignId(), given(1, 1, null));
            }
            tally.end();

            var result = tally.result();

            assertThat(result.anonymousMatched()).isEqualTo(people < 5 ? 0 : people);
            assertThat(result.cases()).isEqualTo(people / 5);
            assertThat(result.matched()).isZero();
            assertThat(result.samples()).isEmpty();
        }
    }

    private interface Question {
        boolean of(GivenResponse given);
    }

    private static int count(List<GivenResponse> responses, Question question) {
        return (int) responses.stream().filter(question::of).count();
    }

    private static boolean before(Rule one, Rule other) {
        return one.terms().priority() < other.terms().priority()
                || one.terms().priority() == other.terms().priority()
                        && one.id().toString().compareTo(other.id().toString()) < 0;
    }

    private static List<Rule> expected(List<Rule> rules, GivenResponse given) {
        return rules.stream()
                .filter(rule -> holds(rule, given))
                .filter(rule -> rules.stream()
                        .noneMatch(other -> before(other, rule) && other.terms().stop() && holds(other, given)))
                .toList();
    }

    private static int cases(List<Rule> rules, Rule candidate, List<GivenResponse> responses) {
        var keys = new HashSet<List<Object>>();
        for (var given : responses) {
            if (expected(rules, given).contains(candidate)) {
                keys.add(
                        switch (candidate.terms().once()) {
                            case RESPONSE -> List.of(given.id());
                            case STATION_DAY -> List.of(String.valueOf(given.station()), given.day());
                            case CAMPAIGN_DAY -> List.of(given.day());
                        });
            }
        }
        return keys.size();
    }

    private static List<Stopped> stoppedBy(List<Rule> rules, Rule candidate, List<GivenResponse> responses) {
        var counts = new HashMap<UUID, Integer>();
        for (var given : responses) {
            if (holds(candidate, given)) {
                sorted(rules).stream()
                        .filter(other ->
                                before(other, candidate) && other.terms().stop() && holds(other, given))
                        .findFirst()
                        .ifPresent(first -> counts.merge(first.id(), 1, Integer::sum));
            }
        }
        return list(counts);
    }

    private static List<Stopped> stops(List<Rule> rules, Rule candidate, List<GivenResponse> responses) {
        var counts = new HashMap<UUID, Integer>();
        for (var given : responses) {
            if (candidate.terms().stop() && expected(rules, given).contains(candidate)) {
                rules.stream()
                        .filter(other -> before(candidate, other) && holds(other, given))
                        .forEach(other -> counts.merge(other.id(), 1, Integer::sum));
            }
        }
        return list(counts);
    }

    private static List<Stopped> list(Map<UUID, Integer> counts) {
        return counts.entrySet().stream()
                .map(count -> new Stopped(count.getKey(), count.getValue()))
                .toList();
    }

    private static List<Rule> sorted(List<Rule> rules) {
        return rules.stream().sorted(Rule.ORDER).toList();
    }

    private static boolean holds(Rule rule, GivenResponse given) {
        return rule.holds(AnswerScope.of(given.answers()), given.receivedAt());
    }

    private List<Rule> rules(int number) {
        var rules = new ArrayList<Rule>();
        for (var one = 0; one < number; one++) {
            var condition = "{%s} %s %d"
                    .formatted(
                            random.nextBoolean() ? "a" : "b",
                            List.of("<=", ">=", "=", "!=").get(random.nextInt(4)),
                            1 + random.nextInt(5));
            rules.add(rule(
                    condition,
                    1 + random.nextInt(3),
                    random.nextBoolean(),
                    Once.values()[random.nextInt(Once.values().length)]));
        }
        Collections.shuffle(rules, random);
        return rules;
    }

    private Rule rule(String condition, int priority, boolean stop, Once once) {
        var terms = new RuleTerms(priority, stop, condition, null, null, null, once);
        var id = new UUID(random.nextLong(), random.nextLong());
        return new Rule(id, 1, 1, terms, (Usable) Condition.of(condition), LocalDate.EPOCH);
    }

    private List<GivenResponse> responses(int number) {
        var responses = new ArrayList<GivenResponse>();
        for (var one = 0; one < number; one++) {
            responses.add(response());
        }
        return responses;
    }

    private GivenResponse response() {
        return given(
                1 + random.nextInt(5),
                1 + random.nextInt(5),
                List.of("hall", "lab").get(random.nextInt(2)));
    }

    private GivenResponse given(int a, int b, String station) {
        var answers = JsonNodeFactory.instance.objectNode().put("a", a).put("b", b);
        return new GivenResponse(
                new UUID(random.nextLong(), random.nextLong()),
                station,
                NOW.minusSeconds(random.nextInt(300_000)),
                answers);
    }
}
