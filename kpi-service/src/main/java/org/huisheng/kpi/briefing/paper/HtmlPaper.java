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

    private final Edition edition;

    private HtmlPaper(Edition edition) {
        this.edition = edition;
    }

    static String of(Edition edition, String style) {
        return "<!DOCTYPE html>\n<html lang=\"zh-CN\"><head><meta charset=\"utf-8\"/>"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/><title>"
                + escaped(Wording.heading(edition)) + "</title><style>" + style + "</style></head><body>"
                + new HtmlPaper(edition).body() + "</body></html>\n";
    }

    private String body() {
        return head() + "<main>" + contents() + all(edition.sections(), this::section) + sources() + "</main>" + foot();
    }

    private String head() {
        return "<header><h1>%s</h1><p class=\"issue\">%s</p><table class=\"imprint\"><tr><td>%s</td><td>%s</td></tr></table>%s</header>"
                .formatted(
                        escaped(edition.masthead()),
                        escaped(Wording.issue(edition)),
                        escaped(edition.organisation()),
                        Wording.date(edition),
                        edition.title().isEmpty() ? "" : "<p class=\"title\">" + escaped(edition.title()) + "</p>");
    }

    private String contents() {
        return "<div class=\"contents\">%s<p class=\"standing\">%s</p></div>"
                .formatted(
                        all(
                                edition.sections(),
                                section -> "<p><b>%s</b>%s</p>"
                                        .formatted(
                                                escaped(section.title()),
                                                all(
                                                        section.blocks(),
                                                        block -> block.heading() == null
                                                                ? ""
                                                                : "<span>" + escaped(block.heading()) + "</span>"))),
                        escaped(Wording.standing(edition)));
    }

    private String section(EditionSection section) {
        return "<section><h2>%s</h2>%s</section>"
                .formatted(
                        escaped(section.title()),
                        section.blocks().isEmpty()
                                ? "<p class=\"none\">" + Wording.NO_CONTENTS + "</p>"
                                : all(section.blocks(), this::block));
    }

    private String block(EditionBlock block) {
        var figures = block.figures().stream().map(edition::figure).toList();
        var heading = block.heading() == null ? "" : "<h3>" + escaped(block.heading()) + "</h3>";
        return "<div class=\"" + block.kind().name().toLowerCase(Locale.ROOT) + "\">"
                + heading
                + switch (block.kind()) {
                    case TEXT -> all(block.paragraphs(), this::paragraph);
                    case FIGURE -> all(figures, HtmlPaper::single);
                    case TABLE -> table(figures);
                    case BARS -> bars(figures);
                    case LINE -> line(figures);
                }
                + "</div>";
    }

    private String paragraph(List<Run> runs) {
        return "<p class=\"words\">" + all(runs, this::run) + "</p>";
    }

    private String run(Run run) {
        var number = run.figure();
        var text = run.text();
        return number != null ? figure(edition.figure(number)) : text == null ? "" : escaped(text);
    }

    private static String single(IssueFigure figure) {
        return "<p class=\"single\"><span>%s</span><b class=\"%s\">%s</b>%s</p>"
                .formatted(
                        escaped(figure.departmentName() + " · " + figure.name()),
                        lightClass(figure),
                        escaped(Wording.value(figure)),
                        note(figure));
    }

    private static String table(List<IssueFigure> figures) {
        if (figures.isEmpty()) {
            return "<p class=\"none\">" + Wording.NO_CONTENTS + "</p>";
        }
        var indicators = figures.getFirst().indicator() != null;
        return "<table class=\"figures\"><thead><tr><th scope=\"col\">部门</th>%s<th scope=\"col\" class=\"number\">得分</th><th scope=\"col\">红绿灯</th></tr></thead><tbody>%s</tbody></table>"
                .formatted(
                        indicators
                                ? "<th scope=\"col\">指标</th><th scope=\"col\" class=\"number\">数值</th><th scope=\"col\" class=\"number\">样本</th>"
                                : "",
                        all(figures, figure -> indicators ? indicatorRow(figure) : scoreRow(figure)));
    }

    private static String indicatorRow(IssueFigure figure) {
        return "<tr><th scope=\"row\">%s</th><td>%s</td><td class=\"number\">%s</td><td class=\"number\">%s</td><td class=\"number\">%s</td><td>%s</td></tr>"
                .formatted(
                        escaped(figure.departmentName()),
                        escaped(figure.name()),
                        figure(figure),
                        Wording.sample(figure),
                        Wording.score(figure),
                        light(figure));
    }

    private static String scoreRow(IssueFigure figure) {
        return "<tr><th scope=\"row\">%s</th><td class=\"number\">%s</td><td>%s</td></tr>"
                .formatted(escaped(figure.departmentName()), figure(figure), light(figure));
    }

    private static String bars(List<IssueFigure> figures) {
        if (figures.isEmpty()) {
            return "<p class=\"none\">" + Wording.NO_CONTENTS + "</p>";
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
                                                escaped(departments ? figure.departmentName() : figure.name()),
                                                Chart.bar(figure, largest),
                                                figure(figure))));
    }

    private static String line(List<IssueFigure> months) {
        if (months.isEmpty()) {
            return "<p class=\"none\">" + Wording.NO_CONTENTS + "</p>";
        }
        return "<p class=\"caption\">%s</p><div class=\"chart\">%s<table class=\"months\"><tbody><tr>%s</tr><tr>%s</tr></tbody></table></div>"
                .formatted(
                        escaped(months.getFirst().departmentName() + " · "
                                + months.getLast().name()),
                        Chart.line(months),
                        all(months, month -> "<th scope=\"col\">" + Wording.shortMonth(month.period()) + "</th>"),
                        all(months, month -> "<td>" + figure(month) + "</td>"));
    }

    private String sources() {
        return edition.figures().isEmpty()
                ? ""
                : "<section class=\"sources\"><h2>%s</h2><p class=\"standing\">%s</p><ol>%s</ol></section>"
                        .formatted(
                                Wording.SOURCES,
                                Wording.SOURCES_NOTE,
                                all(
                                        edition.figures(),
                                        figure -> "<li id=\"f%d\">%s <a href=\"%s\">%s</a></li>"
                                                .formatted(
                                                        figure.number(),
                                                        escaped(Wording.about(figure)),
                                                        escaped(figure.lineage()),
                                                        escaped(figure.lineage()))));
    }

    private String foot() {
        return edition.footer().isEmpty() ? "" : "<footer><p>" + escaped(edition.footer()) + "</p></footer>";
    }

    private static String figure(IssueFigure figure) {
        return "<span class=\"figure%s\">%s</span>%s"
                .formatted(figure.shown() == null ? " absent" : "", escaped(Wording.value(figure)), note(figure));
    }

    private static String note(IssueFigure figure) {
        return "<sup><a href=\"#f%d\" title=\"%s\">[%d]</a></sup>"
                .formatted(figure.number(), escaped("来源：" + Wording.about(figure)), figure.number());
    }

    private static String light(IssueFigure figure) {
        return "<span class=\"%s\">%s</span>".formatted(lightClass(figure), Wording.light(figure.band()));
    }

    private static String lightClass(IssueFigure figure) {
        var band = figure.band();
        return band == null ? "light" : "light " + band.name().toLowerCase(Locale.ROOT);
    }

    private static <T> String all(List<T> things, Function<T, String> text) {
        return things.stream().map(text).collect(Collectors.joining());
    }
}
