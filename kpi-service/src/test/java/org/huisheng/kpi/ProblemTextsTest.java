package org.huisheng.kpi;

import java.util.Set;
import org.huisheng.kit.testing.EveryRefusalHasItsTexts;

class ProblemTextsTest extends EveryRefusalHasItsTexts {

    @Override
    protected Set<String> examples() {
        return Set.of("problem.bad-period", "thing.indicator", "violation.weights-not-100", "violation.blank");
    }
}
