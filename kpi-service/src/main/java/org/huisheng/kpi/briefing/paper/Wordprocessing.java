package org.huisheng.kpi.briefing.paper;

import static org.huisheng.kit.paper.Press.escaped;

import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Pieces of WordprocessingML (ECMA-376). */
final class Wordprocessing {

    /** Of the text, in twentieths of a point: A4 less its margins. */
    private static final int WIDTH = 9_070;
    /** The same in EMU. */
    private static final long WIDTH_OF_CHARTS = 5_760_000;

    private Wordprocessing() {}

    static String run(String text) {
        return "<w:r><w:t xml:space=\"preserve\">" + escaped(text) + "</w:t></w:r>";
    }

    static String run(String text, String style) {
        return "<w:r><w:rPr><w:rStyle w:val=\"%s\"/></w:rPr><w:t xml:space=\"preserve\">%s</w:t></w:r>"
                .formatted(style, escaped(text));
    }

    static String paragraph(String style, String runs) {
        return "<w:p><w:pPr><w:pStyle w:val=\"%s\"/></w:pPr>%s</w:p>".formatted(style, runs);
    }

    /** With columns of one width. */
    static String table(List<List<String>> rows) {
        return table(Collections.nCopies(rows.getFirst().size(), 1), rows);
    }

    /**
     * The first row is repeated on each page.
     *
     * @param shares how wide each column is beside the others
     */
    static String table(List<Integer> shares, List<List<String>> rows) {
        var whole = shares.stream().mapToInt(Integer::intValue).sum();
        var widths = shares.stream().map(share -> WIDTH * share / whole).toList();
        var table = new StringBuilder(
                "<w:tbl><w:tblPr><w:tblStyle w:val=\"Figures\"/><w:tblW w:w=\"%d\" w:type=\"dxa\"/>".formatted(WIDTH)
                        + "<w:tblLook w:val=\"0020\" w:firstRow=\"1\" w:lastRow=\"0\" w:firstColumn=\"0\" w:lastColumn=\"0\""
                        + " w:noHBand=\"1\" w:noVBand=\"1\"/></w:tblPr><w:tblGrid>");
        widths.forEach(width -> table.append("<w:gridCol w:w=\"").append(width).append("\"/>"));
        table.append("</w:tblGrid>");
        for (var i = 0; i < rows.size(); i++) {
            table.append("<w:tr><w:trPr><w:cantSplit/>%s</w:trPr>%s</w:tr>"
                    .formatted(i == 0 ? "<w:tblHeader/>" : "", cells(widths, rows.get(i))));
        }
        // Two tables without anything between them would be one.
        return table.append("</w:tbl>").append(paragraph("Cell", "")).toString();
    }

    private static String cells(List<Integer> widths, List<String> cells) {
        return IntStream.range(0, cells.size())
                .mapToObj(i -> "<w:tc><w:tcPr><w:tcW w:w=\"%d\" w:type=\"dxa\"/></w:tcPr>%s</w:tc>"
                        .formatted(widths.get(i), paragraph("Cell", cells.get(i))))
                .collect(Collectors.joining());
    }

    /** @param height in EMU */
    static String chart(int number, String name, long height) {
        return paragraph("Cell", """
                <w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="%d" cy="%d"/>\
                <wp:docPr id="%d" name="%s"/><wp:cNvGraphicFramePr/>\
                <a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">\
                <a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">\
                <c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="c%d"/>\
                </a:graphicData></a:graphic></wp:inline></w:drawing></w:r>\
                """.formatted(WIDTH_OF_CHARTS, height, number, escaped(name), number));
    }
}
