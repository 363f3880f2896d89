package org.huisheng.feedback.letter;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.huisheng.kit.paper.Press;
import org.huisheng.kit.problem.DomainException.Busy;

/**
 * A letter as it is printed: a heading where a paragraph begins with {@code #}, whoever is spoken to at the margin, the rest
 * indented by two signs, and the date to the right if it is the last.
 */
@ApplicationScoped
public class LetterPage {

    private static final String HEADING = "# ";
    private static final int LONGEST_SALUTATION = 40;
    private static final Pattern DATE = Pattern.compile("\\d{4}年\\d{1,2}月\\d{1,2}日");

    private final Press press;
    private final String style;

    LetterPage(Press press) throws IOException {
        this.press = press;
        try (var css = LetterPage.class.getResourceAsStream("/letter/letter.css")) {
            if (css == null) {
                throw new IOException("Not in the jar: letter.css");
            }
            this.style = new String(css.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** @throws Busy if others are being printed for longer than somebody would wait */
    public byte[] pdf(String title, List<String> paragraphs) {
        return press.pdf("<html><head><title>%s</title><style>%s</style></head><body>%s</body></html>"
                .formatted(Press.escaped(title), style, body(paragraphs)));
    }

    /** Paragraphs are told apart by their indent, and need no empty line between them. */
    static String body(List<String> paragraphs) {
        var filled = paragraphs.stream()
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
        var body = new StringBuilder();
        for (var i = 0; i < filled.size(); i++) {
            body.append(element(filled.get(i), i > 0 && isHeading(filled.get(i - 1)), i == filled.size() - 1));
        }
        return body.toString();
    }

    private static boolean isHeading(String text) {
        return text.startsWith(HEADING);
    }

    private static String element(String text, boolean afterHeading, boolean last) {
        if (isHeading(text)) {
            return "<h1>" + Press.escaped(text.substring(HEADING.length())) + "</h1>";
        }
        var salutation = afterHeading && text.endsWith("：") && text.length() <= LONGEST_SALUTATION;
        var kind = salutation
                ? " class=\"salutation\""
                : last && DATE.matcher(text).matches() ? " class=\"date\"" : "";
        return "<p" + kind + ">" + Press.escaped(text) + "</p>";
    }
}
