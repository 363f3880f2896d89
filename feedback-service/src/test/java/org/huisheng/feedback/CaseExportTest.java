package org.huisheng.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.huisheng.events.FeedbackEvent.Ending;
import org.huisheng.events.FeedbackEvent.Severity;
import org.huisheng.events.Side;
import org.huisheng.feedback.casework.CaseStatus;
import org.huisheng.kit.table.TableFile;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CaseExportTest extends HttpTest {

    @Test
    void a_list_is_a_table_with_the_same_filters_and_nothing_a_spreadsheet_would_run() throws IOException {
        var mark = "x" + System.nanoTime();
        var formula = open("=HYPERLINK(\"http://x\";\"" + mark + "\")");
        var other = open("+" + mark);
        step(office(), other, "assignment", Map.of("department", "DIST")).then().statusCode(200);

        var csv = table(office(), "text/csv", mark, "");
        csv.then().contentType(containsString("text/csv")).header("Content-Disposition", containsString("cases.csv"));
        var lines = csv.asString().split("\r\n");
        assertThat(lines).hasSize(3);
        assertThat(lines[0]).startsWith("\uFEFFid,side,category");
        assertThat(lines[1]).startsWith(other).contains(",'+" + mark + ",ASSIGNED,DIST,");
        assertThat(lines[2]).startsWith(formula).contains("\"'=HYPERLINK(\"\"http://x\"\"");
        assertThat(csv.asString()).doesNotContain("某企业联系人", "000-12345", "每天下午");

        var rows = rows(table(office(), TableFile.XLSX, mark, "&status=ASSIGNED"));
        assertThat(rows).isEqualTo("title,+" + mark);
        assertThat(table(liaison("DIST"), "text/csv", mark, "").asString().split("\r\n"))
                .hasSize(2);
        table(liaison("DIST"), "text/csv", mark, "&department=MKT").then().statusCode(403);
    }

    @Test
    void a_table_has_no_pages_and_no_more_than_some_rows_are_read_at_once() {
        var mark = "y" + System.nanoTime();
        copies(mark, 2_500);

        var lines = table(office(), "text/csv", mark, "").asString().split("\r\n");

        assertThat(lines).hasSize(2_502).doesNotHaveDuplicates();
        as(office()).accept("text/csv").get(CASES + "?limit=3").then().statusCode(400);
    }

    @Test
    void people_get_the_table_in_their_language_and_programs_with_the_names_of_the_api() {
        var mark = "z" + System.nanoTime();
        var id = open("停电 " + mark);
        step(office(), id, "assignment", Map.of("department", "DIST")).then().statusCode(200);

        var chinese = lines(mark, "zh-CN,zh;q=0.9");
        assertThat(chinese[0]).isEqualTo("\uFEFF编号,反馈层面,分类,严重程度,事项,状态,责任部门,收到时间,登记时间,最近更新,办理时限,逾期起始,结论,满意度,并入");
        assertThat(chinese[1]).startsWith(id + ",企业,").contains(",一般,停电 " + mark + ",待办理,配电运检室,");
        assertThat(lines(mark, "en")[1]).contains(",Normal,停电 " + mark + ",To be started,Distribution,");
        assertThat(table(office(), "text/csv", mark, "").asString()).contains(",ENTERPRISE,", ",ASSIGNED,DIST,");
    }

    @Test
    void everything_a_table_names_has_its_word_in_both_languages() {
        for (var locale : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
            var words = ResourceBundle.getBundle("tables", locale);
            var constants = Stream.of(Side.values(), Severity.values(), CaseStatus.values(), Ending.values())
                    .flatMap(Stream::of)
                    .map(each -> each.getDeclaringClass().getSimpleName() + "." + each.name());
            assertThat(constants).allMatch(words::containsKey);
        }
    }

    private static String[] lines(String mark, String language) {
        return as(office())
                .accept("text/csv")
                .header("Accept-Language", language)
                .get(CASES + "?q=" + mark)
                .asString()
                .split("\r\n");
    }

    private static Response table(String bearer, String type, String mark, String more) {
        return as(bearer).accept(type).get(CASES + "?q=" + mark + more);
    }

    private static String rows(Response xlsx) throws IOException {
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(xlsx.asByteArray()))) {
            return String.join(
                    ",",
                    workbook.getFirstSheet().read().stream()
                            .map(row -> row.getCellText(4))
                            .toList());
        }
    }

    private static String open(String title) {
        var request = new HashMap<>(complaint());
        request.put("title", title);
        return as(office()).body(request).post(CASES).path("id");
    }

    /** As many cases like one as would take too long to open. */
    private void copies(String mark, int number) {
        var id = open("很多 " + mark);
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("CREATE TEMP TABLE copy AS SELECT f.* FROM feedback_case f, generate_series(1, " + number
                    + ") WHERE id = '" + id + "'");
            statement.execute("UPDATE copy SET id = gen_random_uuid()");
            statement.execute("INSERT INTO feedback_case SELECT * FROM copy");
            statement.execute("INSERT INTO case_text SELECT copy.id, t.titles, t.words FROM copy, case_text t"
                    + " WHERE t.case_id = '" + id + "'");
            statement.execute("DROP TABLE copy");
        } catch (java.sql.SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
