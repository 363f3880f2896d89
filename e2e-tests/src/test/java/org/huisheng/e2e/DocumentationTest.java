package org.huisheng.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a reader would stumble over and a reviewer overlook. */
class DocumentationTest {

    static final Path ROOT = root();
    private static final int README_LINES = 150;
    private static final Pattern ADR = Pattern.compile("(\\d{4})-[a-z0-9-]+\\.md");
    private static final Pattern HEADING = Pattern.compile("(?m)^(#+) ");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]*)(#[^)\\s]*)?\\)");
    private static final Pattern CODE = Pattern.compile("(?ms)^```.*?^```|`[^`\n]*`");
    private static final List<String> ADR_SECTIONS =
            List.of("## Context", "## Decision", "## Consequences", "## Alternatives");

    @Test
    void no_two_decisions_have_the_same_number() {
        var numbers = decisions().stream().map(DocumentationTest::number).toList();

        assertThat(numbers).isNotEmpty().doesNotHaveDuplicates();
    }

    @Test
    void a_decision_says_its_status_date_reasons_and_alternatives() {
        assertThat(decisions()).allSatisfy(decision -> {
            var text = read(decision);
            assertThat(text)
                    .startsWith("# %d. ".formatted(Integer.parseInt(number(decision))))
                    .contains("- Status: ")
                    .containsPattern("- Date: \\d{4}-\\d{2}-\\d{2}")
                    .contains(ADR_SECTIONS);
        });
    }

    @Test
    void the_list_of_decisions_is_whole() {
        var list = read(ROOT.resolve("docs/adr/README.md"));

        assertThat(decisions()).allSatisfy(decision -> assertThat(list).contains("(" + decision.getFileName() + ")"));
    }

    @Test
    void the_readmes_are_short_and_name_the_two_commands() {
        assertThat(List.of("README.md", "README.zh-CN.md")).allSatisfy(name -> {
            var text = read(ROOT.resolve(name));
            assertThat(text.lines()).hasSizeLessThanOrEqualTo(README_LINES);
            assertThat(text).contains("./huisheng up", "./huisheng test");
        });
    }

    @Test
    void the_readmes_have_the_same_structure() {
        var english = read(ROOT.resolve("README.md"));
        var chinese = read(ROOT.resolve("README.zh-CN.md"));

        assertThat(headings(chinese)).isEqualTo(headings(english));
        assertThat(count("(?m)^\\|", chinese)).as("rows of tables").isEqualTo(count("(?m)^\\|", english));
        assertThat(count("(?m)^```", chinese)).as("blocks of code").isEqualTo(count("(?m)^```", english));
    }

    @Test
    void every_relative_link_leads_to_a_file() {
        var broken = new ArrayList<String>();
        for (var document : documents()) {
            LINK.matcher(CODE.matcher(read(document)).replaceAll("")).results().forEach(link -> {
                var target = link.group(1);
                if (!target.isEmpty() && !target.contains(":") && !Files.exists(document.resolveSibling(target))) {
                    broken.add(ROOT.relativize(document) + " → " + target);
                }
            });
        }

        assertThat(broken).isEmpty();
    }

    private static List<Path> decisions() {
        try (var files = Files.list(ROOT.resolve("docs/adr"))) {
            return files.filter(
                            file -> ADR.matcher(file.getFileName().toString()).matches())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String number(Path decision) {
        return decision.getFileName().toString().substring(0, 4);
    }

    private static List<Integer> headings(String text) {
        return HEADING.matcher(CODE.matcher(text).replaceAll(""))
                .results()
                .map(heading -> heading.group(1).length())
                .toList();
    }

    private static long count(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(MatchResult::start)
                .count();
    }

    private static List<Path> documents() {
        var skipped = Set.of("target", "node_modules", ".git", ".huisheng");
        try (Stream<Path> files = Files.find(
                ROOT,
                4,
                (file, _) -> file.toString().endsWith(".md")
                        && Stream.of(ROOT.relativize(file).toString().split("/"))
                                .noneMatch(skipped::contains))) {
            return files.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path root() {
        var folder = Path.of("").toAbsolutePath();
        while (folder.getParent() != null && !Files.exists(folder.resolve("huisheng"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
