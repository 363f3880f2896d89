package org.huisheng.feedback.supply.template;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a section leaves open, written in braces: a fact about the report ({@code {quarter}}), a figure
 * ({@code {figure.peak-load}}, {@code {figure.peak-load.change}}), or, on a line of its own, a table of figures
 * ({@code {table: peak-load, visits}}).
 */
public sealed interface Blank {

    /** Whatever stands in braces. */
    Pattern IN_BRACES = Pattern.compile("\\{([^{}\\n]*)}");

    Pattern FIGURE = Pattern.compile("figure\\.([A-Za-z][A-Za-z0-9_-]{0,63})(?:\\.([a-z]+))?");
    Pattern TABLE = Pattern.compile("table:\\s*(.+)");

    /** What is known of a report without anybody entering it. */
    enum Fact {
        QUARTER("quarter"),
        YEAR("year"),
        SENT_TO("sentTo"),
        DEPARTMENT("department");

        private final String word;

        Fact(String word) {
            this.word = word;
        }
    }

    /** What of a figure is said. */
    enum Aspect {
        /** With its unit. */
        VALUE(""),
        /** Of the same quarter a year before. */
        PREVIOUS("previous"),
        /** From then to now, in words. */
        CHANGE("change");

        private final String word;

        Aspect(String word) {
            this.word = word;
        }
    }

    record OfReport(Fact fact) implements Blank {}

    record OfFigure(String code, Aspect aspect) implements Blank {}

    record TableOf(List<String> codes) implements Blank {}

    /** Empty if nothing would be put in for it. */
    static Optional<Blank> of(String word) {
        var figure = FIGURE.matcher(word);
        if (figure.matches()) {
            return ofFigure(figure);
        }
        var table = TABLE.matcher(word);
        if (table.matches()) {
            return Optional.of(new TableOf(
                    Arrays.stream(table.group(1).split(",")).map(String::strip).toList()));
        }
        return Arrays.stream(Fact.values())
                .filter(fact -> fact.word.equals(word))
                .findFirst()
                .map(OfReport::new);
    }

    private static Optional<Blank> ofFigure(Matcher figure) {
        var said = figure.group(2) == null ? "" : figure.group(2);
        return Arrays.stream(Aspect.values())
                .filter(aspect -> aspect.word.equals(said))
                .findFirst()
                .map(aspect -> new OfFigure(figure.group(1), aspect));
    }

    /** Words in braces that nothing would be put in for: misspelt, of a figure nobody enters, or a table within a line. */
    static List<String> unknownIn(String text, Set<String> figures) {
        return text.lines()
                .flatMap(line -> IN_BRACES
                        .matcher(line)
                        .results()
                        .filter(found -> !isKnown(found.group(1), found.group().equals(line.strip()), figures))
                        .map(found -> found.group(1)))
                .distinct()
                .toList();
    }

    private static boolean isKnown(String word, boolean isWholeLine, Set<String> figures) {
        return switch (of(word).orElse(null)) {
            case OfReport _ -> true;
            case OfFigure figure -> figures.contains(figure.code());
            case TableOf table -> isWholeLine && figures.containsAll(table.codes());
            case null -> false;
        };
    }
}
