package org.huisheng.gateway;

import java.util.Set;
import java.util.regex.Pattern;
import org.huisheng.kit.testing.EveryRefusalHasItsTexts;
import org.huisheng.kit.testing.ProblemKeys;

class ProblemTextsTest extends EveryRefusalHasItsTexts {

    private static final Pattern SENT =
            Pattern.compile("(?:problems\\.send|\\brefuse)\\([^;]*?, \\d{3}, \"([a-z-]+)\"");

    @Override
    protected Set<String> examples() {
        return Set.of(
                "problem.bad-address", "problem.too-many-attempts", "problem.bad-credentials", "problem.service-slow");
    }

    @Override
    protected Set<String> furtherKeys() {
        return ProblemKeys.askedFor("problem.", SENT);
    }
}
