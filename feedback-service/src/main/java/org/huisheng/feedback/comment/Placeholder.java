package org.huisheng.feedback.comment;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a template leaves open, written {@code {word}}. */
enum Placeholder {
    TITLE("title"),
    SOURCE_DOCUMENT("sourceDocument"),
    RECEIVED_AT("receivedAt"),
    VERBATIM("verbatim"),
    LEAD_DEPARTMENT("leadDepartment"),
    RESULTS("results"),
    PENDING("pending"),
    TODAY("today");

    private static final Pattern WORD = Pattern.compile("\\{([A-Za-z]+)}");

    private final String word;

    Placeholder(String word) {
        this.word = word;
    }

    private static Optional<Placeholder> of(MatchResult found) {
        return Arrays.stream(values())
                .filter(known -> known.word.equals(found.group(1)))
                .findFirst();
    }

    /** Words in braces that nothing would be put in for. */
    static List<String> unknownIn(String template) {
        return WORD.matcher(template)
                .results()
                .filter(found -> of(found).isEmpty())
                .map(found -> found.group(1))
                .distinct()
                .toList();
    }

    boolean isIn(String template) {
        return template.contains("{" + word + "}");
    }

    /** In one go: what is put in is not looked through again. */
    static String fill(String template, Map<Placeholder, String> values) {
        return WORD.matcher(template)
                .replaceAll(found -> Matcher.quoteReplacement(
                        of(found).map(known -> values.getOrDefault(known, "")).orElse(found.group())));
    }
}
