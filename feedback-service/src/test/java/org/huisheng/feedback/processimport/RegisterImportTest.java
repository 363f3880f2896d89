package org.huisheng.feedback.processimport;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.huisheng.feedback.process.ProcessHttpTest;
import org.huisheng.kit.table.TableFile;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RegisterImportTest extends ProcessHttpTest {

    private static final String IMPORT = "/api/feedback/v1/process-imports";
    private static final String HEADER = "序号,类型*,流程代码,代码,名称,英文名称,岗位,归口部门,依据,关键,典型业务,在用\r\n";

    private static Response upload(byte[] file, String type, String query) {
        var asItIs = EncoderConfig.encoderConfig().appendDefaultContentCharsetToContentTypeIfUndefined(false);
        return given().config(RestAssuredConfig.config().encoderConfig(asItIs))
                .header("Authorization", office())
                .header("Accept-Language", "en")
                .contentType(type)
                .body(file)
                .post(IMPORT + query);
    }

    private static Response csv(String rows, String query) {
        return upload((HEADER + rows).getBytes(StandardCharsets.UTF_8), "text/csv", query);
    }

    private static String whole(String process, String post) {
        return """
                1,岗位,,%2$s,客户经理%2$s,Account manager,,营销部,,是,,
                2,流程,,%1$s,业扩报装,Connection,,MKT,,是,是,
                3,步骤,%1$s,RECEIVE,受理申请,Receive,客户经理%2$s,,,,,
                4,步骤,%1$s,SURVEY,现场勘查,,%2$s,,,,,
                5,职责,%1$s,,一次性告知,,%2$s,,,,,
                6,标准,%1$s,GB-1,供电服务规范,,,,第3章,,,
                7,制度,%1$s,,业扩报装管理办法,,,,示例〔2026〕1号,,,
                8,绩效,%1$s,KPI-1,办电时长,,,,天,,,
                """.formatted(process, post);
    }

    @Test
    void a_trial_says_what_would_be_and_stores_nothing_then_it_is_and_a_second_time_nothing_changes() {
        var process = newCode("process");
        var post = newCode("post");

        csv(whole(process, post), "?dryRun=true")
                .then()
                .statusCode(200)
                .body("dryRun", equalTo(true))
                .body("added", equalTo(2))
                .body("ignoredColumns", contains("序号"))
                .body("refusals", empty())
                .body("things.kind", contains("POST", "PROCESS"))
                .body("things.code", contains(post, process))
                .body("things[1].changes.field", hasItems("name", "steps/RECEIVE", "duties/" + post, "standards/GB-1"))
                .body("things[1].changes.from", hasItem(nullValue()));
        as(office()).get(PROCESSES + "/" + process).then().statusCode(404);

        csv(whole(process, post), "").then().statusCode(200).body("added", equalTo(2));
        as(office())
                .get(PROCESSES + "/" + process)
                .then()
                .header("ETag", equalTo("\"0\""))
                .body("department", equalTo("MKT"))
                .body("keyProcess", equalTo(true))
                .body("typicalBusiness", equalTo(true))
                .body("steps.code", contains("RECEIVE", "SURVEY"))
                .body("steps.post", contains(post, post))
                .body("duties[0].duty", equalTo("一次性告知"))
                .body("standards[0].reference", equalTo("第3章"))
                .body("institutions.title", contains("业扩报装管理办法"))
                .body("performance.code", contains("KPI-1"));
        as(office())
                .get(POSTS + "/" + post)
                .then()
                .body("keyPost", equalTo(true))
                .body("department", equalTo("MKT"));
        csv(whole(process, post), "")
                .then()
                .body("added", equalTo(0))
                .body("changed", equalTo(0))
                .body("unchanged", equalTo(2));
        as(office()).get(PROCESSES + "/" + process).then().header("ETag", equalTo("\"0\""));
    }

    @Test
    void what_changed_is_said_with_what_it_was_and_what_it_is_and_what_is_not_said_stays() {
        var process = newCode("process");
        var post = newCode("post");
        csv(whole(process, post), "").then().statusCode(200);
        var next = "1,流程,,%1$s,办电,,,,,否,,\n2,步骤,%1$s,SURVEY,勘查,,,,,,,\n".formatted(process);

        for (var trial : List.of("?dryRun=true", "?dryRun=false")) {
            csv(next, trial)
                    .then()
                    .statusCode(200)
                    .body("changed", equalTo(1))
                    .body(
                            "things[0].changes.collect { it.field + ': ' + it.from + ' > ' + it.to }",
                            hasItems(
                                    "name: 业扩报装 > 办电",
                                    "keyProcess: true > false",
                                    "steps: RECEIVE → SURVEY > SURVEY",
                                    "steps/SURVEY: 现场勘查 · " + post + " > 勘查",
                                    "steps/RECEIVE: 受理申请 · Receive · " + post + " > null"));
        }

        as(office())
                .get(PROCESSES + "/" + process)
                .then()
                .body("typicalBusiness", equalTo(true))
                .body("standards.code", contains("GB-1"))
                .body("formerSteps.code", contains("RECEIVE"));
    }

    @Test
    void a_line_that_is_wrong_is_named_with_its_reasons_and_then_nothing_at_all_is_stored() {
        var process = newCode("process");
        var post = newCode("post");
        var rows = whole(process, post) + """
                9,步骤,%1$s,RECEIVE,又一次,,,,,,,
                10,岗位,,1bad,,,,无此部门,,也许,,
                11,什么,,A,甲,,,,,,,
                12,步骤,%1$s,LAST,归档,,无此岗位,,,,,
                13,步骤,no-such-process,A,甲,,,,,,,
                14,职责,,,没有流程,,,,,,,
                """.formatted(process);

        csv(rows, "?dryRun=true")
                .then()
                .statusCode(200)
                .body("refusals.line", contains(10, 11, 12, 13, 14, 15))
                .body("refusals[0].violations[0].message", equalTo("The same as on line 4."))
                .body("refusals[1].violations.path", hasItems("/code", "/department", "/key"))
                .body("refusals[2].violations.path", contains("/kind"))
                .body("refusals[3].violations.path", contains("/post"))
                .body("refusals[4].violations.code", contains("unknown-process"))
                .body("refusals[5].violations.path", contains("/process"));
        csv(rows, "")
                .then()
                .statusCode(422)
                .body("violations.path", hasItems("/lines/10/code", "/lines/13/post", "/lines/15/process"));
        as(office()).get(PROCESSES + "/" + process).then().statusCode(404);
        as(office()).get(POSTS + "/" + post).then().statusCode(404);
    }

    @Test
    void a_workbook_and_what_excel_writes_in_china_are_read_alike() throws IOException {
        var process = newCode("process");
        var post = newCode("post");
        upload((HEADER + whole(process, post)).getBytes(Charset.forName("GB18030")), "text/csv", "")
                .then()
                .statusCode(200)
                .body("added", equalTo(2));
        var bytes = new ByteArrayOutputStream();
        try (var file = TableFile.xlsx(bytes, "流程", List.of("类型", "流程", "代码", "名称", "岗位"))) {
            file.row("环节", process, "RECEIVE", "受理申请", post);
        }

        upload(bytes.toByteArray(), TableFile.XLSX, "?dryRun=true")
                .then()
                .statusCode(200)
                .body("changed", equalTo(1))
                .body("things[0].line", equalTo(2));
        upload("a,b\n1,2".getBytes(StandardCharsets.UTF_8), "text/csv", "")
                .then()
                .statusCode(422)
                .body("violations.code", hasItem("missing-column"))
                .body("violations.message", hasItem(containsString("类型 / kind")));
    }

    private static byte[] model(String process, String lane) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="aris">
                  <bpmn:process id="%1$s" name="故障抢修">
                    <bpmn:laneSet id="lanes">
                      <bpmn:lane id="_%2$s" name="抢修%2$s"><bpmn:flowNodeRef>_repair</bpmn:flowNodeRef></bpmn:lane>
                    </bpmn:laneSet>
                    <bpmn:startEvent id="start"/>
                    <bpmn:userTask id="_repair" name="现场抢修"/>
                    <bpmn:userTask id="dispatch" name="派工"/>
                    <bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="dispatch"/>
                    <bpmn:sequenceFlow id="f2" sourceRef="dispatch" targetRef="_repair"/>
                  </bpmn:process>
                </bpmn:definitions>
                """.formatted(process, lane).getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void a_model_is_a_process_with_its_tasks_as_steps_and_its_lanes_as_posts() {
        var process = newCode("process");
        var lane = newCode("lane");

        upload(model(process, lane), "application/xml", "?dryRun=true")
                .then()
                .statusCode(200)
                .body("added", equalTo(2))
                .body("things.line", contains(5, 3));
        as(office()).get(PROCESSES + "/" + process).then().statusCode(404);
        upload(model(process, lane), "text/xml", "").then().statusCode(200).body("added", equalTo(2));

        as(office())
                .get(PROCESSES + "/" + process)
                .then()
                .body("name", equalTo("故障抢修"))
                .body("steps.code", contains("dispatch", "repair"))
                .body("steps.post", contains(nullValue(), equalTo(lane)));
        as(office()).get(POSTS + "/" + lane).then().body("name", equalTo("抢修" + lane));
        upload(model(process, lane), "application/xml", "")
                .then()
                .body("added", equalTo(0))
                .body("changed", equalTo(0))
                .body("unchanged", equalTo(1));
    }

    @Test
    void what_is_wrong_in_a_model_is_found_though_it_has_no_name_and_all_stands_on_one_line() {
        var model = """
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="%s" name="报修">\
                <laneSet id="l"><lane id="lane-7"><flowNodeRef>b</flowNodeRef></lane></laneSet><task id="a"/><task id="b" name="派工"/><task id="b" name="抢修"/>\
                </process></definitions>
                """.formatted(newCode("process"));

        upload(model.getBytes(StandardCharsets.UTF_8), "application/xml", "?dryRun=true")
                .then()
                .statusCode(200)
                .body("refusals.name", containsInAnyOrder("lane-7", "a", "抢修"))
                .body("refusals.find { it.name == '抢修' }.violations.code", contains("same-as-line"));
    }

    @Test
    void a_lane_is_the_post_of_its_name_and_the_process_is_put_under_the_code_one_wants() {
        var post = newPost();
        var wanted = newCode("process");
        put(POSTS + "/" + post, Map.of("name", "抢修" + post, "nameEn", "Repair crew"))
                .then()
                .statusCode(200);
        put(PROCESSES + "/" + wanted, Map.of("name", "抢修", "nameEn", "Repair", "department", "DIST"))
                .then()
                .statusCode(201);

        upload(model("Process_1", post), "application/xml", "?process=" + wanted)
                .then()
                .statusCode(200)
                .body("things.code", contains(wanted))
                .body("things[0].outcome", equalTo("CHANGED"));

        as(office())
                .get(PROCESSES + "/" + wanted)
                .then()
                .body("department", equalTo("DIST"))
                .body("nameEn", equalTo("Repair"))
                .body("steps.post", contains(nullValue(), equalTo(post)));
        upload("<x/>".getBytes(StandardCharsets.UTF_8), "application/xml", "")
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:huisheng:problem:bad-bpmn"));
    }

    @Test
    void of_ten_who_import_one_file_at_once_one_adds_and_nobody_fails() throws Exception {
        var rows = whole(newCode("process"), newCode("post"));
        var imports = Collections.<Callable<Response>>nCopies(10, () -> csv(rows, ""));

        try (var threads = Executors.newFixedThreadPool(10)) {
            var answers =
                    threads.invokeAll(imports).stream().map(Future::resultNow).toList();

            assertThat(answers).extracting(Response::statusCode).containsOnly(200);
            assertThat(answers)
                    .extracting(answer -> answer.jsonPath().getInt("added"))
                    .containsOnlyOnce(2);
        }
    }
}
