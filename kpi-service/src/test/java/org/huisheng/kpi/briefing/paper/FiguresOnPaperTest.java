package org.huisheng.kpi.briefing.paper;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.huisheng.kpi.briefing.content.BlockKind;
import org.huisheng.kpi.briefing.content.SectionKind;
import org.huisheng.kpi.briefing.edition.Edition;
import org.huisheng.kpi.briefing.edition.Edition.EditionBlock;
import org.huisheng.kpi.briefing.edition.Edition.EditionSection;
import org.huisheng.kpi.briefing.edition.IssueFigure;
import org.huisheng.kpi.briefing.edition.IssueFigure.FigureState;
import org.huisheng.kpi.scoring.Band;
import org.huisheng.kpi.testing.KpiTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FiguresOnPaperTest extends KpiTest {

    private static final Instant THEN = Instant.parse("2026-11-02T02:00:00Z");

    @Inject
    Papers papers;

    @Test
    void a_half_is_rounded_up_as_the_console_does() {
        var wording = new Wording(PaperLanguage.CHINESE);

        assertThat(wording.value(figure(1, "78.125", false))).isEqualTo("78.13");
        assertThat(wording.value(figure(1, "90.625", false))).isEqualTo("90.63");
        assertThat(wording.value(figure(1, "100", false))).isEqualTo("100");
    }

    @Test
    void bars_of_what_is_counted_are_beside_the_most_there_is_and_all_others_beside_a_hundred() {
        assertThat(Chart.largest(List.of(figure(1, "1", true), figure(2, "3", true))))
                .isEqualByComparingTo("3");
        assertThat(Chart.largest(List.of(figure(1, "1", true), figure(2, "3", false))))
                .isEqualByComparingTo("100");
        assertThat(Chart.largest(List.of(figure(1, "104", false)))).isEqualByComparingTo("104");
        assertThat(Chart.largest(List.of(figure(1, null, true)))).isEqualByComparingTo("100");
    }

    @Test
    void a_published_issue_does_not_say_that_it_can_change() {
        var wording = new Wording(PaperLanguage.CHINESE);
        var figures = List.of(figure(1, "78.125", false));

        assertThat(wording.standing(issue(null, BlockKind.TABLE, figures))).contains("封账前可能变化");
        assertThat(wording.standing(issue(7, BlockKind.TABLE, figures)))
                .contains("本期发布时尚未封账")
                .doesNotContain("可能变化");
    }

    @Test
    void no_word_and_no_number_of_a_table_is_broken_in_print() throws Exception {
        var figures = IntStream.rangeClosed(1, 4)
                .mapToObj(number -> figure(number, "102.9321", false))
                .toList();

        var pdf = papers.of(issue(7, BlockKind.TABLE, figures), PaperForm.PDF, PaperLanguage.ENGLISH);

        try (var document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document))
                    .containsPattern("Department +Indicator +Value +Sample +Score +Light")
                    .contains("Green", "102.93");
        }
    }

    @Test
    void twelve_months_stand_in_two_rows_of_six_in_word() throws Exception {
        var figures = IntStream.rangeClosed(1, 12)
                .mapToObj(number -> figure(number, "81.6125", false))
                .toList();

        var docx = papers.of(issue(7, BlockKind.LINE, figures), PaperForm.DOCX, PaperLanguage.CHINESE);

        assertThat(document(docx).split("<w:tblGrid>", -1))
                .hasSize(3)
                .filteredOn(part -> part.contains("</w:tblGrid>"))
                .allSatisfy(part -> assertThat(
                                part.substring(0, part.indexOf("</w:tblGrid>")).split("<w:gridCol", -1))
                        .hasSize(7));
    }

    @Test
    void a_table_of_a_few_rows_is_on_one_page_and_a_heading_never_stands_alone_at_its_foot() throws Exception {
        var figures = IntStream.rangeClosed(1, 8)
                .mapToObj(number -> figure(number, number == 8 ? null : "102.9321", "%", false))
                .toList();
        // Three tables, of which a page has room for one and a part of the next.
        var issue = issue(7, figures, BlockKind.TABLE, BlockKind.TABLE, BlockKind.TABLE, BlockKind.TEXT);

        try (var document = Loader.loadPDF(papers.of(issue, PaperForm.PDF, PaperLanguage.ENGLISH))) {
            var pages = new PDFTextStripper();
            for (var number = 1; number <= document.getNumberOfPages(); number++) {
                pages.setStartPage(number);
                pages.setEndPage(number);
                var lines = pages.getText(document).lines().toList();
                if (lines.contains("Sources")) {
                    break;
                }
                var rows = lines.stream().filter(line -> line.contains("Green")).count();
                assertThat(rows % 8).as(String.join("\n", lines)).isZero();
                assertThat(lines.stream()
                                .filter(line -> line.contains("No\u00a0data[8]") || line.contains("No data[8]")))
                        .hasSize((int) rows / 8);
            }
            pages.setStartPage(1);
            assertThat(pages.getText(document)).containsPattern("Scores\\R+Nothing in this section this month");
        }
    }

    @Test
    void twelve_months_side_by_side_stay_whole_in_print_be_it_numbers_or_words() throws Exception {
        var figures = IntStream.rangeClosed(1, 12)
                .mapToObj(number -> figure(number, number % 3 == 0 ? null : "102.9321", "%", false))
                .toList();

        var pdf = papers.of(issue(7, BlockKind.LINE, figures), PaperForm.PDF, PaperLanguage.ENGLISH);

        try (var document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document))
                    .containsPattern("(102\\.93%\\R\\[\\d+]\\R102\\.93%\\R\\[\\d+]\\RNo data\\R\\[\\d+]\\R){4}");
        }
    }

    private static IssueFigure figure(int number, @Nullable String value, boolean counted) {
        return figure(number, value, "", counted);
    }

    private static IssueFigure figure(int number, @Nullable String value, String unit, boolean counted) {
        return new IssueFigure(
                number,
                "MKT",
                "市场营销部",
                "Marketing and Customer Service",
                "SATISFACTION",
                "企业与用户满意度",
                "Satisfaction of enterprises and customers in industrial parks",
                String.format(Locale.ROOT, "2026-%02d", number),
                value == null ? FigureState.NO_DATA : FigureState.SHOWN,
                value == null ? null : new BigDecimal(value),
                unit,
                counted,
                18L,
                new BigDecimal("102.9321"),
                Band.GREEN,
                "http://127.0.0.1:8080/console/scores/MKT/2026-10/SATISFACTION");
    }

    private static Edition issue(@Nullable Integer number, BlockKind kind, List<IssueFigure> figures) {
        return issue(number, figures, kind);
    }

    private static Edition issue(@Nullable Integer number, List<IssueFigure> figures, BlockKind... kinds) {
        var numbers = figures.stream().map(IssueFigure::number).toList();
        var blocks = Stream.of(kinds)
                .map(kind -> new EditionBlock(
                        kind, "得分", "Scores", List.of(), null, kind == BlockKind.TEXT ? List.of() : numbers))
                .toList();
        return new Edition(
                "社责简报",
                "CSR Briefing",
                number,
                "办公室",
                "Office",
                "",
                null,
                "",
                null,
                "2026-10",
                null,
                THEN,
                List.of(new EditionSection(SectionKind.OUTCOME, "成效反馈", "Outcomes", blocks)),
                figures);
    }

    private static String document(byte[] docx) throws Exception {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(docx))) {
            for (var part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
                if (part.getName().equals("word/document.xml")) {
                    return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }
        throw new AssertionError("No document");
    }
}
