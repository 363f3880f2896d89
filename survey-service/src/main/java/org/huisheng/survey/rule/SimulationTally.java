package org.huisheng.survey.rule;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.huisheng.events.MatchEvent.Stopped;
import org.huisheng.events.MatchEvent.Tally;
import org.huisheng.survey.questionnaire.AnswerScope;
import org.huisheng.survey.rule.Rule.Origin;
import org.jspecify.annotations.Nullable;

/** Counts what a rule does to past answers, one campaign after the other. */
final class SimulationTally {

    private static final int MOST_SAMPLES = 20;

    private final Rule candidate;
    private final List<Rule> inOrder;
    private final TreeMap<UUID, Integer> stoppedBy = new TreeMap<>();
    private final TreeMap<UUID, Integer> stops = new TreeMap<>();
    private final List<UUID> samples = new ArrayList<>();
    private final Set<String> cases = new HashSet<>();
    private int left;
    private boolean complete = true;
    private int examined;
    private int matched;
    private int opened;
    private int groups;
    private int anonymousMatched;
    private List<Rule> asked = List.of();
    private @Nullable Integer fewest;
    private Ballot ballot = new Ballot(0, 0);

    /** Of the campaign at hand. */
    private record Ballot(int matched, int opened) {}

    SimulationTally(Rule candidate, List<Rule> others, int most) {
        this.candidate = candidate;
        this.left = most;
        this.inOrder = new ArrayList<>(others);
        inOrder.add(candidate);
        inOrder.sort(Rule.ORDER);
    }

    int left() {
        return left;
    }

    /** @param fewestTogether how many anonymous answers are told of together at least, null if they are not anonymous */
    void begin(Origin origin, @Nullable Integer fewestTogether) {
        asked = inOrder.stream().filter(rule -> rule.isFor(origin)).toList();
        fewest = fewestTogether;
        ballot = new Ballot(0, 0);
    }

    /** @return false when it is one too many */
    boolean add(UUID campaign, GivenResponse given) {
        if (left == 0) {
            complete = false;
            return false;
        }
        left--;
        examined++;
        var scope = AnswerScope.of(given.answers());
        if (candidate.holds(scope, given.receivedAt())) {
            var isOpened = follow(asked.stream()
                    .filter(rule -> isCandidate(rule) || rule.holds(scope, given.receivedAt()))
                    .toList());
            ballot = new Ballot(ballot.matched + 1, ballot.opened + (isOpened ? 1 : 0));
            if (isOpened && fewest == null) {
                open(campaign, given);
            }
        }
        return true;
    }

    /** @param holding all rules that hold, the candidate among them @return whether it is reached */
    private boolean follow(List<Rule> holding) {
        Rule stopper = null;
        for (var rule : holding) {
            if (stopper == null) {
                stopper = rule.terms().stop() ? rule : null;
            } else if (isCandidate(rule)) {
                stoppedBy.merge(stopper.id(), 1, Integer::sum);
                return false;
            } else if (isCandidate(stopper)) {
                stops.merge(rule.id(), 1, Integer::sum);
            }
        }
        return true;
    }

    private boolean isCandidate(Rule rule) {
        return rule.id().equals(candidate.id());
    }

    private void open(UUID campaign, GivenResponse given) {
        if (samples.size() < MOST_SAMPLES) {
            samples.add(given.id());
        }
        cases.add(
                switch (candidate.terms().once()) {
                    case RESPONSE -> given.id().toString();
                    case STATION_DAY -> campaign + "/" + given.station() + "/" + given.day();
                    case CAMPAIGN_DAY -> campaign + "/" + given.day();
                });
    }

    void end() {
        if (fewest == null) {
            matched += ballot.matched;
            opened += ballot.opened;
        } else if (ballot.opened >= fewest) {
            anonymousMatched += ballot.opened;
            groups += ballot.opened / fewest;
        }
    }

    Tally result() {
        return new Tally(
                examined,
                complete,
                matched,
                opened,
                cases.size() + groups,
                anonymousMatched,
                list(stoppedBy),
                list(stops),
                samples);
    }

    private static List<Stopped> list(TreeMap<UUID, Integer> counts) {
        return counts.entrySet().stream()
                .map(count -> new Stopped(count.getKey(), count.getValue()))
                .toList();
    }
}
