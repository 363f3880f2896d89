package org.huisheng.kpi.briefing.paper;

import static org.huisheng.kit.paper.Press.escaped;
import static org.huisheng.kpi.briefing.paper.Wordprocessing.paragraph;
import static org.huisheng.kpi.briefing.paper.Wordprocessing.run;

import java.util.ArrayList;
import java.util.List;
import org.huisheng.kpi.briefing.edition.Edition;
import org.huisheng.kpi.briefing.edition.Edition.EditionBlock;
import org.huisheng.kpi.briefing.edition.Edition.EditionSection;
import org.huisheng.kpi.briefing.edition.Edition.Run;
import org.huisheng.kpi.briefing.edition.IssueFigure;

/** An issue to go on with in a word processor: real headings, tables, charts and links. */
final class DocxPaper {

    private final Edition edition;
    private final StringBuilder body = new StringBuilder();
    private final List<String> charts = new ArrayList<>();

    private DocxPaper(Edition edition) {
        this.edition = edition;
    }

    static byte[] of(Edition edition) {
        var paper = new DocxPaper(edition);
        paper.write();
        return DocxFile.of(
                paper.body.toString(),
                paper.charts,
                edition.figures().stream().map(IssueFigure::lineage).toList(),
                Wording.heading(edition),
                edition.asOf());
    }

    private void write() {
        body.append(paragraph("Title", run(edition.masthead())));
        body.append(paragraph("Subtitle", run(Wording.issue(edition))));
        if (!edition.title().isEmpty()) {
            body.append(paragraph("Subtitle", run(edition.title())));
        }
        body.append(
                paragraph("Imprint", run(edition.organisation()) + "<w:r><w:tab/></w:r>" + run(Wording.date(edition))));
        body.append(paragraph("Note", run(Wording.standing(edition))));
        edition.sections().forEach(this::section);
        sources();
        if (!edition.footer().isEmpty()) {
            body.append(paragraph("Note", run(edition.footer())));
        }
    }

    private void section(EditionSection section) {
        body.append(paragraph("Heading1", run(section.title())));
        if (section.blocks().isEmpty()) {
            body.append(paragraph("Note", run(Wording.NO_CONTENTS)));
        }
        section.blocks().forEach(this::block);
    }

    private void block(EditionBlock block) {
        var heading = block.heading();
        if (heading != null && !heading.isEmpty()) {
            body.append(paragraph("Heading2", run(heading)));
        }
        var figures = block.figures().stream().map(edition::figure).toList();
        switch (block.kind()) {
            case TEXT -> block.paragraphs().forEach(this::words);
            case FIGURE ->
                figures.forEach(figure -> body.append(paragraph(
                        "Single", run(figure.departmentName() + " · " + figure.name() + "　") + figure(figure))));
            case TABLE -> table(figures);
            case BARS -> bars(figures);
            case LINE -> line(figures);
        }
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
            body.append(paragraph("Note", run(Wording.NO_CONTENTS)));
            return;
        }
        var indicators = figures.getFirst().indicator() != null;
        var rows = new ArrayList<List<String>>();
        rows.add(
                indicators
                        ? List.of(run("部门"), run("指标"), run("数值"), run("样本"), run("得分"), run("红绿灯"))
                        : List.of(run("部门"), run("得分"), run("红绿灯")));
        for (var figure : figures) {
            var light = run(Wording.light(figure.band()));
            rows.add(
                    indicators
                            ? List.of(
                                    run(figure.departmentName()),
                                    run(figure.name()),
                                    figure(figure),
                                    run(Wording.sample(figure)),
                                    run(Wording.score(figure)),
                                    light)
                            : List.of(run(figure.departmentName()), figure(figure), light));
        }
        body.append(Wordprocessing.table(rows));
    }

    /** What has no bar is said below: a chart of a word processor has no room for reasons. */
    private void bars(List<IssueFigure> figures) {
        if (figures.isEmpty()) {
            body.append(paragraph("Note", run(Wording.NO_CONTENTS)));
            return;
        }
        var departments =
                figures.stream().map(IssueFigure::department).distinct().count() > 1;
        chart(DocxChart.bars(figures, figure -> departments ? figure.departmentName() : figure.name()), figures.size());
        var rows = new ArrayList<List<String>>();
        rows.add(List.of(run(departments ? "部门" : "指标"), run("数值")));
        figures.forEach(figure ->
                rows.add(List.of(run(departments ? figure.departmentName() : figure.name()), figure(figure))));
        body.append(Wordprocessing.table(rows));
    }

    private void line(List<IssueFigure> months) {
        if (months.isEmpty()) {
            body.append(paragraph("Note", run(Wording.NO_CONTENTS)));
            return;
        }
        body.append(paragraph(
                "Note",
                run(months.getFirst().departmentName() + " · "
                        + months.getLast().name())));
        chart(DocxChart.line(months), 8);
        body.append(Wordprocessing.table(List.of(
                months.stream()
                        .map(month -> run(Wording.shortMonth(month.period())))
                        .toList(),
                months.stream().map(DocxPaper::figure).toList())));
    }

    private void chart(String chart, int rows) {
        charts.add(chart);
        body.append(Wordprocessing.chart(charts.size(), Math.clamp(rows * 330_000L, 1_300_000L, 5_000_000L)));
    }

    private void sources() {
        if (edition.figures().isEmpty()) {
            return;
        }
        body.append(paragraph("Heading1", run(Wording.SOURCES)));
        body.append(paragraph("Note", run(Wording.SOURCES_NOTE)));
        for (var figure : edition.figures()) {
            body.append(paragraph(
                    "Source",
                    "<w:bookmarkStart w:id=\"%d\" w:name=\"f%d\"/>".formatted(figure.number(), figure.number())
                            + run("[" + figure.number() + "] " + Wording.about(figure) + " ")
                            + "<w:hyperlink r:id=\"l%d\">%s</w:hyperlink>"
                                    .formatted(figure.number(), Wordprocessing.run(figure.lineage(), "Hyperlink"))
                            + "<w:bookmarkEnd w:id=\"%d\"/>".formatted(figure.number())));
        }
    }

    private static String figure(IssueFigure figure) {
        return run(Wording.value(figure))
                + "<w:hyperlink w:anchor=\"f%d\" w:tooltip=\"%s\">%s</w:hyperlink>"
                        .formatted(
                                figure.number(),
                                escaped("来源：" + Wording.about(figure)),
                                Wordprocessing.run("[" + figure.number() + "]", "NoteNumber"));
    }
}
