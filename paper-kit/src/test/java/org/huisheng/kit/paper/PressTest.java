package org.huisheng.kit.paper;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Instant;
import java.util.Optional;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.huisheng.kit.problem.DomainException.Conflict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PressTest {

    private final Press press = new Press(new Typefaces(Optional.empty()));

    @Test
    void chinese_is_printed_in_fonts_of_which_only_what_is_used_is_embedded() throws Exception {
        var pdf = press.pdf("<html><body><p style=\"font-family: Serif\">供电</p>"
                + "<p style=\"font-family: Sans; font-weight: 700\">" + Press.escaped("回声 <&> \u0001")
                + "</p></body></html>");

        try (var document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document)).contains("供电", "回声 <&>");
            var resources = document.getPage(0).getResources();
            assertThat(resources.getFontNames()).isNotEmpty();
            for (var font : resources.getFontNames()) {
                assertThat(resources.getFont(font).isEmbedded()).isTrue();
            }
        }
        assertThat(pdf.length).isLessThan(200_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Sans; font-weight: 400", "Sans; font-weight: 700", "Serif"})
    void what_is_printed_is_found_by_what_somebody_types(String font) throws Exception {
        var text = "用电高压，见车马民长门风飞页户龙黄齐食青西卢贝角韦鱼鸟麦龟老行里金方日月水火土木石〈2026～2027〉";
        var pdf = press.pdf("<html><body><p style=\"font-family: " + font + "\">" + text + "</p></body></html>");

        try (var document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document).replaceAll("\\s", ""))
                    .isEqualTo(text);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sans/400Regular/NotoSansSC_400Regular",
                "sans/700Bold/NotoSansSC_700Bold",
                "serif/400Regular/NotoSerifSC_400Regular"
            })
    void no_font_draws_an_ideograph_and_a_radical_alike_that_is_not_known_by_it(String file) throws Exception {
        try (var font = new TTFParser()
                .parse(new RandomAccessReadBuffer(
                        requireNonNull(PressTest.class.getResourceAsStream("/fonts/" + file + ".ttf"))))) {
            var characters = font.getUnicodeCmapLookup();
            for (var glyph = 1; glyph < font.getNumberOfGlyphs(); glyph++) {
                var alike = characters.getCharCodes(glyph);
                if (alike != null && alike.stream().anyMatch(PressTest::isIdeograph)) {
                    var typed = Radicals.asTyped(Character.toString(alike.getFirst()));
                    assertThat(typed.codePointAt(0))
                            .as("%s of %s", typed, alike)
                            .matches(PressTest::isTyped);
                    assertThat(alike).contains(typed.codePointAt(0));
                }
            }
        }
    }

    /** None of those that are there for older encodings only. */
    private static boolean isIdeograph(int character) {
        return Character.isIdeographic(character)
                && Normalizer.isNormalized(Character.toString(character), Normalizer.Form.NFKC);
    }

    /** No radical, of Kangxi or of the supplement. */
    private static boolean isTyped(int character) {
        return character < 0x2E80 || character > 0x2FDF;
    }

    @Test
    void the_same_page_of_the_same_moment_is_the_same_bytes_whenever_it_is_printed_and_after_a_restart(
            @TempDir Path folder) throws Exception {
        var html = "<html><body><p style=\"font-family: Serif\">供电</p>"
                + "<svg viewBox=\"0 0 10 10\" style=\"width: 50px; height: 50px\">"
                + "<rect x=\"0\" y=\"0\" width=\"4\" height=\"10\" fill=\"#0a7d5a\"/>"
                + "<polyline points=\"0,0 5,9 10,1\" fill=\"none\" stroke=\"#b00020\" stroke-width=\"1\"/>"
                + "</svg></body></html>";
        var made = Instant.parse("2026-11-03T02:00:00Z");

        assertThat(press.pdf(html, made)).isEqualTo(new Press(new Typefaces(Optional.empty())).pdf(html, made));
        assertThat(PrintedElsewhere.printed(folder, html, made)).isEqualTo(press.pdf(html, made));
        assertThat(press.pdf(html, made.plusSeconds(1))).isNotEqualTo(press.pdf(html, made));
    }

    @Test
    void a_font_that_is_not_there_is_a_problem_with_a_name() {
        var typefaces = new Typefaces(Optional.of(Path.of("/nowhere/song.ttf")));

        assertThatThrownBy(() -> typefaces.useIn(new PdfRendererBuilder()))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("no-chinese-font");
    }
}
