package org.huisheng.kpi.briefing.paper;

import static org.huisheng.kit.paper.Press.escaped;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The package around a document: its parts, and what leads from one to the other. Of the same contents the same bytes. */
final class DocxFile {

    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.";
    /** The first moment a ZIP knows, in no zone. */
    private static final LocalDateTime NEVER = LocalDateTime.of(1980, 1, 1, 0, 0);

    private DocxFile() {}

    /** @param links by their numbers from 1: {@code l1}; charts likewise: {@code c1} */
    static byte[] of(
            String body, List<String> charts, List<String> links, String title, PaperLanguage language, Instant made) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            part(zip, "[Content_Types].xml", contentTypes(charts.size()));
            part(zip, "_rels/.rels", relationships());
            part(zip, "docProps/core.xml", core(title, language, made));
            part(zip, "word/document.xml", document(body));
            part(zip, "word/_rels/document.xml.rels", relationships(charts.size(), links));
            part(zip, "word/styles.xml", Papers.read("styles.xml"));
            part(zip, "word/footer1.xml", Papers.read("footer1.xml"));
            for (var i = 0; i < charts.size(); i++) {
                part(zip, "word/charts/chart" + (i + 1) + ".xml", charts.get(i));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static void part(ZipOutputStream zip, String name, String content) throws IOException {
        var entry = new ZipEntry(name);
        entry.setTimeLocal(NEVER);
        zip.putNextEntry(entry);
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static String contentTypes(int charts) {
        var types = new StringBuilder(XML)
                .append("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">")
                .append(
                        "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>")
                .append("<Default Extension=\"xml\" ContentType=\"application/xml\"/>")
                .append(override("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"))
                .append(override("/word/document.xml", TYPE + "wordprocessingml.document.main+xml"))
                .append(override("/word/styles.xml", TYPE + "wordprocessingml.styles+xml"))
                .append(override("/word/footer1.xml", TYPE + "wordprocessingml.footer+xml"));
        for (var i = 1; i <= charts; i++) {
            types.append(override("/word/charts/chart" + i + ".xml", TYPE + "drawingml.chart+xml"));
        }
        return types.append("</Types>").toString();
    }

    private static String override(String part, String type) {
        return "<Override PartName=\"%s\" ContentType=\"%s\"/>".formatted(part, type);
    }

    private static String relationships() {
        return relationships(relationship("r1", OFFICE + "/officeDocument", "word/document.xml", false)
                + relationship(
                        "r2",
                        "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
                        "docProps/core.xml",
                        false));
    }

    private static String relationships(int charts, List<String> links) {
        var all = new StringBuilder()
                .append(relationship("styles", OFFICE + "/styles", "styles.xml", false))
                .append(relationship("footer", OFFICE + "/footer", "footer1.xml", false));
        for (var i = 1; i <= charts; i++) {
            all.append(relationship("c" + i, OFFICE + "/chart", "charts/chart" + i + ".xml", false));
        }
        for (var i = 1; i <= links.size(); i++) {
            all.append(relationship("l" + i, OFFICE + "/hyperlink", links.get(i - 1), true));
        }
        return relationships(all.toString());
    }

    private static String relationships(String all) {
        return XML + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + all
                + "</Relationships>";
    }

    private static String relationship(String id, String type, String target, boolean external) {
        return "<Relationship Id=\"%s\" Type=\"%s\" Target=\"%s\"%s/>"
                .formatted(id, type, escaped(target), external ? " TargetMode=\"External\"" : "");
    }

    private static String core(String title, PaperLanguage language, Instant made) {
        return XML
                + """
                <cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" \
                xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" \
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>%s</dc:title><dc:language>%s</dc:language>\
                <dcterms:created xsi:type="dcterms:W3CDTF">%s</dcterms:created>\
                <dcterms:modified xsi:type="dcterms:W3CDTF">%s</dcterms:modified></cp:coreProperties>""".formatted(
                                escaped(title),
                                language.tag(),
                                made.truncatedTo(ChronoUnit.SECONDS),
                                made.truncatedTo(ChronoUnit.SECONDS));
    }

    private static String document(String body) {
        return XML + """
                <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" \
                xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" \
                xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><w:body>""" + body + """
                <w:sectPr><w:footerReference w:type="default" r:id="footer"/><w:pgSz w:w="11906" w:h="16838"/>\
                <w:pgMar w:top="1418" w:right="1418" w:bottom="1418" w:left="1418" w:header="851" w:footer="850" \
                w:gutter="0"/></w:sectPr></w:body></w:document>""";
    }
}
