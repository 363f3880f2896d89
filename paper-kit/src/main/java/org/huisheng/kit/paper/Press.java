package org.huisheng.kit.paper;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.huisheng.kit.problem.DomainException.Busy;
import org.huisheng.kit.problem.DomainException.Conflict;

/** Prints XHTML of ours as PDF. */
@ApplicationScoped
public class Press {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Typefaces typefaces;

    /** One at a time: each reads whole Chinese fonts into a small heap. */
    private final Semaphore free = new Semaphore(1, true);

    Press(Typefaces typefaces) {
        this.typefaces = typefaces;
    }

    /**
     * @param html whose style names {@code Sans} and {@code Serif}
     * @throws Busy if others are printed for longer than somebody would wait
     * @throws Conflict if there is no font
     */
    public byte[] pdf(String html) {
        try {
            if (!free.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Busy();
            }
        } catch (InterruptedException stopRequested) {
            Thread.currentThread().interrupt();
            throw new Busy();
        }
        try {
            return print(html);
        } finally {
            free.release();
        }
    }

    private byte[] print(String html) {
        var output = new ByteArrayOutputStream();
        var pdf = new PdfRendererBuilder();
        typefaces.useIn(pdf);
        pdf.withHtmlContent(html, null);
        pdf.toStream(output);
        try {
            pdf.run();
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return output.toByteArray();
    }

    /** A text within the page. What XML 1.0 cannot hold at all is left out. */
    public static String escaped(String text) {
        return text.codePoints()
                .filter(c -> c == '\t' || c >= 0x20 && c <= 0xD7FF || c >= 0xE000 && c <= 0xFFFD || c >= 0x10000)
                .mapToObj(c -> switch (c) {
                    case '&' -> "&amp;";
                    case '<' -> "&lt;";
                    case '>' -> "&gt;";
                    case '"' -> "&quot;";
                    default -> Character.toString(c);
                })
                .collect(Collectors.joining());
    }
}
