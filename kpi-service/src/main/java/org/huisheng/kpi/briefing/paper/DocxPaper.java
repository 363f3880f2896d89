package org.huisheng.kpi.briefing.paper;

import static org.huisheng.kit.paper.Press.escaped;
import static org.huisheng.kpi.briefing.paper.Wordprocessing.paragraph;
import static org.huisheng.kpi.briefing.paper.Wordprocessing.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.huisheng.kpi.briefing.edition.Edition;
import org.huisheng.kpi.briefing.edition.Edition.EditionBlock;
import org.huisheng.kpi.briefing.edition.Edition.EditionSection;
import org.huisheng.kpi.briefing.edition.Edition.Run;
import org.huisheng.kpi.briefing.edition.IssueFigure;

/** An issue to go on with in a word processor: real headings, tables, charts and links. */
final class DocxPaper {

    /** Names need more room than numbers, in English above all. */
    private static final List<Integer> INDICATOR_COLUMNS = List.of(4, 5, 3, 2, 2, 2);

    private static final List<Integer> SCORE_COLUMNS = List.of(2, 1, 1);

    private static final int MONTHS_A_ROW = 6;

    private final Edition edition;
    private final Wording wording;
    private final StringBuilder body = new StringBuilder();
    private final List<String> charts = new ArrayList<>();

    private DocxPaper(Edition edition, Wording wording) {
        this.edition = edition;
        this.wording = wording;
    }

    static byte[] of(Edition edition, Wording wording) {
        var paper = new DocxPaper(edition, wording);
        paper.write();
        return DocxFile.of(
                paper.body.toString(),
                paper.charts,
                edition.figures().stream().map(IssueFigure::lineage).toList(),
                wording.heading(edition),
                wording.language(),
                edition.asOf());
    }

    private void write() {
        body.append(paragraph("Title", run(wording.masthead(edition))));
        body.append(paragraph("Subtitle", run(wording.issue(edition))));
        var title = wording.title(edition);
        if (!title.isEmpty()) {
            body.append(paragraph("Subtitle", run(title)));
        }
        body.append(paragraph(
                "Imprint", run(wording.organisation(edition)) + "<w:r><w:tab/></w:r>" + run(wording.date(edition))));
        body.append(paragraph("Note", run(wording.standing(edition))));
        edition.sections().forEach(this::section);
        sources();
        var footer = wording.footer(edition);
        if (!footer.isEmpty()) {
            body.append(paragraph("Note", run(footer)));
        }
    }

    private void section(EditionSection section) {
        body.append(paragraph("Heading1", run(wording.written(section.title(), section.titleEn()))));
        if (section.blocks().isEmpty()) {
            nothing();
        }
        section.blocks().forEach(this::block);
    }

    private void block(EditionBlock block) {
        var heading = block.heading();
        if (heading != null && !heading.isEmpty()) {
            body.append(paragraph("Heading2", run(wording.written(heading, block.headingEn()))));
        }
        var figures = block.figures().stream().map(edition::figure).toList();
        switch (block.kind()) {
            case TEXT -> paragraphs(wording.written(block.paragraphs(), block.paragraphsEn()));
            case FIGURE ->
                figures.forEach(figure -> body.append(paragraph(
                        "Single",
                        run(wording.department(figure) + " · " + wording.name(figure) + "　") + figure(figure))));
            case TABLE -> table(figures);
            case BARS -> bars(figures);
            case LINE -> line(figures);
        }
    }

    private void paragraphs(List<List<Run>> paragraphs) {
        if (paragraphs.isEmpty()) {
            nothing();
        }
        paragraphs.forEach(this::words);
    }

    private void nothing() {
        body.append(paragraph("Note", run(wording.noContents())));
    }

    private void words(List<Run> runs) {
        var text = new StringBuilder();
        for (var run : runs) {
            var number = run.figure();
            var words = run.text();
            text.append(number != null ? figure(edition.figure(number)) : words == null ? "" : run(words));
        }
        body.append(paragraph("BodyText", text.toString()));
    }

