package org.huisheng.kpi;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ProblemTextsTest {

    private static final Pattern PROBLEM = Pattern.compile("new (?:Malformed|NotAllowed|Conflict)\\(\"([a-z-]+)\"");
    private static final Pattern VIOLATION =
            Pattern.compile("(?:new Violation|\\badd|findings\\.add)\\([^;]*?, \"([a-z]+(?:-[a-z0-9]+)*)\"");
    private static final Pattern THING = Pattern.compile("new NotFound\\(\"([a-z-]+)\"");

    @Test
    void both_languages_have_the_same_keys() {
        assertThat(keys("problems")).isEqualTo(keys("problems_en"));
    }

    @Test
    void every_code_used_has_a_text() {
        var known = new TreeSet<>(keys("problems"));
        known.addAll(keys("kit-problems"));

        assertThat(used(PROBLEM, "problem.")).isNotEmpty().isSubsetOf(known);
        assertThat(used(VIOLATION, "violation.")).isNotEmpty().isSubsetOf(known);
        assertThat(used(THING, "thing.")).isNotEmpty().isSubsetOf(known);
    }

    private static Set<String> used(Pattern pattern, String prefix) {
        try (var files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> pattern.matcher(read(file)).results())
                    .map(match -> prefix + match.group(1))
                    .collect(toSet());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Set<String> keys(String bundle) {
        var properties = new java.util.Properties();
        try (var stream = ProblemTextsTest.class.getResourceAsStream("/" + bundle + ".properties")) {
            properties.load(stream);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return properties.stringPropertyNames();
    }
}
