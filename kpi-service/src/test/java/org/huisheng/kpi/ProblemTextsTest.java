package org.huisheng.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.huisheng.kit.testing.ProblemKeys;
import org.junit.jupiter.api.Test;

class ProblemTextsTest {

    private static final Pattern PROBLEM = Pattern.compile("new (?:Malformed|NotAllowed|Conflict)\\(\"([a-z-]+)\"");
    private static final Pattern VIOLATION =
            Pattern.compile("(?:new Violation|\\badd|findings\\.add)\\([^;]*?, \"([a-z]+(?:-[a-z0-9]+)*)\"");
    private static final Pattern THING = Pattern.compile("new NotFound\\(\"([a-z-]+)\"");

    @Test
    void both_languages_have_the_same_keys() {
        assertThat(ProblemKeys.of("problems")).isEqualTo(ProblemKeys.of("problems_en"));
    }

    @Test
    void every_code_used_has_a_text() {
        var known = ProblemKeys.known();

        assertThat(ProblemKeys.askedFor("problem.", PROBLEM)).isNotEmpty().isSubsetOf(known);
        assertThat(ProblemKeys.askedFor("violation.", VIOLATION)).isNotEmpty().isSubsetOf(known);
        assertThat(ProblemKeys.askedFor("thing.", THING)).isNotEmpty().isSubsetOf(known);
    }
}