    private void table(List<IssueFigure> figures) {
        if (figures.isEmpty()) {
            nothing();
            return;
        }
        var indicators = figures.getFirst().indicator() != null;
        var rows = new ArrayList<List<String>>();
        rows.add(
                indicators
                        ? List.of(
                                run(wording.department()),
                                run(wording.indicator()),
                                run(wording.value()),
                                run(wording.sample()),
                                run(wording.score()),
                                run(wording.light()))
                        : List.of(run(wording.department()), run(wording.score()), run(wording.light())));
        for (var figure : figures) {
            var light = run(wording.light(figure.band()));
            rows.add(
                    indicators
                            ? List.of(
                                    run(wording.department(figure)),
                                    run(wording.name(figure)),
                                    figure(figure),
                                    run(wording.sample(figure)),
                                    run(wording.score(figure)),
                                    light)
                            : List.of(run(wording.department(figure)), figure(figure), light));
        }
        body.append(Wordprocessing.table(indicators ? INDICATOR_COLUMNS : SCORE_COLUMNS, rows));
    }

    /** What has no bar is said below: a chart of a word processor has no room for reasons. */
    private void bars(List<IssueFigure> figures) {
        if (figures.isEmpty()) {
            nothing();
            return;
        }
        var departments =
                figures.stream().map(IssueFigure::department).distinct().count() > 1;
        chart(
                DocxChart.bars(figures, figure -> departments ? wording.department(figure) : wording.name(figure)),
                figures.size());
        var rows = new ArrayList<List<String>>();
        rows.add(List.of(run(departments ? wording.department() : wording.indicator()), run(wording.value())));
        figures.forEach(figure -> rows.add(
                List.of(run(departments ? wording.department(figure) : wording.name(figure)), figure(figure))));
        body.append(Wordprocessing.table(rows));
    }

    private void line(List<IssueFigure> months) {
        if (months.isEmpty()) {
            nothing();
            return;
        }
        body.append(
                paragraph("Note", run(wording.department(months.getFirst()) + " · " + wording.name(months.getLast()))));
        chart(DocxChart.line(months, month -> wording.shortMonth(month.period())), 8);
        for (var from = 0; from < months.size(); from += MONTHS_A_ROW) {
            months(months.subList(from, Math.min(from + MONTHS_A_ROW, months.size())));
        }
    }

    /** A number and its footnote have room beside the others; what is left of the row stays empty, so months stand below months. */
    private void months(List<IssueFigure> some) {
        var names = new ArrayList<>(Collections.nCopies(MONTHS_A_ROW, run("")));
        var values = new ArrayList<>(names);
        for (var i = 0; i < some.size(); i++) {
            names.set(i, run(wording.shortMonth(some.get(i).period())));
            values.set(i, figure(some.get(i)));
        }
        body.append(Wordprocessing.table(List.of(names, values)));
    }

    private void chart(String chart, int rows) {
        charts.add(chart);
        body.append(Wordprocessing.chart(
                charts.size(), wording.picture(charts.size()), Math.clamp(rows * 330_000L, 1_300_000L, 5_000_000L)));
    }

    private void sources() {
        if (edition.figures().isEmpty()) {
            return;
        }
        body.append(paragraph("Heading1", run(wording.sources())));
        body.append(paragraph("Note", run(wording.sourcesNote())));
        for (var figure : edition.figures()) {
            body.append(paragraph(
                    "Source",
                    "<w:bookmarkStart w:id=\"%d\" w:name=\"f%d\"/>".formatted(figure.number(), figure.number())
                            + run("[" + figure.number() + "] " + wording.about(figure) + " ")
                            + "<w:hyperlink r:id=\"l%d\">%s</w:hyperlink>"
                                    .formatted(figure.number(), Wordprocessing.run(figure.lineage(), "Hyperlink"))
                            + "<w:bookmarkEnd w:id=\"%d\"/>".formatted(figure.number())));
        }
    }

    private String figure(IssueFigure figure) {
        return run(wording.value(figure))
                + "<w:hyperlink w:anchor=\"f%d\" w:tooltip=\"%s\">%s</w:hyperlink>"
                        .formatted(
                                figure.number(),
                                escaped(wording.source(figure)),
                                Wordprocessing.run("[" + figure.number() + "]", "NoteNumber"));
    }
}
