package org.huisheng.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;

/** The register as a whole: searched, and taken along as a table. */
@QuarkusTest
class CommentRegisterTest extends CommentHttpTest {

    @Test
    void a_comment_is_found_by_two_signs_of_its_title_its_document_or_its_words() {
        var mark = mark();
        var id = registered(Map.of("verbatim", "请改善充电桩布局" + mark, "title", "关于路灯" + mark));

        for (var asked : new String[] {"充电", "路灯", "府办", "布局 " + mark}) {
            as(office())
                    .queryParam("q", asked + " " + mark)
                    .get(COMMENTS)
                    .then()
                    .statusCode(200)
                    .body("items.id", contains(id));
        }
        as(office()).queryParam("q", "电充 " + mark).get(COMMENTS).then().body("items", empty());
        as(office())
                .queryParam("q", mark)
                .queryParam("sort", "deadline")
                .queryParam("status", "CLOSED")
                .get(COMMENTS)
                .then()
                .body("items", empty());
        as(office())
                .queryParam("q", "——")
                .get(COMMENTS)
                .then()
                .statusCode(400)
                .body("violations[0].path", equalTo("?q"));
    }

    @Test
    void a_liaison_finds_what_their_department_has_a_part_in() {
        var mark = mark();
        var id = registered(Map.of("title", "供电可靠性" + mark));

        as(liaison("MKT"))
                .queryParam("q", mark)
                .get(COMMENTS)
                .then()
                .statusCode(200)
                .body("items.id", contains(id));
        as(liaison("FIN")).queryParam("q", mark).get(COMMENTS).then().body("items", empty());
    }

    @Test
    void the_list_comes_as_a_table_in_the_language_asked_for_and_without_what_was_said() {
        var mark = mark();
        registered(Map.of("title", "=供电可靠性" + mark));

        var table = as(office())
                .accept("text/csv")
                .header("Accept-Language", "zh-CN")
                .queryParam("q", mark)
                .get(COMMENTS);

        table.then()
                .statusCode(200)
                .contentType(startsWith("text/csv"))
                .header("Content-Disposition", equalTo("attachment; filename=\"comments.csv\""));
        assertThat(table.asString().lines().toList())
                .hasSize(2)
                .anySatisfy(line -> assertThat(line).contains("类型", "答复期限", "主办部门"))
                .anySatisfy(line ->
                        assertThat(line).contains("批评", "市级", "'=供电可靠性" + mark, "配电运检室", "办理中", "2026-04-18 10:00:00"));
        assertThat(table.asString()).doesNotContain("请抓紧研究");
        assertThat(as(office())
                        .accept("text/csv")
                        .queryParam("q", mark)
                        .get(COMMENTS)
                        .asString())
                .contains("sourceDocument", "CRITICISM", "DIST");
        as(liaison("DIST"))
                .accept("text/csv")
                .queryParam("department", "MKT")
                .get(COMMENTS)
                .then()
                .statusCode(403);
    }

    @Test
    void the_same_table_is_a_sheet() throws IOException {
        var mark = mark();
        registered(Map.of("title", "供电可靠性" + mark));

        var sheet = as(liaison("MKT"))
                .accept("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
                .header("Accept-Language", "en")
                .queryParam("q", mark)
                .get(COMMENTS);

        sheet.then().statusCode(200);
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(sheet.asByteArray()))) {
            var first = workbook.getFirstSheet();
            assertThat(first.getName()).isEqualTo("Government register");
            assertThat(first.read())
                    .hasSize(2)
                    .anySatisfy(row -> assertThat(row.getCellText(1)).isEqualTo("Criticism"))
                    .anySatisfy(row -> assertThat(row.getCellText(3)).isEqualTo("供电可靠性" + mark));
        }
    }

    private static String registered(Map<String, Object> otherwise) {
        var said = new HashMap<>(criticism());
        said.putAll(otherwise);
        return register(said).then().statusCode(201).extract().path("id");
    }

    private static String mark() {
        return "m" + UUID.randomUUID().toString().replace("-", "");
    }
}
