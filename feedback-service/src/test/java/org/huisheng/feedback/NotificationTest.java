package org.huisheng.feedback;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.huisheng.feedback.delivery.Roads;
import org.huisheng.localstack.testing.RealS3;
import org.junit.jupiter.api.Test;

/** Stakeholders are asked by themselves, over a real mail server and a gateway that fails first. */
@QuarkusTest
@WithTestResource(Roads.class)
@WithTestResource(RealS3.class)
class NotificationTest extends HttpTest {

    private static final String INQUIRIES = "/api/feedback/v1/inquiries";
    private static final Pattern INQUIRY = Pattern.compile("/a/([A-Za-z0-9_-]{43})");
    private static final Pattern LINK = Pattern.compile("/c/([A-Za-z0-9_-]{43})");

    /** Mails, and what was posted to the gateway. */
    Supplier<List<List<String>>> arrived;

    @Test
    void whoever_can_be_reached_is_asked_once_the_case_is_resolved_and_answers_through_what_arrived() {
        var id = resolvedFor(Map.of("name", "某联系人", "phone", "13900005678", "email", "somebody@example.org"));

        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            assertThat(mails()).anyMatch(mail -> mail.contains("somebody@example.org"));
            assertThat(posted("13900005678")).hasSizeGreaterThanOrEqualTo(2);
            assertThat(count("SELECT count(*) FROM notification WHERE state = 'SENT' AND case_id = '" + id + "'"))
                    .isEqualTo(2);
        });

        var tries = posted("13900005678");
        assertThat(tries).allMatch(each -> each.contains("Bearer s3cret"));
        assertThat(tries)
                .extracting(each -> each.substring(0, 36))
                .containsOnly(tries.getFirst().substring(0, 36));
        as(office())
                .get(CASES + "/" + id + "/notifications")
                .then()
                .statusCode(200)
                .body("items.channel", contains("EMAIL", "SMS"))
                .body("items.state", contains("SENT", "SENT"))
                .body("items.tries", contains(1, 2));
        as(liaison("DIST")).get(CASES + "/" + id + "/notifications").then().statusCode(403);
        var link = LINK.matcher(tries.getLast());
        assertThat(link.find()).isTrue();
        given().get(CONFIRMATIONS + "/" + link.group(1)).then().statusCode(200).body("state", equalTo("OPEN"));
        answer(link.group(1), Map.of("outcome", "CONFIRMED", "rating", 5))
                .then()
                .statusCode(200);
        as(office()).get(CASES + "/" + id).then().body("status", equalTo("CONFIRMED"));
    }

    @Test
    void whoever_is_waited_for_is_asked_for_a_word_and_answers_through_what_arrived() {
        var id = startedFor(Map.of("name", "某联系人", "phone", "13900007777"));
        step(liaison("DIST"), id, "waiting", Map.of("reason", "内部的原因", "publicNote", "请问是哪一户？"))
                .then()
                .statusCode(200);

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(count(
                                "SELECT count(*) FROM notification WHERE state = 'SENT' AND case_id = '" + id + "'"))
                        .isEqualTo(1));

        var letter = posted("13900007777").getLast();
        assertThat(letter).doesNotContain("内部的原因", "哪一户", "某联系人");
        var link = INQUIRY.matcher(letter);
        assertThat(link.find()).isTrue();
        given().get(INQUIRIES + "/" + link.group(1)).then().statusCode(200).body("question", equalTo("请问是哪一户？"));
        given().contentType(ContentType.JSON)
                .body(Map.of("answer", "三单元"))
                .post(INQUIRIES + "/" + link.group(1))
                .then()
                .statusCode(200);
        as(office()).get(CASES + "/" + id).then().body("status", equalTo("IN_PROGRESS"));
    }

    @Test
    void nobody_is_asked_who_left_no_contact() {
        var id = resolvedFor(Map.of("name", "某联系人"));

        assertThat(count("SELECT count(*) FROM notification WHERE case_id = '" + id + "'"))
                .isZero();
    }

    @Test
    void no_link_that_could_be_answered_is_kept_in_the_database() {
        var id = resolvedFor(Map.of("phone", "13900009999"));

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(posted("13900009999")).isNotEmpty());
        var link = LINK.matcher(posted("13900009999").getFirst());
        assertThat(link.find()).isTrue();
        assertThat(count("SELECT count(*) FROM notification AS n, confirmation AS c WHERE n.case_id = '" + id
                        + "' AND c.case_id = n.case_id AND (n::text LIKE '%" + link.group(1) + "%' OR c::text LIKE '%"
                        + link.group(1) + "%' OR n::text LIKE '%13900009999%')"))
                .isZero();
    }

    @Test
    void a_link_can_be_scanned_and_none_is_drawn_that_never_was() {
        var token = link(office(), resolved("DIST"));

        var svg = given().get(CONFIRMATIONS + "/" + token + "/qr.svg");
        svg.then().statusCode(200).header("X-Content-Type-Options", equalTo("nosniff"));
        assertThat(svg.asString()).startsWith("<svg");
        var png = given().get(CONFIRMATIONS + "/" + token + "/qr.png");
        png.then().statusCode(200).contentType("image/png");
        assertThat(png.asByteArray()).startsWith(0x89, 'P', 'N', 'G');
        given().get(CONFIRMATIONS + "/" + "x".repeat(43) + "/qr.svg").then().statusCode(404);
    }

    private static String resolvedFor(Map<String, String> stakeholder) {
        var id = startedFor(stakeholder);
        resolve("DIST", id).then().statusCode(200);
        return id;
    }

    private static String startedFor(Map<String, String> stakeholder) {
        var request = new HashMap<>(complaint());
        request.put("stakeholder", stakeholder);
        String id = as(office())
                .body(request)
                .post(CASES)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        step(office(), id, "assignment", Map.of("department", "DIST")).then().statusCode(200);
        step(liaison("DIST"), id, "start", Map.of()).then().statusCode(200);
        return id;
    }

    private List<String> mails() {
        return arrived.get().getFirst();
    }

    private List<String> posted(String contact) {
        return arrived.get().getLast().stream()
                .filter(each -> each.contains(contact))
                .toList();
    }
}
