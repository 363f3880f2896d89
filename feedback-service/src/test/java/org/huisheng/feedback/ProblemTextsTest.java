package org.huisheng.feedback;

import java.util.Set;
import org.huisheng.kit.testing.EveryRefusalHasItsTexts;

class ProblemTextsTest extends EveryRefusalHasItsTexts {

    @Override
    protected Set<String> examples() {
        return Set.of("problem.own-department", "thing.case", "violation.too-old", "violation.inactive-department");
    }
}
