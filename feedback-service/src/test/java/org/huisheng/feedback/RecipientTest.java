package org.huisheng.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class RecipientTest extends HttpTest {

    private static final String RECIPIENTS = "/api/feedback/v1/recipients";

    private final ArrayList<String> entered = new ArrayList<>();

    @AfterEach
    void forget_them() {
        entered.forEach(id -> as(office()).delete(RECIPIENTS + "/" + id));
    }

    @Test
    void the_office_enters_changes_and_removes_who_is_told_against_the_version() {
        var id = enter(leader("a" + UUID.randomUUID() + "@example.org"));
        var moved = leader("b" + UUID.randomUUID() + "@example.org");
        moved.put("locale", "en");

        as(office())
                .get(RECIPIENTS + "/" + id)
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"0\""))
                .header("Cache-Control", equalTo("no-store"))
                .body("audience", equalTo("LEADER"))
                .body("department", nullValue())
                .body("locale", equalTo("zh-CN"))
                .body("changedBy", equalTo("office"));
        as(office())
                .header("If-Match", "\"0\"")
                .body(moved)
                .put(RECIPIENTS + "/" + id)
                .then()
                .statusCode(200)
                .body("address", equalTo(moved.get("address")))
                .body("locale", equalTo("en"));
        as(office())
                .header("If-Match", "\"0\"")
                .body(moved)
                .put(RECIPIENTS + "/" + id)
                .then()
                .statusCode(412);
        as(office())
                .header("If-Match", "\"0\"")
                .delete(RECIPIENTS + "/" + id)
                .then()
                .statusCode(412);
        as(office()).delete(RECIPIENTS + "/" + id).then().statusCode(204);
        as(office()).get(RECIPIENTS + "/" + id).then().statusCode(404);
    }

    @Test
    void nobody_is_entered_twice_for_the_same() {
        var once = leader("c" + UUID.randomUUID() + "@example.org");
        enter(once);

        as(office())
                .body(once)
                .post(RECIPIENTS)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:huisheng:problem:recipient-exists"));
        var ofDepartment = new HashMap<>(once);
        ofDepartment.put("department", "DIST");
        enter(ofDepartment);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "LIAISON |      | EMAIL | a@example.org                | zh-CN | /department | required",
                "LIAISON | OLD  | EMAIL | a@example.org                | zh-CN | /department | inactive-department",
                "LEADER  | NONE | EMAIL | a@example.org                | zh-CN | /department | unknown-department",
                "OFFICE  |      | EMAIL | 13900001234                  | zh-CN | /address    | bad-address",
                "OFFICE  |      | EMAIL | a@example.org,b@example.org  | zh-CN | /address    | bad-address",
                "OFFICE  |      | SMS   | a@example.org                | zh-CN | /address    | bad-address",
                "OFFICE  |      |       | a@example.org                | zh-CN | /channel    | required",
                "OFFICE  |      | EMAIL |                              | zh-CN | /address    | required",
                "OFFICE  |      | EMAIL | a@example.org                | fr    | /locale     | unknown-locale",
            })
    void what_cannot_be_reached_is_refused(
            String audience, String department, String channel, String address, String locale, String at, String why) {
        var wrong = new HashMap<String, Object>();
        wrong.put("audience", audience);
        wrong.put("department", department);
        wrong.put("channel", channel);
        wrong.put("address", address);
        wrong.put("locale", locale);

        as(office())
                .body(wrong)
                .post(RECIPIENTS)
                .then()
                .statusCode(422)
                .body("violations.path", hasItem(at))
                .body("violations.code", hasItem(why));
    }

    @Test
    void no_address_brings_a_line_of_its_own_into_the_head_of_a_letter() {
        as(office())
                .body(leader("a@example.org\r\nBcc: b@example.org"))
                .post(RECIPIENTS)
                .then()
                .statusCode(422)
                .body("violations[0].code", equalTo("bad-address"));
    }

    @Test
    void pages_go_through_all_of_an_audience_once() {
        var ids = new ArrayList<String>();
        for (var i = 0; i < 5; i++) {
            ids.add(enter(leader(i + "-" + UUID.randomUUID() + "@example.org")));
        }

        var seen = new ArrayList<String>();
        String cursor = null;
        do {
            var page = as(office())
                    .get(RECIPIENTS + "?audience=LEADER&limit=2" + (cursor == null ? "" : "&cursor=" + cursor));
            page.then().statusCode(200);
            seen.addAll(page.jsonPath().getList("items.id"));
            cursor = page.path("next");
        } while (cursor != null);

        assertThat(seen).containsAll(ids).doesNotHaveDuplicates();
        as(office())
                .get(RECIPIENTS + "?audience=LIAISON&department=DIST&limit=200")
                .then()
                .statusCode(200)
                .body("items.id.findAll { it == '" + ids.getFirst() + "' }.size()", equalTo(0));
        as(office()).get(RECIPIENTS + "?limit=200").then().body("items.id", hasItems(ids.toArray()));
    }

    private String enter(Map<String, Object> who) {
        String id = as(office())
                .body(who)
                .post(RECIPIENTS)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        entered.add(id);
        return id;
    }

    private static Map<String, Object> leader(String address) {
        var who = new HashMap<String, Object>();
        who.put("audience", "LEADER");
        who.put("channel", "EMAIL");
        who.put("address", address);
        return who;
    }
}
