package org.huisheng.survey.poster;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.huisheng.kit.problem.DomainException.Conflict;
import org.jspecify.annotations.Nullable;

/**
 * A font with Chinese characters: the configured file, else the one the build brought along, else what Debian installs.
 * Only the characters on the poster are embedded.
 */
@ApplicationScoped
class PosterFont {

    static final String FAMILY = "Poster";

    private static final Path INSTALLED = Path.of("/usr/share/fonts/truetype/droid/DroidSansFallbackFull.ttf");

    private final Optional<Path> configured;

    PosterFont(@ConfigProperty(name = "huisheng.poster.font") Optional<Path> configured) {
        this.configured = configured;
    }

    /** @throws Conflict if there is none */
    void useIn(PdfRendererBuilder pdf) {
        if (configured.isPresent()) {
            use(pdf, configured.get(), 400);
        } else if (resource("400Regular") != null) {
            pdf.useFont(() -> resource("400Regular"), FAMILY, 400, FontStyle.NORMAL, true);
            pdf.useFont(() -> resource("700Bold"), FAMILY, 700, FontStyle.NORMAL, true);
        } else {
            use(pdf, INSTALLED, 400);
        }
    }

    private static void use(PdfRendererBuilder pdf, Path file, int weight) {
        if (!Files.isReadable(file)) {
            throw new Conflict("no-chinese-font");
        }
        pdf.useFont(() -> open(file), FAMILY, weight, FontStyle.NORMAL, true);
    }

    private static @Nullable InputStream resource(String weight) {
        return PosterFont.class.getResourceAsStream("/fonts/" + weight + "/NotoSansSC_" + weight + ".ttf");
    }

    private static InputStream open(Path file) {
        try {
            return Files.newInputStream(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
