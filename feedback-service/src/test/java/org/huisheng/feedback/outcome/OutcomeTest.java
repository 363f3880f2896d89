package org.huisheng.feedback.outcome;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.huisheng.feedback.HttpTest;
import org.huisheng.kit.testing.TestTokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OutcomeTest extends HttpTest {

    private static final String OUTCOMES = "/api/feedback/v1/outcomes";
    private static final String SECOND = TestTokens.bearer("second", null, "OFFICE");
    private static final String LEADER = TestTokens.bearer("leader", null, "LEADER");

    private static String closed() {
        var id = resolved("DIST");
        step(office(), id, "confirmation", Map.of("rating", 5)).then().statusCode(200);
        step(office(), id, "closure", Map.of()).then().statusCode(200);
        return id;
    }

    private static Map<String, Object> told(String caseId) {
        var told = new HashMap<String, Object>();
        told.put("id", UUID.randomUUID().toString());
        told.put("caseId", caseId);
        told.put("youSaid", "园区下午用电高峰电压不足");
        told.put("weDid", "更换了老化的接头，电压恢复正常");
        return told;
    }

    private static Response draft(Map<String, Object> told) {
        return as(office()).body(told).post(OUTCOMES);
    }

    private static Response approve(String bearer, String id) {
        return as(bearer).post(OUTCOMES + "/" + id + "/approval");
    }

    private static String published(String caseId) {
        String id = draft(told(caseId)).then().statusCode(201).extract().path("id");
        approve(SECOND, id).then().statusCode(200);
        return id;
    }

    @Test
    void what_was_done_is_told_once_a_second_person_has_approved_it() {
        var told = told(closed());
        told.put("youSaidEn", "The voltage was low in the afternoon");
        told.put("weDidEn", "We replaced an aged joint");
        String id = draft(told).then().statusCode(201).extract().path("id");
        given().get(OUTCOMES + "?limit=200").then().body("items.id", not(hasItem(id)));

        approve(office(), id).then().statusCode(403).body("type", equalTo("urn:huisheng:problem:own-draft"));
        approve(LEADER, id).then().statusCode(200).body("status", equalTo("PUBLISHED"));

        var mine = "items.find { it.id == '" + id + "' }";
        given().get(OUTCOMES + "?side=ENTERPRISE&limit=200")
                .then()
                .statusCode(200)
                .body(mine + ".youSaid", equalTo("园区下午用电高峰电压不足"))
                .body(mine + ".weDidEn", equalTo("We replaced an aged joint"))
                .body(mine + ".side", equalTo("ENTERPRISE"))
                .body(mine + ".caseId", nullValue())
                .body(mine + ".authors", nullValue());
        approve(SECOND, id).then().statusCode(409);
    }

    @Test
    void who_rewrites_a_draft_cannot_approve_it_either() {
        var told = told(closed());
        String id = draft(told).then().statusCode(201).extract().path("id");
        as(SECOND)
                .body(Map.of("youSaid", "电压不足", "weDid", "已处理"))
                .put(OUTCOMES + "/" + id)
                .then()
                .statusCode(200)
                .body("authors", equalTo(List.of("office", "second")));

        approve(office(), id).then().statusCode(403);
        approve(SECOND, id).then().statusCode(403);
        approve(LEADER, id).then().statusCode(200);
    }

    @Test
    void nobody_of_the_case_s_department_approves_it() {
        String id = draft(told(closed())).then().statusCode(201).extract().path("id");

        approve(TestTokens.bearer("of-dist", "DIST", "OFFICE"), id)
                .then()
                .statusCode(403)
                .body("type", equalTo("urn:huisheng:problem:own-department"));
    }

    @Test
    void only_a_confirmed_and_closed_case_has_an_outcome_and_one_at_a_time() {
        draft(told(resolved("DIST"))).then().statusCode(409);
        var id = closed();
        String first = draft(told(id)).then().statusCode(201).extract().path("id");
        draft(told(id)).then().statusCode(409).body("type", equalTo("urn:huisheng:problem:outcome-exists"));

        as(office())
                .body(Map.of("reason", "表述不准确"))
                .post(OUTCOMES + "/" + first + "/withdrawal")
                .then()
                .statusCode(200);

        draft(told(id)).then().statusCode(201);
    }

    @Test
    void what_names_somebody_or_repeats_their_words_is_refused_with_the_field() {
        var told = told(closed());
        told.put("youSaid", "某企业联系人说：每天下午电压偏低");
        told.put("weDid", "已联系 13800001234，邮箱 a@example.com，证件110101199003070000");

        draft(told)
                .then()
                .statusCode(422)
                .body("violations.path", hasItems("/youSaid", "/weDid"))
                .body(
                        "violations.code",
                        hasItems("tells-name", "tells-phone-number", "tells-mail-address", "tells-id-number"));
        draft(Map.of("caseId", UUID.randomUUID(), "youSaid", "x", "youSaidEn", "x"))
                .then()
                .statusCode(422)
                .body("violations.path", hasItems("/weDid", "/weDidEn"));
    }

    @Test
    void a_contact_the_register_learns_of_later_stops_the_approval() {
        var park = "OUT" + UUID.randomUUID().toString().substring(0, 8);
        as(office())
                .body(Map.of("name", "测试园区"))
                .put("/api/feedback/v1/parks/" + park)
                .then()
                .statusCode(201);
        var complaint = new HashMap<>(complaint());
        var firm = "成效测试企业" + park;
        complaint.put("stakeholder", Map.of("organisation", firm));
        String id = as(office()).body(complaint).post(CASES).path("id");
        step(office(), id, "assignment", Map.of("department", "DIST")).then().statusCode(200);
        step(liaison("DIST"), id, "start", Map.of()).then().statusCode(200);
        resolve("DIST", id).then().statusCode(200);
        step(office(), id, "confirmation", Map.of("rating", 5)).then().statusCode(200);
        step(office(), id, "closure", Map.of()).then().statusCode(200);
        var told = told(id);
        told.put("youSaid", "司马试验同志提出下午电压不足");
        String outcome = draft(told).then().statusCode(201).extract().path("id");

        as(office())
                .body(Map.of("park", park, "name", firm, "active", true, "contacts", List.of(Map.of("name", "司马试验"))))
                .post("/api/feedback/v1/enterprises")
                .then()
                .statusCode(201);

        approve(SECOND, outcome).then().statusCode(422).body("violations.code", hasItem("tells-name"));
        as(office()).get(OUTCOMES + "/" + outcome).then().body("status", equalTo("DRAFT"));
    }

    @Test
    void the_department_is_told_only_where_enough_cases_stand_beside_it() {
        // Of the side of employees nobody else opens so many in this department.
        var department = "MKT";
        var complaint = new HashMap<>(complaint());
        complaint.put("side", "GOVERNMENT");
        complaint.remove("stakeholder");
        var before = count("SELECT count(*) FROM feedback_case WHERE department = 'MKT' AND side = 'GOVERNMENT'");
        var ids = new ArrayList<String>();
        for (var i = 0; i < 5; i++) {
            String id = as(office()).body(complaint).post(CASES).path("id");
            step(office(), id, "assignment", Map.of("department", department))
                    .then()
                    .statusCode(200);
            step(liaison(department), id, "start", Map.of()).then().statusCode(200);
            resolve(department, id).then().statusCode(200);
            step(office(), id, "confirmation", Map.of("rating", 5)).then().statusCode(200);
            step(office(), id, "closure", Map.of()).then().statusCode(200);
            ids.add(id);
            if (i == 0 && before == 0) {
                assertThat(departmentOf(published(id))).isNull();
            }
        }

        assertThat(departmentOf(published(ids.getLast()))).isEqualTo("营销部");
    }

    private static String departmentOf(String outcome) {
        return given().get(OUTCOMES + "?limit=200").path("items.find { it.id == '" + outcome + "' }.departmentName");
    }

    @Test
    void a_copy_stands_until_something_is_published_or_withdrawn() {
        var id = published(closed());
        var first = given().get(OUTCOMES);
        var tag = first.header("ETag");

        given().header("If-None-Match", tag).get(OUTCOMES).then().statusCode(304);
        assertThat(first.header("Cache-Control")).isEqualTo("public, no-cache");
        as(LEADER)
                .body(Map.of("reason", "x"))
                .post(OUTCOMES + "/" + id + "/withdrawal")
                .then()
                .statusCode(200);
        given().header("If-None-Match", tag)
                .get(OUTCOMES)
                .then()
                .statusCode(200)
                .body("items.id", not(hasItem(id)));
        as(office())
                .get(OUTCOMES + "/register?status=WITHDRAWN&limit=200")
                .then()
                .body("items.id", hasItem(id));
    }

    @Test
    void of_ten_drafts_of_one_case_sent_at_once_one_is_kept() throws Exception {
        var id = closed();

        List<Integer> statuses;
        try (var threads = Executors.newFixedThreadPool(10)) {
            statuses =
                    threads
                            .invokeAll(Collections.<Callable<Integer>>nCopies(
                                    10, () -> draft(told(id)).statusCode()))
                            .stream()
                            .map(Future::resultNow)
                            .toList();
        }

        assertThat(statuses).filteredOn(status -> status == 201).hasSize(1);
        assertThat(statuses).filteredOn(status -> status == 409).hasSize(9);
    }

    @Test
    void pages_go_through_all_that_is_published() {
        var wanted = List.of(published(closed()), published(closed()), published(closed()));
        var seen = new ArrayList<String>();
        String cursor = null;
        do {
            var page = given().get(OUTCOMES + "?limit=2" + (cursor == null ? "" : "&cursor=" + cursor));
            page.then().statusCode(200);
            seen.addAll(page.jsonPath().getList("items.id"));
            cursor = page.path("next");
        } while (cursor != null);

        assertThat(seen).doesNotHaveDuplicates().containsAll(wanted);
    }

    @Test
    void a_draft_sent_again_is_the_same_one() {
        var told = told(closed());
        draft(told).then().statusCode(201);
        draft(told).then().statusCode(200);
        told.put("weDid", "别的");
        draft(told).then().statusCode(409).body("type", equalTo("urn:huisheng:problem:outcome-differs"));
    }
}
