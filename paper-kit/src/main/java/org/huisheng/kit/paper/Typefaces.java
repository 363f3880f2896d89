package org.huisheng.kit.paper;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.huisheng.kit.problem.DomainException.Conflict;
import org.jspecify.annotations.Nullable;

/**
 * Fonts with Chinese characters, {@code Sans} (黑体) and {@code Serif} (宋体): the configured file for both, else those the
 * build brought along, else what Debian installs. A font is read when a page uses it, and only its characters on the page
 * are embedded.
 */
@ApplicationScoped
class Typefaces {

    private static final int REGULAR = 400;
    private static final int BOLD = 700;

    private static final Path INSTALLED = Path.of("/usr/share/fonts/truetype/droid/DroidSansFallbackFull.ttf");

    /** @param file in the jar */
    private record Face(String family, int weight, String file) {}

    private static final List<Face> BROUGHT_ALONG = List.of(
            new Face("Sans", REGULAR, "/fonts/sans/400Regular/NotoSansSC_400Regular.ttf"),
            new Face("Sans", BOLD, "/fonts/sans/700Bold/NotoSansSC_700Bold.ttf"),
            new Face("Serif", REGULAR, "/fonts/serif/400Regular/NotoSerifSC_400Regular.ttf"));

    private final Optional<Path> configured;

    Typefaces(@ConfigProperty(name = "huisheng.paper.font") Optional<Path> configured) {
        this.configured = configured;
    }

    /** @throws Conflict if there is none */
    void useIn(PdfRendererBuilder pdf) {
        if (configured.isEmpty() && BROUGHT_ALONG.stream().allMatch(face -> isInTheJar(face.file()))) {
            BROUGHT_ALONG.forEach(face ->
                    pdf.useFont(() -> resource(face.file()), face.family(), face.weight(), FontStyle.NORMAL, true));
            return;
        }
        var file = configured.orElse(INSTALLED);
        if (!Files.isReadable(file)) {
            throw new Conflict("no-chinese-font");
        }
        for (var family : List.of("Sans", "Serif")) {
            pdf.useFont(() -> open(file), family, REGULAR, FontStyle.NORMAL, true);
        }
    }

    private static boolean isInTheJar(String file) {
        return Typefaces.class.getResource(file) != null;
    }

    private static @Nullable InputStream resource(String file) {
        return Typefaces.class.getResourceAsStream(file);
    }

    private static InputStream open(Path file) {
        try {
            return Files.newInputStream(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
