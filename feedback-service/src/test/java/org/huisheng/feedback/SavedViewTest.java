package org.huisheng.feedback;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.huisheng.kit.testing.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class SavedViewTest extends HttpTest {

    private static final String VIEWS = "/api/feedback/v1/views";

    private final String me = TestTokens.bearer("clerk-" + UUID.randomUUID(), null, "OFFICE");
    private final String liaison = TestTokens.bearer("liaison-" + UUID.randomUUID(), "DIST", "LIAISON");

    @Test
    void a_view_is_ones_own_until_it_is_dropped() {
        var saved = save(me, "逾期停电", false, Map.of("category", "outage", "overdue", true, "q", "台区"));
        saved.then()
                .statusCode(201)
                .body("filters.category", equalTo("outage"))
                .body("filters.overdue", equalTo(true))
                .body("filters.status", nullValue());

        as(me).get(VIEWS).then().body("items[0].name", equalTo("逾期停电"));
        as(liaison).get(VIEWS).then().body("items.name", not(hasItem("逾期停电")));
        save(me, "逾期停电", false, Map.of()).then().statusCode(409);
        as(liaison).delete(saved.header("Location")).then().statusCode(404);
        as(me).delete(saved.header("Location")).then().statusCode(204);
        as(me).delete(saved.header("Location")).then().statusCode(404);
    }

    @Test
    void a_view_is_the_whole_question_with_its_order() {
        save(liaison, "快到期的", false, Map.of("open", true, "handedOnBy", "DIST", "sort", "dueAt"))
                .then()
                .statusCode(201);

        as(liaison)
                .get(VIEWS)
                .then()
                .body("items[0].filters.open", equalTo(true))
                .body("items[0].filters.handedOnBy", equalTo("DIST"))
                .body("items[0].filters.sort", equalTo("dueAt"));
    }

    @Test
    void a_view_may_be_of_a_period_that_begins_before_it_ends() {
        save(me, "十一月的", false, Map.of("openedFrom", "2026-11-01", "openedTo", "2026-11-30"))
                .then()
                .statusCode(201)
                .body("filters.openedFrom", equalTo("2026-11-01"))
                .body("filters.openedTo", equalTo("2026-11-30"));

        save(me, "倒着的", false, Map.of("openedFrom", "2026-12-01", "openedTo", "2026-11-30"))
                .then()
                .statusCode(422)
                .body("violations[0].path", equalTo("/filters/openedTo"));
        save(me, "古时的", false, Map.of("openedFrom", "0202-12-01")).then().statusCode(422);
        save(me, "说不清的", false, Map.of("openedTo", "soon")).then().statusCode(400);
    }

    @Test
    void what_the_office_shares_all_see_and_only_the_office_drops() {
        var name = "共享" + UUID.randomUUID();
        var place = save(me, name, true, Map.of("status", "DISPUTED")).header("Location");

        as(liaison).get(VIEWS).then().body("items.name", hasItem(name));
        as(liaison).delete(place).then().statusCode(404);
        save(liaison, name, true, Map.of()).then().statusCode(403);
        save(liaison, name, false, Map.of()).then().statusCode(201);
        as(office()).delete(place).then().statusCode(204);
        as(liaison).get(VIEWS).then().body("items.name", contains(name));
    }

    @Test
    void what_could_not_be_asked_for_is_not_saved() {
        save(me, " ", false, Map.of()).then().statusCode(422);
        save(me, "x", false, Map.of("status", "NEVER")).then().statusCode(400);
        save(me, "x", false, Map.of("unknown", "x")).then().statusCode(400);
        save(me, "x", false, Map.of("sort", "title")).then().statusCode(422);
        save(me, "x", false, Map.of("department", "no code!")).then().statusCode(422);
        as(me).body(Map.of("name", "x")).post(VIEWS).then().statusCode(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SURVEYOR", "ANALYST"})
    void who_lists_no_cases_saves_no_list(String role) {
        as(TestTokens.bearer("x", "DIST", role)).get(VIEWS).then().statusCode(403);
    }

    private static Response save(String bearer, String name, boolean shared, Map<String, Object> filters) {
        return as(bearer)
                .body(new HashMap<String, Object>(Map.of("name", name, "shared", shared, "filters", filters)))
                .post(VIEWS);
    }
}
