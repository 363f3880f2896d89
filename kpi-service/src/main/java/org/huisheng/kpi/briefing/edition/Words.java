package org.huisheng.kpi.briefing.edition;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.huisheng.kpi.briefing.edition.Edition.Run;
import org.jspecify.annotations.Nullable;

/** Paragraphs in which figures are named: {@code {DIST}} and {@code {DIST/resolution}}. */
final class Words {

    private static final Pattern FIGURE =
            Pattern.compile("\\{([A-Z][A-Z0-9_]{0,31})(?:/([A-Za-z0-9][A-Za-z0-9._-]{0,63}))?}");

    private Words() {}

    @FunctionalInterface
    interface Numbering {
        int of(String department, @Nullable String indicator);
    }

    /** Empty lines are left out. */
    static List<List<Run>> paragraphs(String text, Numbering numbering) {
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(line -> runs(line, numbering))
                .toList();
    }

    private static List<Run> runs(String line, Numbering numbering) {
        var runs = new ArrayList<Run>();
        var figure = FIGURE.matcher(line);
        var from = 0;
        while (figure.find()) {
            if (figure.start() > from) {
                runs.add(new Run(line.substring(from, figure.start()), null));
            }
            runs.add(new Run(null, numbering.of(figure.group(1), figure.group(2))));
            from = figure.end();
        }
        if (from < line.length()) {
            runs.add(new Run(line.substring(from), null));
        }
        return runs;
    }
}
