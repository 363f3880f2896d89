package org.huisheng.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.huisheng.kit.testing.TestTokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
class VisitReportTest extends VisitHttpTest {

    @Test
    void each_slip_of_a_visit_opens_a_case_for_the_enterprise_it_was_written_at() {
        var enterprise = enterprise("EAST");
        var visit = visit(enterprise, "2026-04-20", "sun");
        var assigned = new HashMap<>(slip("增容进度"));
        assigned.put("department", "DIST");
        assigned.put("category", "connection");
        assigned.put("severity", "HIGH");

        var completed = complete(surveyor("sun"), visit, report(slip("电压不稳"), assigned));

        completed
                .then()
                .statusCode(201)
                .header("Location", VISITS + "/" + visit)
                .body("status", equalTo("COMPLETED"))
                .body("satisfaction", equalTo(4))
                .body("slips.title", contains("电压不稳", "增容进度"))
                .body("slips.status", contains("RECEIVED", "ASSIGNED"));
        as(office())
                .get(CASES + "/" + completed.path("slips[1].caseId"))
                .then()
                .body("side", equalTo("ENTERPRISE"))
                .body("category", equalTo("connection"))
                .body("severity", equalTo("HIGH"))
                .body("department", equalTo("DIST"))
                .body("source.type", equalTo("DemandSlip"))
                .body("source.reference", equalTo(visit))
                .body("stakeholder.name", equalTo("接待人乙"))
                .body("receivedAt", equalTo(completed.path("visitedAt")))
                .body("timeline.step", contains("OPENED", "ASSIGNED"));
    }

    @Test
    void without_somebody_met_the_case_names_whom_one_asks_for_at_the_enterprise() {
        var visit = visit(enterprise("EAST"), "2026-04-20", "sun");

        String opened = complete(surveyor("sun"), visit, Map.of("satisfaction", 3, "slips", List.of(slip("电压不稳"))))
                .path("slips[0].caseId");

        as(office())
                .get(CASES + "/" + opened)
                .then()
                .body("category", equalTo("demand-slip"))
                .body("stakeholder.name", equalTo("企业联系人甲"))
                .body("stakeholder.organisation", notNullValue());
    }

    @Test
    void a_surveyor_does_not_choose_who_is_asked_about_their_own_department_unless_the_register_knows_them() {
        var sun = TestTokens.bearer("sun", "DIST", "SURVEYOR");
        var slip = new HashMap<>(slip("电压不稳"));
        slip.put("department", "DIST");
        var known = new HashMap<>(report(slip));
        known.put("contact", Map.of("name", "企业联系人甲", "phone", "000-54321"));

        String met = complete(sun, visit(enterprise("EAST"), "2026-04-20", "sun"), report(slip, slip("停电通知")))
                .then()
                .statusCode(201)
                .extract()
                .path("slips[0].caseId");
        String registered = complete(sun, visit(enterprise("EAST"), "2026-04-20", "sun"), known)
                .then()
                .statusCode(201)
                .extract()
                .path("slips[0].caseId");

        as(office()).get(CASES + "/" + met).then().body("stakeholder.vouched", equalTo(false));
        as(office()).get(CASES + "/" + registered).then().body("stakeholder.vouched", equalTo(true));
    }

    @Test
    void a_report_counts_once_and_another_one_is_refused() {
        var visit = visit(enterprise("EAST"), "2026-04-20", "sun");
        var report = report(slip("电压不稳"));
        var first = complete(surveyor("sun"), visit, report);
        var other = new HashMap<>(report);
        other.put("satisfaction", 1);

        var again = complete(surveyor("sun"), visit, report);

        again.then().statusCode(200).body("slips", equalTo(first.path("slips")));
        complete(surveyor("sun"), visit, other)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:huisheng:problem:visit-completed"));
        assertThat(count("SELECT count(*) FROM demand_slip WHERE visit = '" + visit + "'"))
                .isEqualTo(1);
    }

    @Test
    void a_slip_for_an_unknown_department_leaves_neither_visit_nor_case() {
        var visit = visit(enterprise("EAST"), "2026-04-20", "sun");
        var wrong = new HashMap<>(slip("给谁"));
        wrong.put("department", "NOBODY");

        complete(surveyor("sun"), visit, report(slip("先开一件"), wrong))
                .then()
                .statusCode(422)
                .body("violations[0].path", equalTo("/slips/1/department"));

        assertThat(count("SELECT count(*) FROM feedback_case WHERE source_reference = '" + visit + "'"))
                .isZero();
        as(office()).get(VISITS + "/" + visit).then().body("status", equalTo("PLANNED"));
    }

    @Test
    void everything_wrong_with_a_report_is_named() {
        var visit = visit(enterprise("EAST"), "2026-04-20", "sun");
        var wrong = Map.of(
                "satisfaction",
                6,
                "visitedAt",
                "2099-01-01T00:00:00Z",
                "contact",
                Map.of("phone", "1", "email", "nobody"),
                "slips",
                List.of(Map.of("title", " ", "category", "not a code")));

        complete(surveyor("sun"), visit, wrong)
                .then()
                .statusCode(422)
                .body(
                        "violations.path",
                        hasItems(
                                "/satisfaction",
                                "/visitedAt",
                                "/contact/name",
                                "/contact/phone",
                                "/contact/email",
                                "/slips/0/title",
                                "/slips/0/description",
                                "/slips/0/category"));
        complete(surveyor("sun"), visit, Map.of("satisfaction", 5, "mood", "good"))
                .then()
                .statusCode(400);
    }

