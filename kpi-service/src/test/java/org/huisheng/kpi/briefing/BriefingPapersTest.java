package org.huisheng.kpi.briefing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.huisheng.events.Side;
import org.huisheng.kpi.observation.RecordObservations;
import org.huisheng.kpi.seal.frozen.Sha256;
import org.huisheng.kpi.testing.EventFixture;
import org.huisheng.kpi.testing.KpiTest;
import org.huisheng.kpi.testing.Office;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BriefingPapersTest extends KpiTest {

    private static final List<String> FORMS = List.of("html", "pdf", "docx");
    private static final List<String> IN_ENGLISH = List.of("html?language=en", "pdf?language=en", "docx?language=en");

    @Inject
    RecordObservations recordObservations;

    @Test
    void a_sealed_month_is_the_same_papers_for_ever_in_which_nothing_small_is_shown() throws Exception {
        var shown = department(3, 10, 4);
        var hidden = department(3, 2, 2);
        answered(shown, 2, 10, 3);
        seal(IssueFixture.month(3));
        var id = IssueFixture.drafted(IssueFixture.month(3));
        var content = content(shown, hidden);
        IssueFixture.write(id, content).then().statusCode(200);
        var papers = FORMS.stream().map(form -> IssueFixture.paper(id, form)).toList();
        var english =
                IN_ENGLISH.stream().map(form -> IssueFixture.paper(id, form)).toList();

        answered(shown, 3, 10, 1);
        answered(shown, 2, 10, 1);
        seal(IssueFixture.month(2));
        Office.as("OFFICE").header("If-Match", IssueFixture.tag(id)).delete("/v1/briefings/{id}", id);
        var again = IssueFixture.drafted(IssueFixture.month(3));
        IssueFixture.write(again, content).then().statusCode(200);

        for (var i = 0; i < FORMS.size(); i++) {
            assertThat(IssueFixture.paper(again, FORMS.get(i))).as(FORMS.get(i)).isEqualTo(papers.get(i));
            assertThat(IssueFixture.paper(again, IN_ENGLISH.get(i)))
                    .as(IN_ENGLISH.get(i))
                    .isEqualTo(english.get(i));
        }
        for (var text : texts(english)) {
            assertThat(text).contains("Too few to be shown", "are sealed (seal no.", "75");
            assertThat(text).doesNotContain("样本不足", ">25<", " 25 ", "25[");
        }
        var edition = IssueFixture.edition(again);
        assertNothingSmall(edition.getList("figures"), hidden);
        assertThat(edition.<String>get("figures.find{it.period=='2000-02'}.state"))
                .isEqualTo("NOT_SEALED");
        assertThat(edition.getLong("seal.sequence")).isPositive();
        assertReAdds(edition.getList("figures"));
        for (var text : texts(papers)) {
            // The two answered 2 of 5, which is 25.
            assertThat(text).contains("样本不足，不予显示", "管理推进", "每期一学", "75", "/console/scores/" + shown);
            assertThat(text).doesNotContain(">25<", " 25 ", "25[");
        }
    }

    @Test
    void a_table_of_a_dimension_has_whatever_indicators_contracts_have_in_it() {
        var department = Office.establishDepartment();
        Office.concludeContract(department, 2015);
        var id = IssueFixture.drafted("2015-01");
        var block = "{\"kind\": \"%s\", \"department\": %s, \"dimension\": \"%s\", \"indicator\": %s}";

        IssueFixture.write(
                        id,
                        IssueFixture.content(
                                block.formatted("TABLE", "\"" + department + "\"", "MECHANISM", null),
                                block.formatted("TABLE", null, "MANAGEMENT", null),
                                block.formatted("TABLE", null, "NOWHERE", null)))
                .then()
                .statusCode(200);

        var edition = IssueFixture.edition(id);
        int only = edition.getInt("sections[2].blocks[0].figures[0]");
        assertThat(edition.getList("sections[2].blocks[0].figures")).hasSize(1);
        assertThat(edition.getString("figures[%d].indicator".formatted(only - 1)))
                .isEqualTo("resolution");
        assertThat(edition.getList("figures.findAll{it.department=='%s'}.indicator".formatted(department)))
                .containsExactlyInAnyOrder("resolution", "service");
        assertThat(edition.getList("sections[2].blocks[2].figures")).isEmpty();
        IssueFixture.write(
                        id,
                        IssueFixture.content(
                                block.formatted("BARS", null, "MANAGEMENT", null),
                                block.formatted("TABLE", null, "MANAGEMENT", "\"service\""),
                                block.formatted("TABLE", null, "management", null)))
                .then()
                .statusCode(422)
                .body(
                        "violations.path",
                        equalTo(List.of(
                                "/sections/2/blocks/0/dimension",
                                "/sections/2/blocks/1/dimension",
                                "/sections/2/blocks/2/dimension")));
    }

    @Test
    void what_was_published_stays_as_it_was_though_the_month_is_open() throws Exception {
        var department = department(6, 10, 4);
        var id = IssueFixture.drafted(IssueFixture.month(6));
        IssueFixture.write(id, content(department, department)).then().statusCode(200);
        assertThat(text("html", IssueFixture.paper(id, "html"))).contains("尚未封账", "草稿，未编号");
        IssueFixture.submit(id).then().statusCode(200);
        IssueFixture.publish(id, "wang").then().statusCode(200);
        var papers = FORMS.stream().map(form -> IssueFixture.paper(id, form)).toList();

        answered(department, 6, 10, 1);

        for (var i = 0; i < FORMS.size(); i++) {
            assertThat(IssueFixture.paper(id, FORMS.get(i))).as(FORMS.get(i)).isEqualTo(papers.get(i));
        }
        var bytes = Office.as("OFFICE").get("/v1/briefings/{id}/edition", id).asByteArray();
        Office.as("OFFICE")
                .get("/v1/briefings/{id}", id)
                .then()
                .body("editionHash", equalTo(Sha256.of(new String(bytes, StandardCharsets.UTF_8))));
        var page = Office.as("OFFICE").get("/v1/briefings/{id}/briefing.html", id);
        assertThat(page.header("Content-Security-Policy")).contains("default-src 'none'", "style-src 'sha256-");
        assertThat(page.asString()).contains("第 ").doesNotContain("style=\"", "<script");
        Office.as("OFFICE")
                .header("If-None-Match", page.header("ETag"))
                .get("/v1/briefings/{id}/briefing.html", id)
                .then()
                .statusCode(304);
        Office.as("OFFICE")
                .get("/v1/briefings/{id}/briefing.pdf", id)
                .then()
                .header("Content-Disposition", containsString("briefing-"))
                .contentType("application/pdf");
    }

    private String content(String shown, String hidden) {
        return IssueFixture.content(
                "{\"kind\": \"TEXT\", \"heading\": \"服务满意度\", \"text\": \"本月 {%s/service} 分；另一部门 {%s/service}。<b>&\"}"
                        .formatted(shown, hidden),
                "{\"kind\": \"FIGURE\", \"department\": \"%s\"}".formatted(shown),
                "{\"kind\": \"FIGURE\", \"department\": \"%s\", \"indicator\": \"service\"}".formatted(hidden),
                "{\"kind\": \"TABLE\", \"department\": \"%s\"}".formatted(shown),
                "{\"kind\": \"BARS\", \"department\": \"%s\", \"indicator\": \"service\"}".formatted(hidden),
                "{\"kind\": \"BARS\", \"department\": \"%s\"}".formatted(shown),
                "{\"kind\": \"LINE\", \"department\": \"%s\", \"indicator\": \"service\"}".formatted(hidden),
                "{\"kind\": \"LINE\", \"department\": \"%s\", \"indicator\": \"service\"}".formatted(shown));
    }

    private static void assertNothingSmall(List<Map<String, Object>> figures, String hidden) {
        var small = figures.stream()
                .filter(figure -> hidden.equals(figure.get("department")) && "2000-03".equals(figure.get("period")))
                .toList();
        assertThat(small).hasSize(1).allSatisfy(figure -> {
            assertThat(figure.get("state")).isEqualTo("SUPPRESSED");
            assertThat(figure)
                    .containsEntry("value", null)
                    .containsEntry("n", null)
                    .containsEntry("score", null);
        });
    }

    /** By the address that stands in its footnote. */
    private static void assertReAdds(List<Map<String, Object>> figures) {
        var means = figures.stream()
                .filter(figure -> "SHOWN".equals(figure.get("state")) && "service".equals(figure.get("indicator")))
                .toList();
        assertThat(means).isNotEmpty();
        for (var figure : means) {
            var page = figure.get("lineage").toString();
            var lineage = Office.as("OFFICE")
                    .get("/v1/scores" + page.substring(page.indexOf("/scores") + "/scores".length()) + "/lineage")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            var sum = lineage.<Object>getList("items.value").stream()
                    .map(value -> new BigDecimal(value.toString()))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(lineage.<Integer>getList("items.counts").stream()
                            .mapToInt(Integer::intValue)
                            .sum())
                    .isEqualTo(figure.get("n"));
            assertThat(sum.divide(new BigDecimal(figure.get("n").toString())))
                    .isEqualByComparingTo(new BigDecimal(figure.get("value").toString()));
        }
    }

    private static List<String> texts(List<byte[]> papers) {
        return IntStream.range(0, FORMS.size())
                .mapToObj(i -> {
                    try {
                        return text(FORMS.get(i), papers.get(i));
                    } catch (Exception unreadable) {
                        throw new AssertionError(unreadable);
                    }
                })
                .toList();
    }

    private static String text(String form, byte[] paper) throws Exception {
        return switch (form) {
            case "html" -> new String(paper, StandardCharsets.UTF_8);
            case "pdf" -> {
                try (var document = Loader.loadPDF(paper)) {
                    yield new PDFTextStripper().getText(document);
                }
            }
            default -> docx(paper);
        };
    }

    /** Every part is sound XML. */
    private static String docx(byte[] paper) throws Exception {
        var text = new StringBuilder();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(paper))) {
            for (var part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
                var bytes = read(zip);
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(bytes));
                text.append(new String(bytes, StandardCharsets.UTF_8));
            }
        }
        return text.toString();
    }

    private static byte[] read(ZipInputStream zip) throws IOException {
        return zip.readAllBytes();
    }

    private String department(int month, int count, int answer) {
        var department = Office.establishDepartment();
        Office.concludeContract(department, IssueFixture.YEAR);
        answered(department, month, count, answer);
        return department;
    }

    private void answered(String department, int month, int count, int answer) {
        var at = Instant.parse(IssueFixture.month(month) + "-10T02:00:00Z");
        QuarkusTransaction.requiringNew()
                .run(() -> recordObservations.record(IntStream.range(0, count)
                        .mapToObj(i -> EventFixture.received(EventFixture.response(
                                Side.CUSTOMER,
                                at.plusSeconds(i),
                                EventFixture.answer("satisfaction.service", department, answer))))
                        .toList()));
    }

    private static void seal(String period) {
        Office.as("li", null, "OFFICE")
                .post("/v1/periods/{period}/seal", period)
                .then()
                .statusCode(202);
        Office.as("wang", null, "LEADER")
                .post("/v1/periods/{period}/seal", period)
                .then()
                .statusCode(201);
    }
}
