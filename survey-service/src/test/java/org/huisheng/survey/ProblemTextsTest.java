package org.huisheng.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.huisheng.kit.testing.ProblemKeys;
import org.huisheng.survey.expression.Refusal;
import org.junit.jupiter.api.Test;

class ProblemTextsTest {

    private static final Pattern THROWN = Pattern.compile("(?:Conflict|RuleViolated|Malformed)\\(\"([a-z-]+)\"");
    private static final Pattern VIOLATION = Pattern.compile("new Violation\\((?:[^\"]|\"[^\"]*\")*?, \"([a-z-]+)\"");
    private static final Pattern UNSUPPORTED = Pattern.compile("refuse\\((?:[^;]|\"[^\"]*\")*?\"([a-z-]+)\"\\);");

    @Test
    void every_text_exists_in_both_languages() {
        assertThat(ProblemKeys.of("problems")).isEqualTo(ProblemKeys.of("problems_en"));
        assertThat(ProblemKeys.of("kit-problems")).isEqualTo(ProblemKeys.of("kit-problems_en"));
    }

    @Test
    void every_refusal_in_the_code_has_its_texts() {
        var used = new TreeSet<>(ProblemKeys.askedFor("problem.", THROWN));
        used.addAll(ProblemKeys.askedFor("violation.", VIOLATION));
        used.addAll(ProblemKeys.askedFor("violation.unsupported-", UNSUPPORTED));
        for (var refusal : Refusal.values()) {
            used.add("violation.unsupported-expression-"
                    + refusal.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
        used.removeIf(key -> key.endsWith("unsupported-") || key.endsWith("expression-"));

        assertThat(used).contains("problem.campaign-full", "violation.not-offered", "violation.unsupported-property");
        assertThat(ProblemKeys.known()).containsAll(used);
    }
}
