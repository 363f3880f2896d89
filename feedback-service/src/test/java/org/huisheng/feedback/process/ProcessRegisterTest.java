package org.huisheng.feedback.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ProcessRegisterTest extends ProcessHttpTest {

    @Test
    void the_five_are_kept_as_one_and_what_is_not_said_stays() {
        var post = newPost();
        var code = newCode("process");
        var whole = process("MKT", post);
        whole.put("keyProcess", true);
        whole.put("duties", List.of(Map.of("post", post, "duty", "一次性告知"), Map.of("duty", "首问负责")));
        whole.put("standards", List.of(Map.of("code", "GB-1", "title", "供电服务规范", "reference", "第 3 章")));
        whole.put("institutions", List.of(Map.of("title", "业扩报装管理办法")));
        whole.put("performance", List.of(Map.of("code", "KPI-1", "title", "办电时长", "reference", "天")));

        put(PROCESSES + "/" + code, whole).then().statusCode(201).header("ETag", equalTo("\"0\""));
        put(PROCESSES + "/" + code, Map.of("name", "办电", "nameEn", "Connection"))
                .then()
                .statusCode(200)
                .body("name", equalTo("办电"))
                .body("department", equalTo("MKT"))
                .body("keyProcess", equalTo(true))
                .body("typicalBusiness", equalTo(false))
                .body("active", equalTo(true))
                .body("steps.code", contains("RECEIVE", "VISIT"))
                .body("steps[0].post", equalTo(post))
                .body("steps[1].nameEn", nullValue())
                .body("duties.duty", contains("一次性告知", "首问负责"))
                .body("standards[0].reference", equalTo("第 3 章"))
                .body("institutions.title", contains("业扩报装管理办法"))
                .body("performance.code", contains("KPI-1"));
        put(PROCESSES + "/" + code, Map.of("name", "办电", "nameEn", "Connection", "duties", List.of()))
                .then()
                .body("duties", empty())
                .body("standards", hasSize(1));
    }

    @Test
    void a_step_that_is_left_out_is_given_up_and_can_be_taken_up_again() {
        var code = newProcess("MKT", newPost());
        var turned = List.of(Map.of("code", "VISIT", "name", "勘查"), Map.of("code", "REPLY", "name", "答复"));

        put(PROCESSES + "/" + code, Map.of("name", "x", "nameEn", "x", "steps", turned))
                .then()
                .statusCode(200)
                .body("steps.code", contains("VISIT", "REPLY"))
                .body("steps[0].name", equalTo("勘查"))
                .body("formerSteps.code", contains("RECEIVE"));
        var all = List.of(
                Map.of("code", "REPLY", "name", "答复"),
                Map.of("code", "RECEIVE", "name", "受理"),
                Map.of("code", "VISIT", "name", "勘查"));
        put(PROCESSES + "/" + code, Map.of("name", "x", "nameEn", "x", "steps", all))
                .then()
                .body("steps.code", contains("REPLY", "RECEIVE", "VISIT"))
                .body("formerSteps", empty());
        assertThat(count("SELECT count(*) FROM process_step WHERE process = '" + code + "'"))
                .isEqualTo(3);
    }

    @Test
    void the_same_again_is_no_new_version_and_an_older_one_changes_nothing() {
        var post = newPost();
        var code = newProcess("MKT", post);

        put(PROCESSES + "/" + code, process("MKT", post)).then().header("ETag", equalTo("\"0\""));
        put(PROCESSES + "/" + code, Map.of("name", "一", "nameEn", "x", "steps", List.of()))
                .then()
                .header("ETag", equalTo("\"1\""));
        as(office())
                .header("If-Match", "\"0\"")
                .body(Map.of("name", "二", "nameEn", "x"))
                .put(PROCESSES + "/" + code)
                .then()
                .statusCode(412);
        as(office())
                .header("If-Match", "\"0\"")
                .body(Map.of("name", "二", "nameEn", "x"))
                .put(PROCESSES + "/" + newCode("none"))
                .then()
                .statusCode(412);
        as(liaison("MKT")).get(PROCESSES + "/" + code).then().body("name", equalTo("一"));
    }

    @Test
    void all_that_is_wrong_with_a_process_is_named() {
        var step = Map.of("code", "A", "name", "甲");
        put(
                        PROCESSES + "/" + newCode("bad"),
                        Map.of(
                                "name",
                                " ",
                                "nameEn",
                                "x",
                                "steps",
                                List.of(step, step, Map.of("code", "1", "name", "乙")),
                                "duties",
                                List.of(Map.of()),
                                "standards",
                                Collections.nCopies(101, Map.of("title", "标准"))))
                .then()
                .statusCode(422)
                .body(
                        "violations.path",
                        hasItems("/name", "/steps/1/code", "/steps/2/code", "/duties/0/duty", "/standards"));
        put(
                        PROCESSES + "/" + newCode("bad"),
                        Map.of(
                                "name",
                                "x",
                                "nameEn",
                                "x",
                                "steps",
                                List.of(Map.of("code", "A", "name", "甲", "post", "nobody"))))
                .then()
                .statusCode(422)
                .body("violations.path", contains("/steps/0/post"))
                .body("violations.code", contains("unknown-post"));
        put(PROCESSES + "/" + newCode("bad"), Map.of("name", "x", "nameEn", "x", "department", "NOWHERE"))
                .then()
                .statusCode(422)
                .body("violations.path", contains("/department"));
    }

    @Test
    void a_post_that_was_given_up_stays_where_it_is_and_comes_nowhere_else() {
        var post = newPost();
        var code = newProcess("MKT", post);
        put(POSTS + "/" + post, Map.of("name", "x", "nameEn", "x", "active", false))
                .then()
                .statusCode(200)
                .body("active", equalTo(false));

        put(PROCESSES + "/" + code, process("MKT", post)).then().statusCode(200);
        put(PROCESSES + "/" + newCode("process"), process("MKT", post))
                .then()
                .statusCode(422)
                .body("violations.code", contains("unknown-post"));
    }

    @Test
    void the_list_is_narrowed_and_liaisons_only_read() {
        var post = newPost();
        var typical = newProcess("DIST", post);
        put(PROCESSES + "/" + typical, Map.of("name", "x", "nameEn", "x", "typicalBusiness", true));
        var former = newProcess("DIST", post);
        put(PROCESSES + "/" + former, Map.of("name", "x", "nameEn", "x", "active", false));

        as(liaison("MKT"))
                .get(PROCESSES + "?typicalBusiness=true&department=DIST&active=true&limit=200")
                .then()
                .statusCode(200)
                .body("items.code", hasItem(typical))
                .body("items.code", not(hasItem(former)))
                .body("items.department", everyItem(equalTo("DIST")));
        as(office()).get(PROCESSES + "?active=maybe").then().statusCode(400);
        as(liaison("DIST"))
                .body(process("DIST", post))
                .put(PROCESSES + "/" + typical)
                .then()
                .statusCode(403);
    }
}
