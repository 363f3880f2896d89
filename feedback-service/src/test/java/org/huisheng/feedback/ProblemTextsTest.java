package org.huisheng.feedback;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.huisheng.events.RuleEvent.ConditionRefusal;
import org.huisheng.kit.testing.EveryRefusalHasItsTexts;

class ProblemTextsTest extends EveryRefusalHasItsTexts {

    @Override
    protected Set<String> examples() {
        return Set.of(
                "problem.own-department",
                "thing.case",
                "violation.too-old",
                "violation.inactive-department",
                "violation.condition-syntax");
    }

    @Override
    protected Set<String> furtherKeys() {
        return Arrays.stream(ConditionRefusal.values())
                .map(refusal -> "violation.condition-"
                        + refusal.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .collect(Collectors.toSet());
    }
}
