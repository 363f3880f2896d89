package org.huisheng.survey.echo;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.huisheng.survey.SurveyFixture.openLink;
import static org.huisheng.survey.SurveyFixture.post;
import static org.huisheng.survey.SurveyFixture.publish;
import static org.huisheng.survey.SurveyFixture.submission;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.huisheng.events.FeedbackEvent;
import org.huisheng.events.FeedbackEvent.CaseAssigned;
import org.huisheng.events.FeedbackEvent.CaseClosed;
import org.huisheng.events.FeedbackEvent.CaseConfirmed;
import org.huisheng.events.FeedbackEvent.CaseDisputed;
import org.huisheng.events.FeedbackEvent.CaseFollowed;
import org.huisheng.events.FeedbackEvent.CaseMerged;
import org.huisheng.events.FeedbackEvent.CaseOpened;
import org.huisheng.events.FeedbackEvent.CaseResolved;
import org.huisheng.events.FeedbackEvent.CaseStarted;
import org.huisheng.events.FeedbackEvent.Echo;
import org.huisheng.events.FeedbackEvent.Severity;
import org.huisheng.events.FeedbackEvent.Stage;
import org.huisheng.events.Side;
import org.huisheng.survey.SurveyEvents;
import org.huisheng.survey.SurveyTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EchoTest extends SurveyTest {

    private static final Instant MORNING = Instant.parse("2026-04-20T01:17:23Z");
    private static final String THAT_DAY = "2026-04-19T16:00:00Z";
    private static final String NEXT_DAY = "2026-04-20T16:00:00Z";

    @Test
    void a_receipt_tells_what_became_of_the_case_the_answers_opened() throws Exception {
        var id = UUID.randomUUID();
        var receipt = receiptOf(id, openLink());
        var caseId = UUID.randomUUID();
        echo(receipt).body("cases", empty());

        for (var event : wholeLife(caseId, id)) {
            publish(event);
        }

        eventually(receipt, "CLOSED");
        echo(receipt)
                .body("cases", hasSize(1))
                .body("cases[0].since", equalTo(NEXT_DAY))
                .body(
                        "cases[0].steps.state",
                        contains(
                                "RECEIVED",
                                "IN_PROGRESS",
                                "RESOLVED",
                                "DISPUTED",
                                "IN_PROGRESS",
                                "RESOLVED",
                                "CONFIRMED",
                                "CLOSED"))
                .body("cases[0].steps[0].since", equalTo(THAT_DAY));
        assertThat(echo(receipt).extract().asString())
                .doesNotContain(caseId.toString(), "MKT", "DIST", "power", ":17:");
    }

    /** Deliveries out of order, doubled, and one that is a dead letter at first and is replayed at the end. */
    @Test
    void neither_order_nor_repetition_of_deliveries_changes_what_a_receipt_tells() throws Exception {
        var id = UUID.randomUUID();
        var receipt = receiptOf(id, openLink());
        var events = wholeLife(UUID.randomUUID(), id);
        var seed = System.nanoTime();
        System.out.println("seed " + seed);
        var random = new Random(seed);
        var deliveries = new ArrayList<>(events);
        deliveries.addAll(events);
        Collections.shuffle(deliveries, random);
        var late = events.get(random.nextInt(events.size()));

        for (var event : deliveries) {
            if (!event.equals(late)) {
                publish(event);
            }
        }
        publish(late);

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> echo(receipt).body("cases[0].steps", hasSize(8)));
        echo(receipt)
                .body("cases", hasSize(1))
                .body("cases[0].state", equalTo("CLOSED"))
                .body("cases[0].steps.state.last()", equalTo("CLOSED"))
                .body("cases[0].steps[3].state", equalTo("DISPUTED"));
    }

    @Test
    void a_step_that_cannot_be_is_a_dead_letter_and_its_neighbours_are_heard() throws Exception {
        var id = UUID.randomUUID();
        var receipt = receiptOf(id, openLink());
        var poison = UUID.randomUUID();

        publish(new CaseOpened(poison, Side.CUSTOMER, "power", Severity.LOW, MORNING, MORNING, new Echo(id, -1)));
        publish(opened(UUID.randomUUID(), id));

        eventually(receipt, "RECEIVED");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(count("SELECT count(*) FROM dead_letter WHERE key = '" + poison + "'"))
                        .isEqualTo(1));
        echo(receipt).body("cases", hasSize(1));
    }

    @Test
    void of_a_case_from_an_anonymous_response_nothing_but_the_day_is_kept() throws Exception {
        var receipt = receiptOf(UUID.randomUUID(), openLink(", \"anonymous\": true"));
        var stored = UUID.fromString(keptId(receipt));

        publish(opened(UUID.randomUUID(), stored));

        eventually(receipt, "RECEIVED");
        echo(receipt).body("cases[0].since", equalTo(THAT_DAY));
        assertThat(count("SELECT count(*) FROM case_step c WHERE to_jsonb(c)::text LIKE '%:17:%'"))
                .isZero();
    }

    @Test
    void a_case_goes_on_after_the_answers_were_taken_back_and_others_hear_nothing_of_it() throws Exception {
        var id = UUID.randomUUID();
        var receipt = receiptOf(id, openLink());
        var stranger = receiptOf(UUID.randomUUID(), openLink());
        var caseId = UUID.randomUUID();
        publish(opened(caseId, id));
        eventually(receipt, "RECEIVED");

        given().post("/api/survey/v1/receipts/" + receipt + "/withdrawal")
                .then()
                .statusCode(200)
                .body("cases", not(empty()));
        publish(new CaseStarted(caseId, Side.CUSTOMER, "power", "MKT", false, MORNING, MORNING, new Echo(id, 3)));

        eventually(receipt, "IN_PROGRESS");
        echo(stranger).body("cases", empty());
    }

    @Test
    void whoever_spoke_of_a_matter_somebody_else_had_spoken_of_hears_what_becomes_of_that() throws Exception {
        var id = UUID.randomUUID();
        var receipt = receiptOf(id, openLink());
        var caseId = UUID.randomUUID();
        publish(opened(caseId, id));
        publish(new CaseMerged(
                caseId,
                Side.CUSTOMER,
                "power",
                UUID.randomUUID(),
                "MKT",
                false,
                null,
                Stage.IN_PROGRESS,
                MORNING,
                MORNING,
                new Echo(id, 2)));
        publish(new CaseFollowed(caseId, Side.CUSTOMER, "power", Stage.RESOLVED, MORNING, MORNING, new Echo(id, 3)));

        eventually(receipt, "RESOLVED");

        echo(receipt)
                .body("cases", hasSize(1))
                .body("cases[0].steps.state", contains("RECEIVED", "IN_PROGRESS", "RESOLVED"));
    }

    @Test
    void whoever_holds_the_receipt_of_a_case_at_work_is_made_known_by_its_hash_and_the_receipt_itself_by_nothing()
            throws Exception {
        var id = UUID.randomUUID();
        var receipt = receiptOf(id, openLink());
        var caseId = UUID.randomUUID();
        var hash = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(receipt.getBytes(StandardCharsets.US_ASCII)));

        for (var event : wholeLife(caseId, id)) {
            publish(event);
        }

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(SurveyEvents.of("survey.receipt-asked.v1", caseId.toString()))
                        .hasSize(4)
                        .allMatch(event -> SurveyEvents.data(event).contains(hash)));
        assertThat(SurveyEvents.all())
                .noneMatch(event -> SurveyEvents.data(event).contains(receipt));
    }

    @Test
    void nobody_is_made_known_before_somebody_has_begun_and_may_ask() throws Exception {
        var id = UUID.randomUUID();
        var receipt = receiptOf(id, openLink());
        var caseId = UUID.randomUUID();

        for (var event : wholeLife(caseId, id).subList(0, 2)) {
            publish(event);
        }

        eventually(receipt, "RECEIVED");
        assertThat(count("SELECT count(*) FROM outbox WHERE key = '" + caseId + "'"))
                .isZero();
        assertThat(SurveyEvents.of("survey.receipt-asked.v1", caseId.toString()))
                .isEmpty();
    }

    private static List<FeedbackEvent> wholeLife(UUID id, UUID responseId) {
        var side = Side.CUSTOMER;
        var later = MORNING.plus(Duration.ofDays(1));
        return List.of(
                opened(id, responseId),
                new CaseAssigned(id, side, "power", "MKT", null, MORNING, MORNING, new Echo(responseId, 2)),
                new CaseStarted(id, side, "power", "MKT", false, MORNING, MORNING, new Echo(responseId, 3)),
                new CaseResolved(id, side, "power", "MKT", MORNING, MORNING, new Echo(responseId, 4)),
                new CaseDisputed(id, side, "power", "MKT", MORNING, later, new Echo(responseId, 6)),
                new CaseStarted(id, side, "power", "MKT", true, MORNING, later, new Echo(responseId, 7)),
                new CaseResolved(id, side, "power", "MKT", MORNING, later, new Echo(responseId, 8)),
                new CaseConfirmed(id, side, "power", "MKT", 5, MORNING, later, new Echo(responseId, 10)),
                new CaseClosed(id, side, "power", "MKT", null, MORNING, later, new Echo(responseId, 11)));
    }

    private static CaseOpened opened(UUID id, UUID responseId) {
        return new CaseOpened(id, Side.CUSTOMER, "power", Severity.NORMAL, MORNING, MORNING, new Echo(responseId, 1));
    }

    private static String receiptOf(UUID id, String link) {
        return post(submission(id, link, "{\"overall\": 2}"))
                .then()
                .statusCode(201)
                .extract()
                .path("receipt");
    }

    private static String keptId(String receipt) {
        var bytes = Base64.getUrlDecoder().decode(receipt);
        var id = ByteBuffer.wrap(bytes);
        return new UUID(id.getLong(), id.getLong()).toString();
    }

    private static ValidatableResponse echo(String receipt) {
        return given().get("/api/survey/v1/receipts/" + receipt).then().statusCode(200);
    }

    private static void eventually(String receipt, String state) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> echo(receipt).body("cases[0].state", equalTo(state)));
    }
}
