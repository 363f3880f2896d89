package org.huisheng.kpi.briefing.paper;

import static org.huisheng.kit.paper.Press.escaped;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.huisheng.kpi.briefing.edition.Edition;
import org.huisheng.kpi.briefing.edition.Edition.EditionBlock;
import org.huisheng.kpi.briefing.edition.Edition.EditionSection;
import org.huisheng.kpi.briefing.edition.Edition.Run;
import org.huisheng.kpi.briefing.edition.IssueFigure;

/** An issue as a page without scripts, well-formed, so that it can be printed too. */
final class HtmlPaper {

    /** Rows that stay on one page with their heading: so many, of three lines each, leave room for two headings. */
    private static final int MOST_INDICATORS_TOGETHER = 10;

    /** The same of rows with a name and a number. */
    private static final int MOST_TOGETHER = 12;

    private static final int SHORT = 10;

    private final Edition edition;
    private final Wording wording;

    private HtmlPaper(Edition edition, Wording wording) {
        this.edition = edition;
        this.wording = wording;
    }

    static String of(Edition edition, Wording wording, String style) {
        return "<!DOCTYPE html>\n<html lang=\"" + wording.language().tag() + "\"><head><meta charset=\"utf-8\"/>"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/><title>"
                + escaped(wording.heading(edition)) + "</title><style>" + style + "</style></head><body>"
                + new HtmlPaper(edition, wording).body() + "</body></html>\n";
    }

    private String body() {
        return head() + "<main>" + contents() + all(edition.sections(), this::section) + sources() + "</main>" + foot();
    }

    private String head() {
        var title = wording.title(edition);
        return "<header><h1>%s</h1><p class=\"issue\">%s</p><table class=\"imprint\"><tr><td>%s</td><td>%s</td></tr></table>%s</header>"
                .formatted(
                        escaped(wording.masthead(edition)),
                        escaped(wording.issue(edition)),
                        escaped(wording.organisation(edition)),
                        wording.date(edition),
                        title.isEmpty() ? "" : "<p class=\"title\">" + escaped(title) + "</p>");
    }

    private String contents() {
        return "<div class=\"contents\">%s<p class=\"standing\">%s</p></div>"
                .formatted(
                        all(
                                edition.sections(),
                                section -> "<p><b>%s</b>%s</p>"
                                        .formatted(
                                                escaped(title(section)),
                                                all(section.blocks(), block -> titled(block, "<span>%s</span>")))),
                        escaped(wording.standing(edition)));
    }

    private String section(EditionSection section) {
        return "<section><h2>%s</h2>%s</section>"
                .formatted(
                        escaped(title(section)),
                        section.blocks().isEmpty() ? nothing() : all(section.blocks(), this::block));
    }

    private String block(EditionBlock block) {
        var figures = block.figures().stream().map(edition::figure).toList();
        return "<div class=\"" + block.kind().name().toLowerCase(Locale.ROOT)
                + (isKeptWhole(block, figures) ? " whole" : "") + "\">"
                + titled(block, "<h3>%s</h3>")
                + switch (block.kind()) {
                    case TEXT -> words(wording.written(block.paragraphs(), block.paragraphsEn()));
                    case FIGURE -> all(figures, this::single);
                    case TABLE -> table(figures);
                    case BARS -> bars(figures);
                    case LINE -> line(figures);
                }
                + "</div>";
    }

    private static boolean isKeptWhole(EditionBlock block, List<IssueFigure> figures) {
        return switch (block.kind()) {
            case TEXT, FIGURE, LINE -> false;
            case BARS -> figures.size() <= MOST_TOGETHER;
            case TABLE -> figures.size() <= (ofIndicators(figures) ? MOST_INDICATORS_TOGETHER : MOST_TOGETHER);
        };
    }

    private static boolean ofIndicators(List<IssueFigure> figures) {
        return !figures.isEmpty() && figures.getFirst().indicator() != null;
    }

    private String title(EditionSection section) {
        return wording.written(section.title(), section.titleEn());
    }

    private String titled(EditionBlock block, String element) {
        var heading = block.heading();
        return heading == null ? "" : element.formatted(escaped(wording.written(heading, block.headingEn())));
    }

    private String words(List<List<Run>> paragraphs) {
        return paragraphs.isEmpty() ? nothing() : all(paragraphs, this::paragraph);
    }

    private String nothing() {
        return "<p class=\"none\">" + wording.noContents() + "</p>";
    }

    private String paragraph(List<Run> runs) {
        return "<p class=\"words\">" + all(runs, this::run) + "</p>";
    }

    private String run(Run run) {
        var number = run.figure();
        var text = run.text();
        return number != null ? figure(edition.figure(number)) : text == null ? "" : escaped(text);
    }

    private String single(IssueFigure figure) {
        return "<p class=\"single\"><span>%s</span><b class=\"%s\">%s</b>%s</p>"
                .formatted(
                        escaped(wording.department(figure) + " · " + wording.name(figure)),
                        lightClass(figure),
                        escaped(wording.value(figure)),
                        note(figure));
    }

