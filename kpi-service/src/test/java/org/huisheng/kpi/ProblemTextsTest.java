package org.huisheng.kpi;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.huisheng.kit.testing.EveryRefusalHasItsTexts;
import org.huisheng.kit.testing.ProblemKeys;

class ProblemTextsTest extends EveryRefusalHasItsTexts {

    @Override
    protected Set<String> examples() {
        return Set.of("problem.bad-period", "thing.indicator", "violation.weights-not-100", "violation.blank");
    }

    @Override
    protected Map<String, String> machines() {
        return Map.of("briefing", "org.huisheng.kpi.briefing.BriefingStatus");
    }

    @Override
    protected Set<String> furtherKeys() {
        return ProblemKeys.askedFor(
                "problem.",
                Pattern.compile("(?:malformed|missing|method|format|tooMuch|unsupported)\\(\\s*\"([a-z-]+)\""));
    }
}
