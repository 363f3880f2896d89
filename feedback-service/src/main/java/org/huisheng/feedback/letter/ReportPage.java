package org.huisheng.feedback.letter;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.huisheng.feedback.letter.Editions.Frozen;
import org.huisheng.feedback.letter.Piece.Section;
import org.huisheng.feedback.letter.Piece.Table;
import org.huisheng.feedback.letter.Piece.Text;
import org.huisheng.feedback.letter.Piece.Title;
import org.huisheng.kit.paper.Press;
import org.huisheng.kit.problem.DomainException.Busy;

/** A report as it is printed. */
@ApplicationScoped
public class ReportPage {

    private final Press press;
    private final String style;

    ReportPage(Press press) throws IOException {
        this.press = press;
        try (var css = ReportPage.class.getResourceAsStream("/letter/report.css")) {
            if (css == null) {
                throw new IOException("Not in the jar: report.css");
            }
            this.style = new String(css.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** @throws Busy if others are being printed for longer than somebody would wait */
    public byte[] pdf(String title, List<Piece> pieces) {
        return press.pdf(page(title, pieces));
    }

    /**
     * The same bytes each time.
     *
     * @throws Busy if others are being printed for longer than somebody would wait
     */
    public byte[] pdf(Frozen edition) {
        return press.pdf(page(edition.title(), edition.pieces()), edition.at());
    }

    private String page(String title, List<Piece> pieces) {
        var body = pieces.stream().map(ReportPage::element).collect(Collectors.joining());
        return "<html><head><title>%s</title><style>%s</style></head><body>%s</body></html>"
                .formatted(Press.escaped(title), style, body);
    }

    private static String element(Piece piece) {
        return switch (piece) {
            case Title(var text) -> "<h1>" + Press.escaped(text) + "</h1>";
            case Section(var text) -> "<h2>" + Press.escaped(text) + "</h2>";
            case Text(var text) ->
                text.lines().map(line -> "<p>" + Press.escaped(line) + "</p>").collect(Collectors.joining());
            case Table(var head, var rows) ->
                "<table><thead>" + row("th", head) + "</thead><tbody>"
                        + rows.stream().map(cells -> row("td", cells)).collect(Collectors.joining())
                        + "</tbody></table>";
        };
    }

    private static String row(String cell, List<String> texts) {
        return texts.stream()
                .map(text -> "<" + cell + ">" + text.lines().map(Press::escaped).collect(Collectors.joining("<br/>"))
                        + "</" + cell + ">")
                .collect(Collectors.joining("", "<tr>", "</tr>"));
    }
}
