package org.huisheng.feedback.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.huisheng.feedback.HttpTest;
import org.huisheng.kit.testing.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A case whose stakeholder nobody knows how to reach, as a rule opens them. There is no gateway: nothing leaves. */
@QuarkusTest
class ReachStakeholderTest extends HttpTest {

    private static final Map<String, String> PERSON = Map.of("name", "某客户", "phone", "139 0000 4321");

    @Test
    void what_the_office_writes_down_is_where_the_stakeholder_is_asked_once_the_case_is_resolved() {
        var id = withoutContact();

        reach(office(), id, PERSON)
                .then()
                .statusCode(200)
                .body("stakeholder.phone", equalTo("139 0000 4321"))
                .body("stakeholder.vouched", equalTo(true))
                .body("timeline.step[-1]", equalTo("CONTACT_CHANGED"))
                .body("timeline[-1].changedTo", equalTo("NAME PHONE"))
                .body("timeline[-1].outcome", equalTo("VOUCHED"));

        resolveFrom(id);
        assertThat(notifications(id)).isEqualTo(1);
        assertThat(count("SELECT count(*) FROM timeline_entry WHERE case_id = '" + id
                        + "' AND timeline_entry::text ~ '4321|某客户'"))
                .isZero();
    }

    @Test
    void a_contact_put_right_while_a_word_is_waited_for_is_asked_there_and_one_that_stays_is_not() {
        var id = withoutContact();
        resolveFrom(id);
        assertThat(notifications(id)).isZero();

        reach(office(), id, PERSON).then().statusCode(200);
        notSent(id, 1);
        reach(office(), id, PERSON).then().statusCode(200);
        assertThat(notifications(id)).isEqualTo(1);

        reach(office(), id, Map.of("name", "某客户", "phone", "13900008888", "email", "a@example.org"))
                .then()
                .statusCode(200);
        notSent(id, 3);
        as(office())
                .get(CASES + "/" + id + "/notifications")
                .then()
                .statusCode(200)
                .body("items.channel", contains("EMAIL", "SMS", "SMS"))
                .body("items.state", contains("NOT_SENT", "NOT_SENT", "NOT_SENT"));
    }

    @Test
    void what_a_department_writes_down_of_its_own_case_is_for_calling_back_until_the_office_has_vouched_for_it() {
        var id = withoutContact();

        reach(liaison("DIST"), id, PERSON)
                .then()
                .statusCode(200)
                .body("stakeholder.vouched", equalTo(false))
                .body("timeline[-1].outcome", equalTo("UNVOUCHED"));
        resolveFrom(id);
        assertThat(notifications(id)).isZero();

        reach(TestTokens.bearer("two-hats", "DIST", "OFFICE"), id, PERSON)
                .then()
                .statusCode(200)
                .body("stakeholder.vouched", equalTo(false));
        assertThat(notifications(id)).isZero();
        reach(office(), id, PERSON).then().statusCode(200).body("stakeholder.vouched", equalTo(true));
        assertThat(notifications(id)).isEqualTo(1);
    }

    @Test
    void a_liaison_who_opens_a_case_does_not_choose_who_is_asked_once_it_is_their_own() {
        String id = as(liaison("DIST"))
                .body(complaint())
                .post(CASES)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        step(office(), id, "assignment", Map.of("department", "DIST"))
                .then()
                .statusCode(200)
                .body("stakeholder.vouched", equalTo(false));
        resolveFrom(id);
        assertThat(notifications(id)).isZero();

        reach(office(), id, Map.of("name", "某企业联系人", "phone", "000-12345"))
                .then()
                .statusCode(200)
                .body("stakeholder.vouched", equalTo(true))
                .body("timeline[-1].outcome", equalTo("VOUCHED"));

        assertThat(notifications(id)).isEqualTo(1);
    }

    @Test
    void a_contact_that_another_department_wrote_down_is_asked() {
        String id = as(liaison("MKT"))
                .body(complaint())
                .post(CASES)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        step(office(), id, "assignment", Map.of("department", "DIST"))
                .then()
                .statusCode(200)
                .body("stakeholder.vouched", equalTo(true));

        resolveFrom(id);

        assertThat(notifications(id)).isEqualTo(1);
    }

    @Test
    void who_vouched_is_no_outsider_any_more_when_the_case_has_come_to_them() {
        var id = withoutContact();
        reach(TestTokens.bearer("two-hats", "MKT", "OFFICE"), id, PERSON)
                .then()
                .statusCode(200)
                .body("stakeholder.vouched", equalTo(true));
        step(liaison("DIST"), id, "start", Map.of()).then().statusCode(200);

        step(liaison("DIST"), id, "transfer", Map.of("department", "MKT", "reason", "属营销业务"))
                .then()
                .statusCode(200)
                .body("stakeholder.vouched", equalTo(false));

        reach(office(), id, PERSON).then().statusCode(200).body("stakeholder.vouched", equalTo(true));
    }

    @Test
    void a_department_that_corrects_a_name_leaves_the_question_where_it_goes() {
        var id = assigned("DIST");

        reach(liaison("DIST"), id, Map.of("name", "另一联系人", "phone", "000-12345"))
                .then()
                .statusCode(200)
                .body("stakeholder.vouched", equalTo(true));

        resolveFrom(id);
        assertThat(notifications(id)).isEqualTo(1);
    }

