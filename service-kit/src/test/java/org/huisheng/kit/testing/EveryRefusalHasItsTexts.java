package org.huisheng.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Holds for every service, which inherits it: what its sources refuse with can be said in both languages. */
public abstract class EveryRefusalHasItsTexts {

    private static final Pattern PROBLEM = Pattern.compile(
            "new (?:Conflict|Malformed|NotAllowed|NotAuthenticated|RuleViolated|TooMany)\\(\\s*\"([a-z-]+)\"");
    private static final Pattern QUERY = Pattern.compile("Malformed\\.query\\([^;]*?,\\s*\"([a-z-]+)\"");
    private static final Pattern MACHINE = Pattern.compile("(?:Conflict\\.transition|\\bstate)\\(\\s*\"([a-z-]+)\"");
    private static final Pattern THING = Pattern.compile("new NotFound\\(\\s*\"([a-z-]+)\"");
    // The code is the first text after other arguments, which may contain calls and texts of their own.
    private static final Pattern VIOLATION =
            Pattern.compile("(?:new Violation|\\badd)\\((?:[^;\"()]|\"[^\"]*\"|\\((?:[^;()]|\\([^;()]*\\))*\\))*?,"
                    + "\\s*\"([a-z]+(?:-[a-z0-9]+)*)\"");

    /** Some of the keys the service asks for: patterns that find nothing must not pass for a service without refusals. */
    protected abstract Set<String> examples();

    /** Keys asked for in a way of the service's own. */
    protected Set<String> furtherKeys() {
        return Set.of();
    }

    /** The states a step may be refused in: the kind of thing, as refusals call it, and the enum's name. */
    protected Map<String, String> machines() {
        return Map.of();
    }

    @Test
    void every_state_is_called_what_people_call_it() throws ClassNotFoundException {
        var wanted = new TreeSet<String>();
        for (var machine : machines().entrySet()) {
            for (var constant : Class.forName(machine.getValue()).getEnumConstants()) {
                wanted.add("state." + machine.getKey() + "." + ((Enum<?>) constant).name());
            }
        }

        assertThat(ProblemKeys.askedFor("", MACHINE)).isEqualTo(machines().keySet());
        assertThat(ProblemKeys.known()).containsAll(wanted);
    }

    @Test
    void every_text_exists_in_both_languages() {
        assertThat(ProblemKeys.of("problems")).isEqualTo(ProblemKeys.of("problems_en"));
        assertThat(ProblemKeys.of("kit-problems")).isEqualTo(ProblemKeys.of("kit-problems_en"));
    }

    @Test
    void every_refusal_in_the_code_has_its_texts() {
        var used = new TreeSet<>(furtherKeys());
        used.addAll(ProblemKeys.askedFor("problem.", PROBLEM));
        used.addAll(ProblemKeys.askedFor("violation.", QUERY));
        used.addAll(ProblemKeys.askedFor("thing.", THING));
        used.addAll(ProblemKeys.askedFor("violation.", VIOLATION));

        assertThat(used).containsAll(examples());
        assertThat(ProblemKeys.known()).containsAll(used);
    }
}
