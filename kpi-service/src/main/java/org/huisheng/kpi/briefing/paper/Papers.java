package org.huisheng.kpi.briefing.paper;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.huisheng.kit.paper.Press;
import org.huisheng.kit.problem.DomainException.Busy;
import org.huisheng.kpi.briefing.edition.Edition;

/** Makes the papers of an issue: of the same issue in the same language the same bytes. */
@ApplicationScoped
public class Papers {

    private final Press press;
    private final String screen;
    private final String print;

    Papers(Press press) throws IOException {
        this.press = press;
        this.screen = read("screen.css");
        this.print = read("print.css");
    }

    /** @throws Busy if others are being printed for longer than somebody would wait */
    public byte[] of(Edition edition, PaperForm form, PaperLanguage language) {
        var wording = new Wording(language);
        return switch (form) {
            case HTML -> HtmlPaper.of(edition, wording, screen).getBytes(StandardCharsets.UTF_8);
            case PDF -> press.pdf(HtmlPaper.of(edition, wording, print), edition.asOf());
            case DOCX -> DocxPaper.of(edition, wording);
        };
    }

    /** What the page may do in a browser: show itself, by the style it has in it. */
    public String policy() {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(screen.getBytes(StandardCharsets.UTF_8));
            return "default-src 'none'; style-src 'sha256-%s'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
                    .formatted(Base64.getEncoder().encodeToString(hash));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static String read(String name) throws IOException {
        try (InputStream stream = Papers.class.getResourceAsStream("/briefing/" + name)) {
            if (stream == null) {
                throw new IOException("Not in the jar: " + name);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
