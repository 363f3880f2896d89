package org.huisheng.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huisheng.kit.testing.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class EnterpriseTest extends VisitHttpTest {

    @Test
    void an_enterprise_is_entered_read_and_changed_against_its_version() {
        park("REG");
        var name = "登记企业" + UUID.randomUUID();
        var entered = as(office()).body(profile("REG", name)).post(ENTERPRISES);
        entered.then().statusCode(201).header("ETag", equalTo("\"0\""));
        String id = entered.path("id");
        assertThat(entered.header("Location")).isEqualTo(ENTERPRISES + "/" + id);

        var moved = new HashMap<>(profile("REG", name + "新"));
        moved.put("contacts", List.of());
        moved.put("active", false);
        as(office())
                .header("If-Match", "\"0\"")
                .body(moved)
                .put(ENTERPRISES + "/" + id)
                .then()
                .statusCode(200);

        as(office())
                .get(ENTERPRISES + "/" + id)
                .then()
                .body("name", equalTo(name + "新"))
                .body("active", equalTo(false))
                .body("contacts", empty());
        as(office())
                .header("If-Match", "\"0\"")
                .body(moved)
                .put(ENTERPRISES + "/" + id)
                .then()
                .statusCode(412);
    }

    @Test
    void a_park_has_an_enterprise_of_a_name_once() {
        park("REG");
        var twice = profile("REG", "同名企业" + UUID.randomUUID());
        as(office()).body(twice).post(ENTERPRISES).then().statusCode(201);

        as(office())
                .body(twice)
                .post(ENTERPRISES)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:huisheng:problem:enterprise-exists"));
    }

    @Test
    void everything_wrong_with_an_enterprise_is_named() {
        var wrong = Map.of(
                "park", "no such park!", "name", " ", "contacts", List.of(Map.of("phone", "1", "email", "nobody")));

        as(office())
                .body(wrong)
                .post(ENTERPRISES)
                .then()
                .statusCode(422)
                .body(
                        "violations.path",
                        hasItems("/park", "/name", "/contacts/0/name", "/contacts/0/phone", "/contacts/0/email"));
        as(office())
                .body(profile("NOWHERE", "x"))
                .post(ENTERPRISES)
                .then()
                .statusCode(422)
                .body("violations[0].code", equalTo("unknown-park"));
        as(office()).body(Map.of("owner", "x")).post(ENTERPRISES).then().statusCode(400);
    }

    @Test
    void pages_go_through_all_enterprises_of_a_park_once_and_a_search_finds_parts_of_names() {
        park("PAGED");
        var names = new ArrayList<String>();
        for (var i = 0; i < 5; i++) {
            names.add("分页企业" + i);
            as(office()).body(profile("PAGED", "分页企业" + i)).post(ENTERPRISES);
        }

        var seen = new ArrayList<String>();
        String cursor = null;
        do {
            var page =
                    as(office()).get(ENTERPRISES + "?park=PAGED&limit=2" + (cursor == null ? "" : "&cursor=" + cursor));
            seen.addAll(page.jsonPath().getList("items.name"));
            cursor = page.path("next");
        } while (cursor != null);

        assertThat(seen).containsExactlyElementsOf(names);
        as(office())
                .get(ENTERPRISES + "?park=PAGED&active=true&search=页企业3")
                .then()
                .body("items", hasSize(1))
                .body("items[0].name", equalTo("分页企业3"))
                .body("items[0].contacts", nullValue());
        as(office()).get(ENTERPRISES + "?cursor=nonsense").then().statusCode(400);
    }

    @Test
    void an_import_enters_all_or_none_and_brings_known_ones_up_to_date() {
        park("BULK");
        var before = count("SELECT count(*) FROM enterprise WHERE park = 'BULK'");
        var one = profile("BULK", "批量一" + UUID.randomUUID());
        var two = profile("BULK", "批量二" + UUID.randomUUID());

        as(office())
                .body(Map.of("enterprises", List.of(one, profile("NOWHERE", "x"))))
                .post(ENTERPRISES + "/batch")
                .then()
                .statusCode(422)
                .body("violations[0].path", equalTo("/enterprises/1/park"));
        assertThat(count("SELECT count(*) FROM enterprise WHERE park = 'BULK'")).isEqualTo(before);

        List<String> ids = as(office())
                .body(Map.of("enterprises", List.of(one, two)))
                .post(ENTERPRISES + "/batch")
                .then()
                .statusCode(200)
                .extract()
                .path("ids");
        as(office())
                .body(Map.of("enterprises", List.of(two)))
                .post(ENTERPRISES + "/batch")
                .then()
                .body("ids", equalTo(ids.subList(1, 2)));
        assertThat(count("SELECT count(*) FROM enterprise WHERE park = 'BULK'")).isEqualTo(before + 2);
    }

    @ParameterizedTest(name = "{0}: read {1}, write {2}")
    @CsvSource({
        "OFFICE, 200, 422",
        "SURVEYOR, 200, 403",
        "LEADER, 200, 403",
        "LIAISON, 403, 403",
        "ANALYST, 403, 403",
        "ADMIN, 403, 403"
    })
    void the_office_keeps_the_register_and_only_it_sees_contacts_there(String role, int read, int write) {
        var id = enterprise("REG");
        var bearer = TestTokens.bearer("somebody", "DIST", role);

        var seen = as(bearer).get(ENTERPRISES + "/" + id);

        seen.then().statusCode(read);
        assertThat(seen.asString().contains("000-54321")).isEqualTo(role.equals("OFFICE"));
        as(bearer).get(ENTERPRISES).then().statusCode(read);
        as(bearer).get(PARKS).then().statusCode(read);
        as(bearer).body(Map.of()).post(ENTERPRISES).then().statusCode(write);
        as(bearer).body(Map.of()).put(ENTERPRISES + "/" + id).then().statusCode(write);
        as(bearer).body(Map.of()).put(PARKS + "/REG").then().statusCode(write);
        as(bearer).body(Map.of()).post(ENTERPRISES + "/batch").then().statusCode(write);
    }
}
