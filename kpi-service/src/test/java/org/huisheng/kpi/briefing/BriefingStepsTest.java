package org.huisheng.kpi.briefing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.huisheng.kpi.sql.Database;
import org.huisheng.kpi.sql.DatabaseFailure;
import org.huisheng.kpi.testing.KpiTest;
import org.huisheng.kpi.testing.Office;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BriefingStepsTest extends KpiTest {

    private static final String ISSUE = "/v1/briefings/{id}";

    @Inject
    Database database;

    @Test
    void an_issue_goes_from_its_authors_over_a_leader_into_the_archive() {
        var id = IssueFixture.drafted(IssueFixture.month(4));
        IssueFixture.write(id, IssueFixture.content()).then().statusCode(200);
        var seen = IssueFixture.tag(id);
        IssueFixture.submit(id)
                .then()
                .statusCode(200)
                .body("status", equalTo("SUBMITTED"))
                .body("number", nullValue());

        IssueFixture.write(id, IssueFixture.content())
                .then()
                .statusCode(409)
                .body("type", endsWith("briefing-not-draft"));
        Office.as("wang", null, "LEADER")
                .header("If-Match", seen)
                .post(ISSUE + "/publication", id)
                .then()
                .statusCode(412);
        Office.as("wang", null, "LEADER")
                .header("If-Match", IssueFixture.tag(id))
                .body("{\"reason\": \"请补充案例\"}")
                .post(ISSUE + "/return", id)
                .then()
                .statusCode(200)
                .body("status", equalTo("DRAFT"))
                .body("returnReason", equalTo("请补充案例"));
        IssueFixture.submit(id).then().statusCode(200);
        IssueFixture.publish(id, "li").then().statusCode(409).body("type", endsWith("author-cannot-approve"));
        IssueFixture.publish(id, "wang")
                .then()
                .statusCode(200)
                .body("status", equalTo("PUBLISHED"))
                .body("number", notNullValue())
                .body("editionHash", notNullValue());

        IssueFixture.publish(id, "wang").then().statusCode(409);
        Office.as("OFFICE")
                .header("If-Match", IssueFixture.tag(id))
                .delete(ISSUE, id)
                .then()
                .statusCode(409);
        assertThatThrownBy(() -> database.write("UPDATE briefing SET edition = '{}' WHERE id = ?::uuid", id))
                .isInstanceOf(DatabaseFailure.class);
        Office.as("somebody", "ANY", "LIAISON")
                .get("/v1/briefings")
                .then()
                .body("items.id", hasItem(id))
                .body("items.authors", everyItem(not(empty())))
                .body("items.status.unique()", equalTo(List.of("PUBLISHED")));
    }

    @Test
    void a_draft_is_seen_by_those_who_make_it_and_by_nobody_else() {
        var id = IssueFixture.drafted(IssueFixture.month(5));

        for (var path : List.of("", "/edition", "/briefing.html", "/briefing.pdf", "/briefing.docx")) {
            Office.as("somebody", "ANY", "LIAISON").get(ISSUE + path, id).then().statusCode(404);
            Office.as("LEADER").get(ISSUE + path, id).then().statusCode(200);
            // A key of a BI tool that is limited to a department.
            Office.as("somebody", "ANY", "ANALYST").get(ISSUE + path, id).then().statusCode(403);
        }
        Office.as("somebody", "ANY", "LIAISON").get("/v1/briefings").then().body("items.id", not(hasItem(id)));
        Office.as("OFFICE")
                .body("{\"period\": \"" + IssueFixture.month(5) + "\"}")
                .post("/v1/briefings")
                .then()
                .statusCode(409)
                .body("type", endsWith("briefing-exists"));

        Office.as("OFFICE")
                .header("If-Match", IssueFixture.tag(id))
                .delete(ISSUE, id)
                .then()
                .statusCode(204);

        Office.as("OFFICE").get(ISSUE, id).then().statusCode(404);
    }

    @Test
    void issues_published_at_the_same_time_are_numbered_one_after_the_other() throws Exception {
        var ids = IntStream.rangeClosed(7, 12)
                .mapToObj(number -> IssueFixture.drafted(IssueFixture.month(number)))
                .toList();
        ids.forEach(id -> IssueFixture.submit(id).then().statusCode(200));
        var numbers = new ArrayList<Integer>();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var published : threads.invokeAll(ids.stream()
                    .map(id -> (Callable<Integer>) () -> IssueFixture.publish(id, "wang")
                            .then()
                            .statusCode(200)
                            .extract()
                            .<Integer>path("number"))
                    .toList())) {
                numbers.add(published.get());
            }
        }

        var sorted = numbers.stream().sorted().toList();
        assertThat(sorted).doesNotHaveDuplicates().hasSize(6);
        assertThat(sorted.getLast() - sorted.getFirst()).isEqualTo(5);
        var page = Office.as("LEADER").get("/v1/briefings?limit=4").jsonPath();
        assertThat(page.getList("items")).hasSize(4);
        var next = Office.as("LEADER")
                .queryParam("limit", 4)
                .queryParam("cursor", page.getString("next"))
                .get("/v1/briefings")
                .jsonPath();
        assertThat(next.<String>getList("items.period"))
                .isNotEmpty()
                .allMatch(period ->
                        period.compareTo(page.<String>getList("items.period").getLast()) < 0);
    }

    @Test
    void what_is_wrong_is_named() {
        var id = IssueFixture.drafted(IssueFixture.month(1));

        IssueFixture.write(id, IssueFixture.content("{\"kind\": \"LINE\", \"indicator\": \"no such\"}"))
                .then()
                .statusCode(422)
                .body("violations.path", hasItems("/sections/2/blocks/0/department", "/sections/2/blocks/0/indicator"));
        IssueFixture.write(id, "{\"masthead\": \" \", \"sections\": []}")
                .then()
                .statusCode(422)
                .body("violations.path", hasItems("/masthead", "/organisation", "/title", "/footer", "/sections"));
        Office.as("OFFICE").body("{}").put(ISSUE, id).then().statusCode(400);
        for (var period : List.of("2000-Q1", "2000", "1999-01", "x")) {
            Office.as("OFFICE")
                    .body("{\"period\": \"" + period + "\"}")
                    .post("/v1/briefings")
                    .then()
                    .statusCode(400);
        }
        Office.as("OFFICE")
                .body("{\"period\": \"2099-01\"}")
                .post("/v1/briefings")
                .then()
                .statusCode(422)
                .body("type", endsWith("briefing-of-future"));
        Office.as("OFFICE")
                .header("If-Match", IssueFixture.tag(id))
                .delete(ISSUE, id)
                .then()
                .statusCode(204);
    }

    @Test
    void issues_begin_with_the_organisations_template() {
        var before = Office.as("OFFICE").get("/v1/briefing-template");
        var own = IssueFixture.content().replace("内部资料", "仅供内部传阅");

        Office.as("OFFICE")
                .header("If-Match", before.header("ETag"))
                .body(own)
                .put("/v1/briefing-template")
                .then()
                .statusCode(200);
        Office.as("OFFICE")
                .header("If-Match", before.header("ETag"))
                .body(own)
                .put("/v1/briefing-template")
                .then()
                .statusCode(412);

        var id = IssueFixture.drafted(IssueFixture.month(2));
        Office.as("OFFICE").get(ISSUE, id).then().body("content.footer", equalTo("仅供内部传阅"));
        Office.as("OFFICE")
                .header("If-Match", IssueFixture.tag(id))
                .delete(ISSUE, id)
                .then()
                .statusCode(204);
    }
}
