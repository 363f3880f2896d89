package org.huisheng.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.huisheng.survey.expression.Refusal;
import org.junit.jupiter.api.Test;

class ProblemTextsTest {

    private static final Pattern THROWN = Pattern.compile("(?:Conflict|RuleViolated|Malformed)\\(\"([a-z-]+)\"");
    private static final Pattern VIOLATION = Pattern.compile("new Violation\\((?:[^\"]|\"[^\"]*\")*?, \"([a-z-]+)\"");
    private static final Pattern UNSUPPORTED = Pattern.compile("refuse\\((?:[^;]|\"[^\"]*\")*?\"([a-z-]+)\"\\);");

    @Test
    void every_text_exists_in_both_languages() throws IOException {
        assertThat(texts("/problems.properties").stringPropertyNames())
                .isEqualTo(texts("/problems_en.properties").stringPropertyNames());
        assertThat(texts("/kit-problems.properties").stringPropertyNames())
                .isEqualTo(texts("/kit-problems_en.properties").stringPropertyNames());
    }

    @Test
    void every_refusal_in_the_code_has_its_texts() throws IOException {
        var known = new TreeSet<String>();
        for (var bundle : new String[] {"/problems.properties", "/kit-problems.properties"}) {
            known.addAll(texts(bundle).stringPropertyNames());
        }
        var used = new TreeSet<String>();
        try (var files = Files.walk(Path.of("src/main/java"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var code = Files.readString(file);
                THROWN.matcher(code).results().forEach(match -> used.add("problem." + match.group(1)));
                VIOLATION.matcher(code).results().forEach(match -> used.add("violation." + match.group(1)));
                UNSUPPORTED
                        .matcher(code)
                        .results()
                        .forEach(match -> used.add("violation.unsupported-" + match.group(1)));
            }
        }
        for (var refusal : Refusal.values()) {
            used.add("violation.unsupported-expression-"
                    + refusal.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
        used.removeIf(key -> key.endsWith("unsupported-") || key.endsWith("expression-"));

        assertThat(used).contains("problem.campaign-full", "violation.not-offered", "violation.unsupported-property");
        assertThat(known).containsAll(used);
    }

    private static Properties texts(String resource) throws IOException {
        try (var stream = ProblemTextsTest.class.getResourceAsStream(resource);
                var reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            var texts = new Properties();
            texts.load(reader);
            return texts;
        }
    }
}
