package org.huisheng.survey.rule;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.huisheng.events.RuleEvent.RuleTerms;
import org.huisheng.events.Side;
import org.huisheng.survey.expression.Scope;
import org.huisheng.survey.rule.Condition.Usable;

/**
 * A rule ready to be asked.
 *
 * @param revision tells whether it is still the same
 * @param since the day it was enabled: answers of earlier days were given before it was there
 */
record Rule(UUID id, int version, long revision, RuleTerms terms, Usable condition, LocalDate since) {

    /** The order in which they are asked; that of ids is as texts, the same for everybody. */
    static final Comparator<Rule> ORDER =
            Comparator.<Rule>comparingInt(rule -> rule.terms.priority()).thenComparing(rule -> rule.id.toString());

    /** Where answers come from. */
    record Origin(UUID campaignId, UUID surveyId, Side side) {}

    boolean isFor(Origin origin) {
        return (terms.campaignId() == null || terms.campaignId().equals(origin.campaignId()))
                && (terms.surveyId() == null || terms.surveyId().equals(origin.surveyId()))
                && (terms.side() == null || terms.side() == origin.side());
    }

    boolean holds(Scope answers, Instant given) {
        return condition.holds(answers, given);
    }

    /** Those that match, up to the first that stops. @param inOrder see {@link #ORDER} */
    static List<Rule> matching(List<Rule> inOrder, Predicate<Rule> holds) {
        var matching = new ArrayList<Rule>(1);
        for (var rule : inOrder) {
            if (holds.test(rule)) {
                matching.add(rule);
                if (rule.terms.stop()) {
                    break;
                }
            }
        }
        return matching;
    }
}
