package org.huisheng.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeSet;
import java.util.regex.Pattern;
import org.huisheng.kit.testing.ProblemKeys;
import org.junit.jupiter.api.Test;

class ProblemTextsTest {

    private static final Pattern THROWN = Pattern.compile("(?:Conflict|NotAllowed|Malformed)\\(\"([a-z-]+)\"");
    private static final Pattern VIOLATION = Pattern.compile("(?:checks\\.)?add\\([a-z\"/A-Z]+, \"([a-z-]+)\"");

    @Test
    void every_text_exists_in_both_languages() {
        assertThat(ProblemKeys.of("problems")).isEqualTo(ProblemKeys.of("problems_en"));
    }

    @Test
    void every_refusal_in_the_code_has_its_texts() {
        var used = new TreeSet<>(ProblemKeys.askedFor("problem.", THROWN));
        used.addAll(ProblemKeys.askedFor("violation.", VIOLATION));

        assertThat(used).contains("problem.own-department", "violation.too-old");
        assertThat(ProblemKeys.known()).containsAll(used);
    }
}
