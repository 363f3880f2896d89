package org.huisheng.feedback.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import org.huisheng.feedback.HttpTest;
import org.huisheng.feedback.QueryPlan;
import org.huisheng.kit.testing.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class EscalationListTest extends HttpTest {

    private static final String ESCALATIONS = "/api/feedback/v1/escalations";

    @Inject
    Escalate escalate;

    @Test
    void escalations_of_one_moment_are_paged_without_gaps_or_doubles() {
        var id = assigned("DIST");
        climb(id);

        var seen = new ArrayList<String>();
        String cursor = "";
        do {
            var page =
                    as(liaison("DIST")).get(ESCALATIONS + "?limit=4" + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
            page.then().statusCode(200);
            seen.addAll(page.jsonPath().getList("items.findAll { it.caseId == '" + id + "' }.id"));
            cursor = page.path("next");
        } while (cursor != null && seen.size() < 6);

        assertThat(seen).hasSize(6).doesNotHaveDuplicates();
    }

    @Test
    void a_liaison_sees_those_of_their_department_and_leaders_those_for_whom_they_are() {
        var own = assigned("DIST");
        var foreign = assigned("MKT");
        climb(own);
        climb(foreign);

        as(liaison("DIST"))
                .get(ESCALATIONS + "?limit=200")
                .then()
                .body("items.caseId", hasItem(own))
                .body("items.caseId", not(hasItem(foreign)));
        as(liaison("DIST")).get(ESCALATIONS + "?department=MKT").then().statusCode(403);
        as(TestTokens.bearer("boss", null, "LEADER"))
                .get(ESCALATIONS + "?recipient=LEADER&department=MKT")
                .then()
                .body("items.caseId", hasItem(foreign))
                .body("items.recipient", everyItem(equalTo("LEADER")));
        as(office()).get(ESCALATIONS + "?recipient=NOBODY").then().statusCode(400);
        as(TestTokens.bearer("x", "DIST", "SURVEYOR")).get(ESCALATIONS).then().statusCode(403);
    }

    @Test
    void the_list_says_what_each_is_about_to_whoever_may_read_the_case() {
        var id = assigned("DIST");
        climb(id);
        as(liaison("DIST")).get(ESCALATIONS + "?limit=200").then().body(titlesOf(id), everyItem(equalTo("电压不稳")));

        step(office(), id, "assignment", Map.of("department", "MKT")).then().statusCode(200);

        as(liaison("DIST")).get(ESCALATIONS + "?limit=200").then().body(titlesOf(id), everyItem(nullValue()));
        as(office()).get(ESCALATIONS + "?limit=200").then().body(titlesOf(id), everyItem(equalTo("电压不稳")));
    }

    private static String titlesOf(String id) {
        return "items.findAll { it.caseId == '" + id + "' }.title";
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "department = 'x'", "recipient = 'x'", "department = 'x' AND recipient = 'x'"})
    void the_list_is_read_from_an_index_already_in_order(String filter) throws SQLException {
        var after = "fired_at <= now() AND (fired_at < now() OR id < gen_random_uuid())";
        var where = filter.isEmpty() ? after : filter + " AND " + after;
        assertThat(QueryPlan.inOrder(
                        database,
                        "SELECT * FROM escalation WHERE " + where + " ORDER BY fired_at DESC, id DESC LIMIT 51"))
                .contains("Index Scan Backward")
                .doesNotContain("Sort");
    }

    private void climb(String id) {
        var later = Instant.now().plus(Duration.ofDays(70));
        assertThat(QuarkusTransaction.requiringNew().call(() -> escalate.escalate(UUID.fromString(id), later)))
                .isEqualTo(6);
    }
}