    private String table(List<IssueFigure> figures) {
        if (figures.isEmpty()) {
            return nothing();
        }
        var indicators = ofIndicators(figures);
        return "<table class=\"figures%s\"><thead><tr><th scope=\"col\">%s</th>%s<th scope=\"col\" class=\"number\">%s</th><th scope=\"col\">%s</th></tr></thead><tbody>%s</tbody></table>"
                .formatted(
                        indicators ? " indicators" : "",
                        wording.department(),
                        indicators
                                ? "<th scope=\"col\">%s</th><th scope=\"col\" class=\"number\">%s</th><th scope=\"col\" class=\"number\">%s</th>"
                                        .formatted(wording.indicator(), wording.value(), wording.sample())
                                : "",
                        wording.score(),
                        wording.light(),
                        all(figures, figure -> indicators ? indicatorRow(figure) : scoreRow(figure)));
    }

    private String indicatorRow(IssueFigure figure) {
        return "<tr><th scope=\"row\">%s</th><td>%s</td><td class=\"number\">%s</td><td class=\"number\">%s</td><td class=\"number\">%s</td><td>%s</td></tr>"
                .formatted(
                        escaped(wording.department(figure)),
                        escaped(wording.name(figure)),
                        figure(figure),
                        wording.sample(figure),
                        wording.score(figure),
                        light(figure));
    }

    private String scoreRow(IssueFigure figure) {
        return "<tr><th scope=\"row\">%s</th><td class=\"number\">%s</td><td>%s</td></tr>"
                .formatted(escaped(wording.department(figure)), figure(figure), light(figure));
    }

    private String bars(List<IssueFigure> figures) {
        if (figures.isEmpty()) {
            return nothing();
        }
        var largest = Chart.largest(figures);
        var departments =
                figures.stream().map(IssueFigure::department).distinct().count() > 1;
        return "<table class=\"bars\"><tbody>%s</tbody></table>"
                .formatted(all(
                        figures,
                        figure ->
                                "<tr><th scope=\"row\">%s</th><td class=\"shape\">%s</td><td class=\"number\">%s</td></tr>"
                                        .formatted(
                                                escaped(
                                                        departments
                                                                ? wording.department(figure)
                                                                : wording.name(figure)),
                                                Chart.bar(figure, largest),
                                                figure(figure))));
    }

    private String line(List<IssueFigure> months) {
        if (months.isEmpty()) {
            return nothing();
        }
        return "<p class=\"caption\">%s</p><div class=\"chart\">%s<table class=\"months\"><tbody><tr>%s</tr><tr>%s</tr></tbody></table></div>"
                .formatted(
                        escaped(wording.department(months.getFirst()) + " · " + wording.name(months.getLast())),
                        Chart.line(months),
                        all(months, month -> "<th scope=\"col\">" + wording.shortMonth(month.period()) + "</th>"),
                        all(months, month -> "<td>" + figure(month, wording.value(month)) + "</td>"));
    }

    private String sources() {
        return edition.figures().isEmpty()
                ? ""
                : "<section class=\"sources\"><h2>%s</h2><p class=\"standing\">%s</p><ol>%s</ol></section>"
                        .formatted(
                                wording.sources(),
                                wording.sourcesNote(),
                                all(
                                        edition.figures(),
                                        figure -> "<li id=\"f%d\">%s <a href=\"%s\">%s</a></li>"
                                                .formatted(
                                                        figure.number(),
                                                        escaped(wording.about(figure)),
                                                        escaped(figure.lineage()),
                                                        escaped(figure.lineage()))));
    }

    private String foot() {
        var footer = wording.footer(edition);
        return footer.isEmpty() ? "" : "<footer><p>" + escaped(footer) + "</p></footer>";
    }

    /** What is short stays on one line; twelve months beside each other have no room for that. */
    private String figure(IssueFigure figure) {
        var value = wording.value(figure);
        return figure(figure, value.length() > SHORT ? value : value.replace(' ', '\u00a0'));
    }

    private String figure(IssueFigure figure, String value) {
        return "<span class=\"figure%s\">%s</span>%s"
                .formatted(figure.shown() == null ? " absent" : "", escaped(value), note(figure));
    }

    private String note(IssueFigure figure) {
        return "<sup><a href=\"#f%d\" title=\"%s\">[%d]</a></sup>"
                .formatted(figure.number(), escaped(wording.source(figure)), figure.number());
    }

    private String light(IssueFigure figure) {
        return "<span class=\"%s\">%s</span>".formatted(lightClass(figure), wording.light(figure.band()));
    }

    private static String lightClass(IssueFigure figure) {
        var band = figure.band();
        return band == null ? "light" : "light " + band.name().toLowerCase(Locale.ROOT);
    }

    private static <T> String all(List<T> things, Function<T, String> text) {
        return things.stream().map(text).collect(Collectors.joining());
    }
}