    @Test
    void of_sixteen_phones_reporting_at_once_one_completes_the_visit_and_each_slip_is_one_case() throws Exception {
        var visit = visit(enterprise("EAST"), "2026-04-20", "sun");
        var report = report(slip("一"), slip("二"), slip("三"));

        var statuses = together(Collections.nCopies(
                16, () -> complete(surveyor("sun"), visit, report).statusCode()));

        assertThat(statuses).filteredOn(status -> status == 201).hasSize(1);
        assertThat(statuses).filteredOn(status -> status == 200).hasSize(15);
        assertThat(count("SELECT count(*) FROM feedback_case WHERE source_reference = '" + visit + "'"))
                .isEqualTo(3);
    }

    @Test
    void a_visit_made_up_in_the_field_is_there_once_however_often_the_phone_tries() throws Exception {
        park("WEST");
        var id = UUID.randomUUID().toString();
        var item = new HashMap<>(report(slip("新企业的诉求")));
        item.put("visitId", id);
        item.put("unplanned", Map.of("park", "WEST", "enterpriseName", "路边新厂" + id));

        var statuses = together(
                Collections.nCopies(8, () -> batch(surveyor("sun"), item).<Integer>path("results[0].status")));

        assertThat(statuses).filteredOn(status -> status == 201).hasSize(1);
        assertThat(statuses).filteredOn(status -> status == 200).hasSize(7);
        as(surveyor("sun"))
                .get(VISITS + "/" + id)
                .then()
                .body("origin", equalTo("FIELD"))
                .body("surveyor", equalTo("sun"))
                .body("enterpriseName", equalTo("路边新厂" + id))
                .body("slips", hasSize(1));
    }

    @Test
    void in_a_batch_each_report_stands_alone_and_the_order_is_kept() {
        var good = visit(enterprise("EAST"), "2026-04-20", "sun");
        var foreign = visit(enterprise("EAST"), "2026-04-20", "moon");
        var alsoGood = visit(enterprise("EAST"), "2026-04-21", "sun");

        var answer = batch(
                surveyor("sun"),
                withId(good, report(slip("好"))),
                "poison",
                withId(foreign, report()),
                Map.of("visitId", good, "satisfaction", 9),
                Map.of("visitId", good, "unknown", true),
                withId(UUID.randomUUID().toString(), report()),
                withId(alsoGood, report()),
                withId(good, report(slip("好"))));

        answer.then()
                .statusCode(200)
                .body("results.status", contains(201, 400, 403, 422, 400, 404, 201, 200))
                .body("results[0].visitId", equalTo(good))
                .body("results[0].cases", hasSize(1))
                .body("results[1].visitId", nullValue())
                .body("results[3].problem.violations[0].path", equalTo("/satisfaction"))
                .body("results[7].cases", equalTo(answer.path("results[0].cases")));
        as(surveyor("sun"))
                .body(Map.of("completions", Collections.nCopies(201, Map.of())))
                .post(VISITS + "/completions/batch")
                .then()
                .statusCode(400);
    }

    @Test
    void the_next_visit_opens_with_what_became_of_the_last_slips() {
        var enterprise = enterprise("EAST");
        var first = visit(enterprise, "2026-04-20", "sun");
        String opened = complete(surveyor("sun"), first, report(slip("电压不稳"), slip("停电通知")))
                .path("slips[0].caseId");
        step(office(), opened, "assignment", Map.of("department", "DIST"))
                .then()
                .statusCode(200);
        step(liaison("DIST"), opened, "start", Map.of()).then().statusCode(200);
        resolve("DIST", opened).then().statusCode(200);

        var next = visit(enterprise, "2026-05-20", "moon");

        as(surveyor("moon"))
                .get(VISITS + "/" + next)
                .then()
                .body("slips", empty())
                .body("lastSlips.title", contains("电压不稳", "停电通知"))
                .body("lastSlips.status", contains("RESOLVED", "RECEIVED"))
                .body("lastSlips.outcome", contains("更换接头", null))
                .body("enterpriseContacts[0].phone", equalTo("000-54321"));
        as(office()).get(VISITS + "/" + first).then().body("lastSlips", empty());
    }

    private static Map<String, Object> withId(String visit, Map<String, Object> report) {
        var item = new HashMap<>(report);
        item.put("visitId", visit);
        return item;
    }

    private static List<Integer> together(List<? extends Callable<Integer>> calls) throws Exception {
        try (var threads = Executors.newFixedThreadPool(16)) {
            var results = new ArrayList<Integer>();
            for (var result : threads.invokeAll(calls)) {
                results.add(result.get());
            }
            return results;
        }
    }
}
