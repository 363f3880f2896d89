package org.huisheng.kit.paper;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.huisheng.kit.problem.DomainException.Busy;
import org.huisheng.kit.problem.DomainException.Conflict;
import org.jspecify.annotations.Nullable;

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
        return inTurn(() -> print(html, null));
    }

    /**
     * The same page of the same moment is the same bytes.
     *
     * @param made what the file says of when it was made
     * @throws Busy if others are printed for longer than somebody would wait
     * @throws Conflict if there is no font
     */
    public byte[] pdf(String html, Instant made) {
        return inTurn(() -> print(html, made));
    }

    private byte[] inTurn(Supplier<byte[]> work) {
        try {
            if (!free.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Busy();
            }
        } catch (InterruptedException stopRequested) {
            Thread.currentThread().interrupt();
            throw new Busy();
        }
        try {
            return work.get();
        } finally {
            free.release();
        }
    }

    private byte[] print(String html, @Nullable Instant made) {
        var output = new ByteArrayOutputStream();
        var pdf = new PdfRendererBuilder();
        typefaces.useIn(pdf);
        pdf.useSVGDrawer(new Drawings());
        pdf.withHtmlContent(html, null);
        pdf.toStream(output);
        try (var renderer = pdf.buildPdfRenderer()) {
            renderer.layout();
            try (var document = renderer.createPDFKeepOpen()) {
                if (made != null) {
                    date(document, made);
                }
                document.save(output);
            }
            return named(output.toByteArray());
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Only a saved file has the tables by which its text is found. */
    private static byte[] named(byte[] pdf) throws IOException {
        var output = new ByteArrayOutputStream(pdf.length);
        try (var document = Loader.loadPDF(pdf)) {
            CharacterNames.putRight(document);
            document.save(output);
        }
        return output.toByteArray();
    }

    /** Otherwise the clock is in the dates, and in the id that is made of it. */
    private static void date(PDDocument document, Instant made) {
        var day = GregorianCalendar.from(made.atZone(ZoneOffset.UTC));
        document.getDocumentInformation().setCreationDate(day);
        document.getDocumentInformation().setModificationDate(day);
        document.setDocumentId(made.toEpochMilli());
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
