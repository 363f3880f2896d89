package org.huisheng.feedback;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.huisheng.kit.table.TableFile;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EnterpriseImportTest extends VisitHttpTest {

    private static final String IMPORT = ENTERPRISES + "/import";
    private static final Charset EXCEL = Charset.forName("GB18030");
    private static final String HEADER = "序号,园区,企业名称*,行业,规模,在用,联系人,职务,电话\r\n";

    @Test
    void a_trial_says_what_would_be_and_stores_nothing_then_it_is_and_a_second_time_nothing_changes() {
        var park = newPark();
        var one = "导入企业" + UUID.randomUUID();
        var two = "导入企业" + UUID.randomUUID();
        var csv = (HEADER + "1,%1$s,%2$s,纺织,中型,是,企业联系人甲,厂长,000-11111\r\n2,%1$s,%3$s,,,,,,\r\n")
                .formatted(park, one, two)
                .getBytes(EXCEL);

        upload(csv, "?dryRun=true")
                .then()
                .statusCode(200)
                .body("dryRun", equalTo(true))
                .body("created", equalTo(2))
                .body("ignoredColumns", contains("序号"))
                .body("rows.outcome", contains("CREATED", "CREATED"))
                .body("rows.name", contains(one, two))
                .body("rows.id", contains(nullValue(), nullValue()));
        assertThat(inPark(park)).isZero();

        var done = upload(csv, "");
        done.then().statusCode(200).body("created", equalTo(2)).body("rows.row", contains(2, 3));
        String id = done.path("rows[0].id");
        as(office())
                .get(ENTERPRISES + "/" + id)
                .then()
                .body("name", equalTo(one))
                .body("trade", equalTo("纺织"))
                .body("size", equalTo("MEDIUM"))
                .body("active", equalTo(true))
                .body("contacts[0].name", equalTo("企业联系人甲"))
                .body("contacts[0].post", equalTo("厂长"));
        upload(csv, "")
                .then()
                .body("created", equalTo(0))
                .body("updated", equalTo(0))
                .body("unchanged", equalTo(2));
        as(office()).get(ENTERPRISES + "/" + id).then().header("ETag", equalTo("\"0\""));
    }

    @Test
    void what_a_table_says_is_changed_and_what_it_does_not_say_stays() {
        var park = newPark();
        var name = "更新企业" + UUID.randomUUID();
        String id = as(office())
                .body(profile(park, name))
                .post(ENTERPRISES)
                .then()
                .extract()
                .path("id");
        var csv = "park;name;size;active;contact;phone\n%s;%s;;否;企业联系人乙;000-22222\n"
                .formatted(park, name)
                .getBytes(StandardCharsets.UTF_8);

        for (var trial : List.of("?dryRun=true", "?dryRun=false")) {
            upload(csv, trial)
                    .then()
                    .statusCode(200)
                    .body("updated", equalTo(1))
                    .body("rows[0].id", equalTo(id))
                    .body("rows[0].name", equalTo(name))
                    .body("rows[0].changes", contains("active", "contacts"));
        }

        as(office())
                .get(ENTERPRISES + "/" + id)
                .then()
                .body("trade", equalTo("精密制造"))
                .body("size", equalTo("SMALL"))
                .body("active", equalTo(false))
                .body("contacts.name", contains("企业联系人乙", "企业联系人甲"))
                .body("contacts[1].phone", equalTo("000-54321"));
    }

    @Test
    void a_row_that_is_wrong_is_refused_with_its_number_and_reasons_and_keeps_no_other() {
        var park = newPark();
        var csv = (HEADER
                        + "1,NOWHERE,甲企业,,,,,,\r\n"
                        + "2,%1$s,,,,,,,\r\n"
                        + "3,%1$s,乙企业,,特大型,也许,,,找门卫\r\n"
                        + "\r\n"
                        + "4,%1$s,丙企业,,,,,,\r\n"
                        + "5,%1$s,丙企业,,,,,,\r\n")
                .formatted(park)
                .getBytes(StandardCharsets.UTF_8);

        given().header("Accept-Language", "en")
                .spec(table(csv, "text/csv"))
                .post(IMPORT)
                .then()
                .statusCode(200)
                .body("created", equalTo(1))
                .body("refused", equalTo(4))
                .body("rows.name", contains("甲企业", null, "乙企业", "丙企业", "丙企业"))
                .body("rows.row", contains(2, 3, 4, 6, 7))
                .body("rows[0].violations.code", contains("unknown-park"))
                .body("rows[0].violations[0].message", equalTo("There is no park NOWHERE."))
                .body("rows[1].violations.path", contains("/name"))
                .body("rows[2].violations.path", hasItems("/size", "/active", "/contact", "/phone"))
                .body("rows[4].violations[0].message", containsString("Row 6"));
        assertThat(inPark(park)).isEqualTo(1);
    }

    @Test
    void a_workbook_is_read_like_a_text_and_a_park_is_found_by_its_name() throws IOException {
        var park = newPark();
        var bytes = new ByteArrayOutputStream();
        try (var file = TableFile.xlsx(bytes, "企业", List.of("园区", "企业名称", "联系人", "电话"))) {
            file.row("园区" + park, "表格企业", "企业联系人丙", 13_900_001_234L);
        }

        var done = given().spec(table(bytes.toByteArray(), TableFile.XLSX)).post(IMPORT);

        done.then().statusCode(200).body("created", equalTo(1));
        as(office())
                .get(ENTERPRISES + "/" + done.path("rows[0].id"))
                .then()
                .body("park", equalTo(park))
                .body("contacts[0].phone", equalTo("13900001234"));
    }

    @Test
    void what_is_no_table_of_enterprises_is_refused_as_a_whole() {
        upload("企业名称\r\n甲\r\n".getBytes(EXCEL), "")
                .then()
                .statusCode(422)
                .body("violations.code", contains("missing-column"));
        upload("park,园区,name\r\n".getBytes(EXCEL), "")
                .then()
                .statusCode(422)
                .body("violations", hasSize(1))
                .body("violations[0].path", equalTo("/columns/1"));
        upload(new byte[] {(byte) 0xFF, 0, (byte) 0x81}, "")
                .then()
                .statusCode(400)
                .body("type", containsString("bad-encoding"));
        upload(new byte[0], "").then().statusCode(400);
        given().spec(table("x".getBytes(EXCEL), TableFile.XLSX))
                .post(IMPORT)
                .then()
                .statusCode(400)
                .body("type", containsString("bad-table"));
        given().spec(table("{}".getBytes(EXCEL), "application/json"))
                .post(IMPORT)
                .then()
                .statusCode(415);
        upload("park,name\r\n".getBytes(EXCEL), "?dry=true").then().statusCode(400);
        var lines = IntStream.rangeClosed(0, 2_000).mapToObj(i -> "X,y" + i).collect(Collectors.joining("\n"));
        upload(("park,name\n" + lines).getBytes(EXCEL), "")
                .then()
                .statusCode(422)
                .body("type", containsString("too-many-rows"));
    }

    @Test
    void two_who_import_the_same_table_at_once_enter_each_enterprise_once() throws Exception {
        var park = newPark();
        var csv = IntStream.range(0, 30)
                .mapToObj(i -> park + ",并行企业" + i)
                .collect(Collectors.joining("\n", "park,name\n", "\n"))
                .getBytes(StandardCharsets.UTF_8);
        Callable<Response> turn = () -> upload(csv, "");

        try (var threads = Executors.newFixedThreadPool(4)) {
            for (var done : threads.invokeAll(List.of(turn, turn, turn, turn))) {
                assertThat(done.get().statusCode()).isEqualTo(200);
            }
        }

        assertThat(inPark(park)).isEqualTo(30);
    }

    private static Response upload(byte[] csv, String query) {
        return given().spec(table(csv, "text/csv")).post(IMPORT + query);
    }

    private static RequestSpecification table(byte[] file, String type) {
        var asItIs = RestAssuredConfig.config()
                .encoderConfig(EncoderConfig.encoderConfig()
                        .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                        .encodeContentTypeAs(type, ContentType.BINARY));
        return given().config(asItIs)
                .header("Authorization", office())
                .contentType(type)
                .body(file);
    }

    private static String newPark() {
        var code = "I" + UUID.randomUUID().toString().substring(0, 8);
        as(office())
                .body(Map.of("name", "园区" + code))
                .put(PARKS + "/" + code)
                .then()
                .statusCode(201);
        return code;
    }

    private long inPark(String park) {
        return count("SELECT count(*) FROM enterprise WHERE park = '" + park + "'");
    }
}