    @Test
    void a_letter_on_its_way_to_a_contact_that_is_taken_away_goes_nowhere() {
        var id = assigned("DIST");
        step(liaison("DIST"), id, "start", Map.of()).then().statusCode(200);
        resolve("DIST", id).then().statusCode(200);

        reach(office(), id, Map.of()).then().statusCode(200).body("stakeholder", nullValue());

        await().atMost(Duration.ofSeconds(60))
                .until(() ->
                        count("SELECT count(*) FROM notification WHERE state IN ('DROPPED', 'NOT_SENT') AND case_id = '"
                                        + id + "'")
                                == 1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0571-8888 转801 | 0571-8888 转801",
                "(0571) 8888 1234 | (0571) 8888 1234",
                "０５７１－８８８８１２３４ | 0571-88881234",
                "8888 1234 ext. 3 | 8888 1234 ext. 3",
                "+86 139 0000 1111 | +86 139 0000 1111",
            })
    void a_number_is_taken_as_people_write_it(String written, String kept) {
        reach(office(), withoutContact(), Map.of("phone", written))
                .then()
                .statusCode(200)
                .body("stakeholder.phone", equalTo(kept));
    }

    @Test
    void nobody_is_sent_a_message_behind_an_extension() {
        var id = withoutContact();
        reach(office(), id, Map.of("phone", "0571-88881234 转801")).then().statusCode(200);

        resolveFrom(id);

        assertThat(notifications(id)).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "phone, 1, bad-phone",
        "phone, 0571-8888转, bad-phone",
        "phone, 找门卫, bad-phone",
        "phone, 13900004321;13900004322, bad-phone",
        "email, nobody, bad-email",
        "email, 'a@example.org, b@example.org', bad-email",
    })
    void what_is_no_number_and_no_address_is_refused_here_and_where_a_case_is_opened(
            String field, String value, String code) {
        reach(office(), withoutContact(), Map.of(field, value))
                .then()
                .statusCode(422)
                .body("violations.path", contains("/" + field))
                .body("violations.code", contains(code));
        var request = new HashMap<>(complaint());
        request.put("stakeholder", Map.of(field, value));
        as(office())
                .body(request)
                .post(CASES)
                .then()
                .statusCode(422)
                .body("violations.path", contains("/stakeholder/" + field))
                .body("violations.code", contains(code));
    }

    @Test
    void nobody_overwrites_what_another_has_just_written_and_nobody_else_writes() {
        var id = withoutContact();
        var tag = as(office()).get(CASES + "/" + id).header("ETag");
        reach(office(), id, PERSON).then().statusCode(200);

        as(office())
                .header("If-Match", tag)
                .body(Map.of("phone", "13900001111"))
                .put(CASES + "/" + id + "/stakeholder")
                .then()
                .statusCode(412);
        reach(liaison("MKT"), id, PERSON).then().statusCode(403);
        reach(TestTokens.bearer("s", "DIST", "SURVEYOR"), id, PERSON).then().statusCode(403);
        as(office()).get(CASES + "/" + id).then().body("timeline.step", hasItems("CONTACT_CHANGED"));
    }

    @Test
    void nothing_changes_once_the_case_is_closed() {
        var id = assigned("DIST");
        step(liaison("DIST"), id, "start", Map.of()).then().statusCode(200);
        resolve("DIST", id).then().statusCode(200);
        step(office(), id, "confirmation", Map.of("rating", 5)).then().statusCode(200);
        step(office(), id, "closure", Map.of()).then().statusCode(200);

        reach(office(), id, PERSON).then().statusCode(409).body("type", equalTo("urn:huisheng:problem:case-closed"));
    }

    @Test
    void a_case_is_found_by_the_organisation_that_was_written_down_later() {
        var id = withoutContact();
        var name = "寻访企业" + id.substring(24);

        reach(office(), id, Map.of("organisation", name)).then().statusCode(200);

        as(office())
                .queryParam("q", name)
                .get(CASES)
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].id", equalTo(id));
    }

    @Test
    void whoever_keeps_the_service_is_told_that_no_letter_leaves() {
        as(office())
                .get("/api/feedback/v1/delivery-roads")
                .then()
                .statusCode(200)
                .body("items.channel", contains("SMS", "EMAIL"))
                .body("items.road", contains("LOG", "LOG"));
    }

    private static String withoutContact() {
        var request = new HashMap<>(complaint());
        request.remove("stakeholder");
        String id = as(office())
                .body(request)
                .post(CASES)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        step(office(), id, "assignment", Map.of("department", "DIST")).then().statusCode(200);
        return id;
    }

    private static void resolveFrom(String id) {
        step(liaison("DIST"), id, "start", Map.of()).then().statusCode(200);
        resolve("DIST", id).then().statusCode(200);
    }

    private static Response reach(String bearer, String id, Map<String, String> stakeholder) {
        return as(bearer).body(stakeholder).put(CASES + "/" + id + "/stakeholder");
    }

    private long notifications(String id) {
        return count("SELECT count(*) FROM notification WHERE case_id = '" + id + "'");
    }

    private void notSent(String id, int expected) {
        await().atMost(Duration.ofSeconds(60))
                .until(() ->
                        count("SELECT count(*) FROM notification WHERE state = 'NOT_SENT' AND case_id = '" + id + "'")
                                == expected);
    }
}
