package org.huisheng.kit.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.huisheng.kit.problem.DomainException.Conflict;
import org.junit.jupiter.api.Test;

class PressTest {

    private final Press press = new Press(new Typefaces(Optional.empty()));

    @Test
    void chinese_is_printed_in_fonts_of_which_only_what_is_used_is_embedded() throws Exception {
        var pdf = press.pdf("<html><body><p style=\"font-family: Serif\">供电</p>"
                + "<p style=\"font-family: Sans; font-weight: 700\">" + Press.escaped("回声 <&> \u0001")
                + "</p></body></html>");

        try (var document = Loader.loadPDF(pdf)) {
            // The font shows 电 and a radical alike, and the PDF names either.
            var text = Normalizer.normalize(new PDFTextStripper().getText(document), Normalizer.Form.NFKC);
            assertThat(text).contains("供电", "回声 <&>");
            var resources = document.getPage(0).getResources();
            assertThat(resources.getFontNames()).isNotEmpty();
            for (var font : resources.getFontNames()) {
                assertThat(resources.getFont(font).isEmbedded()).isTrue();
            }
        }
        assertThat(pdf.length).isLessThan(200_000);
    }

    @Test
    void a_font_that_is_not_there_is_a_problem_with_a_name() {
        var typefaces = new Typefaces(Optional.of(Path.of("/nowhere/song.ttf")));

        assertThatThrownBy(() -> typefaces.useIn(new PdfRendererBuilder()))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("no-chinese-font");
    }
}
