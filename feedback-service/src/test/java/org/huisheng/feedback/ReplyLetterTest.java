package org.huisheng.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.huisheng.kit.testing.TestTokens;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReplyLetterTest extends CommentHttpTest {

    private static final String LONG = "近期，园区（东区）多次停电，影响“精密制造”等企业生产；请贵公司抓紧研究、提出措施、明确时限。";

    @Test
    void the_letter_is_a_word_document_with_what_was_said_and_done() throws IOException {
        var id = registered();
        done(id);

        var letter = as(office()).get(COMMENTS + "/" + id + "/reply.docx");

        letter.then()
                .statusCode(200)
                .header(
                        "Content-Type",
                        startsWith("application/vnd.openxmlformats-officedocument.wordprocessingml.document"));
        var parts = unzipped(letter.asByteArray());
        assertThat(parts).containsKeys("[Content_Types].xml", "_rels/.rels", "word/document.xml");
        assertThat(parts.get("word/document.xml"))
                .contains("关于《市府办〔2026〕12号》的回复", "2026年4月18日", "园区供电可靠性有待提高，请抓紧研究。")
                .contains("配电运检室（主办）：已列入改造计划", "营销部（协办）：已走访 &lt;全部&gt; &amp; 用户")
                .doesNotContain("{", "}");
    }

    @Test
    void the_letter_is_printed_as_letters_are_in_china() throws IOException {
        var said = criticism();
        said.put("verbatim", LONG.repeat(12));
        String id = register(said).then().statusCode(201).extract().path("id");
        done(id);

        var pdf = as(office()).get(COMMENTS + "/" + id + "/reply.pdf");

        pdf.then()
                .statusCode(200)
                .contentType("application/pdf")
                .header("Content-Disposition", "attachment; filename=\"reply-" + id + ".pdf\"")
                .header("Cache-Control", "no-store");
        Files.write(Path.of("target/reply.pdf"), pdf.asByteArray()); // for a human to look at
        try (var document = Loader.loadPDF(pdf.asByteArray())) {
            var text = new PDFTextStripper().getText(document);
            assertThat(text.replaceAll("\\s", "")).contains("关于《市府办〔2026〕12号》的回复", "营销部（协办）：已走访<全部>&", "特此回复。");
            assertThat(document.getNumberOfPages()).isEqualTo(2);
            assertThat(document.getDocumentInformation().getTitle()).contains("市府办");
            // No line begins with what belongs to the end of another.
            assertThat(text.lines()).noneMatch(line -> line.matches("\\s*[，。、；：！？）》〕”].*"));
            for (var font : document.getPage(0).getResources().getFontNames()) {
                assertThat(document.getPage(0).getResources().getFont(font).isEmbedded())
                        .isTrue();
            }
        }
        as(liaison("DIST")).get(COMMENTS + "/" + id + "/reply.pdf").then().statusCode(403);
    }

    @Test
    void the_office_words_the_letter() throws IOException {
        var before = as(office()).get(TEMPLATE);
        String text = before.path("text");
        var version = before.header("ETag");

        as(office()).body(Map.of("text", "{nobody}")).put(TEMPLATE).then().statusCode(422);
        as(office())
                .header("If-Match", version)
                .body(Map.of("text", "# 复函\n{title}"))
                .put(TEMPLATE)
                .then()
                .statusCode(200);
        try {
            as(office())
                    .header("If-Match", version)
                    .body(Map.of("text", "x"))
                    .put(TEMPLATE)
                    .then()
                    .statusCode(412);
            var letter = as(office()).get(COMMENTS + "/" + registered() + "/reply.docx");
            assertThat(unzipped(letter.asByteArray()).get("word/document.xml"))
                    .contains("复函", "市府办〔2026〕12号")
                    .doesNotContain("特此回复");
        } finally {
            as(office()).body(Map.of("text", text)).put(TEMPLATE).then().statusCode(200);
        }
    }

    @Test
    void the_office_gives_a_letter_words_of_its_own_and_what_was_sent_stays() throws IOException {
        var id = registered();
        done(id);
        var first = as(office()).get(COMMENTS + "/" + id + "/reply-text");
        first.then().statusCode(200).body("state", equalTo("TEMPLATE")).body("text", containsString("特此回复。"));
        var tag = first.header("ETag");

        write(id, tag, "# 复函\n已于本周完成改造。")
                .then()
                .statusCode(200)
                .body("state", equalTo("WRITTEN"))
                .body("writtenBy", equalTo("office"));
        write(id, tag, "另一人的话").then().statusCode(412);
        assertThat(document(id)).contains("已于本周完成改造。").doesNotContain("另一人的话", "特此回复");
        as(TestTokens.bearer("leader", null, "LEADER"))
                .get(COMMENTS + "/" + id + "/reply-text")
                .then()
                .statusCode(200)
                .body("text", containsString("已于本周完成改造。"));

        act(office(), id, "reply", Map.of()).then().statusCode(200);

        as(office())
                .get(COMMENTS + "/" + id + "/reply-text")
                .then()
                .body("state", equalTo("SENT"))
                .body("sealedAt", notNullValue());
        write(id, null, "换个说法").then().statusCode(409).body("type", equalTo("urn:huisheng:problem:comment-answered"));
        as(office()).delete(COMMENTS + "/" + id + "/reply-text").then().statusCode(409);
        assertThat(document(id)).contains("已于本周完成改造。");
    }

    @Test
    void a_letter_that_was_begun_anew_says_what_the_template_says() throws IOException {
        var id = registered();
        write(id, null, "草稿").then().statusCode(200);

        as(office())
                .delete(COMMENTS + "/" + id + "/reply-text")
                .then()
                .statusCode(200)
                .body("state", equalTo("TEMPLATE"));

        assertThat(document(id)).contains("特此回复。").doesNotContain("草稿");
        write(id, null, " ").then().statusCode(422).body("violations[0].path", equalTo("/text"));
        write(id, null, "字".repeat(20_001)).then().statusCode(422);
        as(liaison("DIST")).get(COMMENTS + "/" + id + "/reply-text").then().statusCode(403);
    }

    @Test
    void what_was_still_to_come_stands_in_the_letter_and_the_letter_outlives_its_template() throws IOException {
        var id = registered();
        act(liaison("DIST"), id, "tasks/DIST/completion", Map.of("result", "已列入改造计划"))
                .then()
                .statusCode(200);
        act(liaison("MKT"), id, "tasks/MKT/completion", Map.of("result", "已走访"))
                .then()
                .statusCode(200);

        act(office(), id, "reply", Map.of("pending", "年底前完成线路改造")).then().statusCode(200);

        assertThat(document(id)).contains("后续事项：年底前完成线路改造");
        String text = as(office()).get(TEMPLATE).path("text");
        as(office()).body(Map.of("text", "# 新模板")).put(TEMPLATE).then().statusCode(200);
        try {
            assertThat(document(id)).contains("后续事项：年底前完成线路改造").doesNotContain("新模板");
        } finally {
            as(office()).body(Map.of("text", text)).put(TEMPLATE).then().statusCode(200);
        }
    }

    private static Response write(String id, @Nullable String tag, String text) {
        var request = as(office()).body(Map.of("text", text));
        return (tag == null ? request : request.header("If-Match", tag)).put(COMMENTS + "/" + id + "/reply-text");
    }

    private static String document(String id) throws IOException {
        return unzipped(as(office()).get(COMMENTS + "/" + id + "/reply.docx").asByteArray())
                .getOrDefault("word/document.xml", "");
    }

    private static Map<String, String> unzipped(byte[] file) throws IOException {
        var parts = new HashMap<String, String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return parts;
    }
}
