package org.huisheng.feedback.letter;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A letter as WordprocessingML (ECMA-376): paragraphs, and a heading where one begins with {@code #}; or a report, which has
 * tables. That is all they need, so no library of some twenty megabytes is loaded for it (ADR 33).
 */
public final class Docx {

    public static final String MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private static final String HEADING = "# ";
    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String CONTENT_TYPES = XML
            + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
            + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + "<Override PartName=\"/word/document.xml\" ContentType=\"" + MEDIA_TYPE + ".main+xml\"/></Types>";
    private static final String RELATIONSHIPS = XML
            + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
            + "<Relationship Id=\"rId1\" Target=\"word/document.xml\" Type=\"http://schemas.openxmlformats.org/"
            + "officeDocument/2006/relationships/officeDocument\"/></Relationships>";
    private static final String DOCUMENT = XML
            + "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>%s"
            + "<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1440\" w:right=\"1800\""
            + " w:bottom=\"1440\" w:left=\"1800\" w:header=\"851\" w:footer=\"992\" w:gutter=\"0\"/></w:sectPr>"
            + "</w:body></w:document>";
    private static final String PARAGRAPH = "<w:p><w:pPr><w:spacing w:line=\"360\" w:lineRule=\"auto\"/>%s</w:pPr><w:r>"
            + "<w:rPr><w:rFonts w:ascii=\"Times New Roman\" w:hAnsi=\"Times New Roman\" w:eastAsia=\"%s\"/>%s</w:rPr>"
            + "<w:t xml:space=\"preserve\">%s</w:t></w:r></w:p>";

    private static final String SECTION =
            "<w:p><w:pPr><w:keepNext/><w:spacing w:before=\"240\" w:after=\"120\"/></w:pPr><w:r>"
                    + "<w:rPr><w:rFonts w:ascii=\"Times New Roman\" w:hAnsi=\"Times New Roman\" w:eastAsia=\"黑体\"/><w:b/>"
                    + "<w:sz w:val=\"30\"/></w:rPr><w:t xml:space=\"preserve\">%s</w:t></w:r></w:p>";
    private static final String TABLE = "<w:tbl><w:tblPr><w:tblW w:w=\"5000\" w:type=\"pct\"/><w:tblBorders>"
            + Stream.of("top", "left", "bottom", "right", "insideH", "insideV")
                    .map("<w:%s w:val=\"single\" w:sz=\"4\"/>"::formatted)
                    .collect(Collectors.joining())
            + "</w:tblBorders></w:tblPr><w:tblGrid>%s</w:tblGrid>%s</w:tbl><w:p/>";
    private static final String CELL = "<w:tc><w:tcPr><w:tcW w:w=\"0\" w:type=\"auto\"/></w:tcPr>%s</w:tc>";
    private static final String IN_CELL =
            "<w:p><w:r><w:rPr><w:rFonts w:ascii=\"Times New Roman\" w:hAnsi=\"Times New Roman\" w:eastAsia=\"%s\"/>"
                    + "<w:sz w:val=\"21\"/></w:rPr><w:t xml:space=\"preserve\">%s</w:t></w:r></w:p>";

    private Docx() {}

    public static byte[] of(List<String> paragraphs) {
        return file(paragraphs.stream().map(Docx::paragraph).collect(Collectors.joining()));
    }

    public static byte[] report(List<Piece> pieces) {
        return file(pieces.stream().map(Docx::element).collect(Collectors.joining()));
    }

    private static String element(Piece piece) {
        return switch (piece) {
            case Piece.Title(var text) -> paragraph(HEADING + text);
            case Piece.Section(var text) -> SECTION.formatted(escape(text));
            case Piece.Text(var text) -> text.lines().map(Docx::paragraph).collect(Collectors.joining());
            case Piece.Table(var head, var rows) ->
                TABLE.formatted(
                        "<w:gridCol/>".repeat(head.size()),
                        row("黑体", head)
                                + rows.stream().map(cells -> row("仿宋", cells)).collect(Collectors.joining()));
        };
    }

    private static String row(String typeface, List<String> texts) {
        return texts.stream().map(text -> cell(typeface, text)).collect(Collectors.joining("", "<w:tr>", "</w:tr>"));
    }

    /** A cell has a paragraph, even if there is nothing in it. */
    private static String cell(String typeface, String text) {
        var lines = text.isEmpty() ? Stream.of("") : text.lines();
        return CELL.formatted(
                lines.map(line -> IN_CELL.formatted(typeface, escape(line))).collect(Collectors.joining()));
    }

    private static byte[] file(String body) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            part(zip, "[Content_Types].xml", CONTENT_TYPES);
            part(zip, "_rels/.rels", RELATIONSHIPS);
            part(zip, "word/document.xml", DOCUMENT.formatted(body));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static void part(ZipOutputStream zip, String name, String content) throws IOException {
        var entry = new ZipEntry(name);
        entry.setTime(0); // the same letter is the same bytes
        zip.putNextEntry(entry);
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static String paragraph(String text) {
        return text.startsWith(HEADING)
                ? PARAGRAPH.formatted(
                        "<w:jc w:val=\"center\"/>",
                        "黑体",
                        "<w:b/><w:sz w:val=\"36\"/>",
                        escape(text.substring(HEADING.length())))
                : PARAGRAPH.formatted("", "仿宋", "<w:sz w:val=\"28\"/>", escape(text));
    }

    /** What XML 1.0 cannot hold at all is left out. */
    private static String escape(String text) {
        return text.codePoints()
                .filter(c -> c == '\t' || c >= 0x20 && c <= 0xD7FF || c >= 0xE000 && c <= 0xFFFD || c >= 0x10000)
                .mapToObj(c -> switch (c) {
                    case '&' -> "&amp;";
                    case '<' -> "&lt;";
                    case '>' -> "&gt;";
                    default -> Character.toString(c);
                })
                .collect(Collectors.joining());
    }
}
