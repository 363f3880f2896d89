package org.huisheng.feedback.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.huisheng.events.KpiEvent.DepartmentChanged;
import org.huisheng.feedback.HttpTest;
import org.huisheng.feedback.casework.Act;
import org.huisheng.feedback.casework.CaseJournal;
import org.huisheng.feedback.casework.Cases;
import org.huisheng.feedback.casework.Noting;
import org.huisheng.feedback.delivery.Roads;
import org.huisheng.feedback.notice.TellStaff;
import org.huisheng.localstack.testing.RealS3;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Over a gateway that does not take the first try of anything. The tick is told the time. */
@QuarkusTest
@WithTestResource(Roads.class)
@WithTestResource(RealS3.class)
class TellingStaffTest extends HttpTest {

    private static final String RECIPIENTS = "/api/feedback/v1/recipients";
    private static final String NOTICES = "/api/feedback/v1/notices";
    private static final Duration WEEKS = Duration.ofDays(60);
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Of this test only, so that no other's cases are told of. */
    private static final String DEPARTMENT = "TELL";

    Supplier<List<List<String>>> arrived;

    @Inject
    ClockTick tick;

    @Inject
    Escalate escalate;

    @Inject
    TellStaff tellStaff;

    @Inject
    Cases cases;

    @Inject
    CaseJournal journal;

    private final List<String> entered = new ArrayList<>();
    private String number;

    @BeforeEach
    void know_another_department() {
        number = String.valueOf(
                10_000_000_000L + Math.floorMod(UUID.randomUUID().getMostSignificantBits(), 9_000_000_000L));
        publish(UUID.randomUUID(), new DepartmentChanged(DEPARTMENT, "通知室", "Notices", true, 1, Instant.now()));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> count("SELECT count(*) FROM department WHERE code = 'TELL'") == 1);
    }

    @AfterEach
    void forget_whom_to_tell() {
        entered.forEach(id -> as(office()).delete(RECIPIENTS + "/" + id).then().statusCode(204));
    }

    @Test
    void each_rung_is_told_once_to_whom_it_is_for_in_their_language_and_without_a_word_about_anybody() {
        tell("LIAISON", DEPARTMENT, "1", "zh-CN");
        tell("OFFICE", DEPARTMENT, "2", "zh-CN");
        tell("LEADER", DEPARTMENT, "3", "en");
        var id = assigned(DEPARTMENT);
        var later = Instant.now().plus(WEEKS);

        tick.turn(later);
        tick.turn(later);
        hurry(id);

        // First response and resolution, a rung each for the three; the liaison hears of the assignment, too.
        awaitSent(id, 7);
        assertThat(texts("1")).hasSize(3).allMatch(text -> text.contains("通知室") && text.contains(id));
        assertThat(texts("1")).filteredOn(text -> text.contains("派至通知室")).hasSize(1);
        assertThat(texts("2")).hasSize(2).allMatch(text -> text.contains("现已超期"));
        assertThat(texts("3")).hasSize(2).allMatch(text -> text.contains("(Notices)") && text.contains("is overdue"));
        assertThat(List.of(texts("1"), texts("2"), texts("3")).toString())
                .doesNotContain("电压不稳", "某企业联系人", "000-12345");
        as(office())
                .get(NOTICES + "?state=SENT&limit=200")
                .then()
                .statusCode(200)
                .body("items.findAll { it.subject == '" + id + "' }.tries", everyItem(equalTo(2)))
                .body("items.occasion", hasItem("ASSIGNMENT"));
    }

    @Test
    void who_is_told_for_one_department_and_for_all_is_told_once() {
        tell("LEADER", DEPARTMENT, "4", "zh-CN");
        tell("LEADER", null, "4", "zh-CN");
        var id = assigned(DEPARTMENT);

        tick.turn(Instant.now().plus(WEEKS));
        hurry(id);

        awaitSent(id, 2);
        assertThat(texts("4")).filteredOn(text -> text.contains(id)).hasSize(2);
    }

    @Test
    void what_a_department_has_nobody_to_hear_the_office_hears_but_not_what_it_has_just_given_away() {
        tell("OFFICE", DEPARTMENT, "5", "zh-CN");
        var id = assigned(DEPARTMENT);

        tick.turn(Instant.now().plus(WEEKS));
        hurry(id);

        awaitSent(id, 4);
        assertThat(texts("5")).hasSize(4).noneMatch(text -> text.contains("派至"));
    }

    @Test
    void a_tick_that_dies_in_the_middle_has_told_nobody_and_the_next_tells_all() {
        tell("LEADER", DEPARTMENT, "6", "zh-CN");
        var id = assigned(DEPARTMENT);
        var later = Instant.now().plus(WEEKS);

        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    assertThat(escalate.escalate(UUID.fromString(id), later)).isEqualTo(6);
                    throw new IllegalStateException("the machine dies");
                }))
                .hasMessage("the machine dies");
        assertThat(count("SELECT count(*) FROM notice WHERE subject = '" + id + "'"))
                .isZero();

        var instances = IntStream.range(0, 4)
                .mapToObj(_ -> CompletableFuture.runAsync(() -> tick.turn(later)))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(instances).join();
        tick.turn(later);
        hurry(id);

        awaitSent(id, 2);
        assertThat(texts("6")).hasSize(2);
    }

    @Test
    void what_is_done_by_the_time_the_road_is_mended_is_told_to_nobody() {
        tell("LEADER", DEPARTMENT, "7", "zh-CN");
        var id = assigned(DEPARTMENT);
        tick.turn(Instant.now().plus(WEEKS));
        step(liaison(DEPARTMENT), id, "start", Map.of()).then().statusCode(200);

        hurry(id);

        awaitSent(id, 1);
        assertThat(texts("7"))
                .singleElement()
                .satisfies(text -> assertThat(text).contains("办结"));
        assertThat(count("SELECT count(*) FROM notice WHERE state = 'DROPPED' AND occasion = 'FIRST_RESPONSE'"
                        + " AND subject = '" + id + "'"))
                .isEqualTo(1);
    }

    @Test
    void a_recipient_who_was_removed_is_told_nothing_more() {
        tell("LEADER", DEPARTMENT, "8", "zh-CN");
        var id = assigned(DEPARTMENT);
        QuarkusTransaction.requiringNew().run(() -> {
            escalate.escalate(UUID.fromString(id), Instant.now().plus(WEEKS));
            execute("DELETE FROM recipient WHERE address = '" + number + "8'");
        });
        entered.clear();
        hurry(id);

        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        count("SELECT count(*) FROM notice WHERE state = 'DROPPED' AND subject = '" + id + "'") == 2);
        assertThat(texts("8")).isEmpty();
    }

    @Test
    void a_department_is_told_of_supervision_until_its_task_is_done() {
        String comment = as(office())
                .body(Map.of(
                        "kind", "COMMENT",
                        "level", "CITY",
                        "sourceDocument", "市府办〔2026〕77号",
                        "verbatim", "请研究。",
                        "receivedAt", "2026-04-18T10:00:00+08:00",
                        "deadline", "2098-05-08T17:30:00+08:00",
                        "leadDepartment", DEPARTMENT,
                        "opensCase", false))
                .post("/api/feedback/v1/comments")
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        tell("LIAISON", DEPARTMENT, "9", "zh-CN");
        remind(comment);
        awaitSent(comment, 1);

        assertThat(texts("9"))
                .singleElement()
                .satisfies(text -> assertThat(text)
                        .contains("办公室督办", "2098-05-08 17:30", "/console/government/" + comment)
                        .doesNotContain("请研究", "77号"));
        as(liaison(DEPARTMENT))
                .body(Map.of("result", "已办"))
                .post("/api/feedback/v1/comments/" + comment + "/tasks/TELL/completion")
                .then()
                .statusCode(200);
        remind(comment);
        assertThat(count("SELECT count(*) FROM notice WHERE subject = '" + comment + "'"))
                .isEqualTo(1);
    }

    @Test
    void a_department_hears_of_its_part_in_an_answer_and_when_another_one_leads() {
        tell("LIAISON", DEPARTMENT, "6", "zh-CN");
        tell("LIAISON", "DIST", "7", "en");
        String comment = as(office())
                .body(Map.of(
                        "kind", "COMMENT",
                        "level", "CITY",
                        "sourceDocument", "市府办〔2026〕78号",
                        "verbatim", "请研究。",
                        "receivedAt", "2026-04-18T10:00:00+08:00",
                        "deadline", "2098-05-08T17:30:00+08:00",
                        "leadDepartment", DEPARTMENT,
                        "coLeadDepartments", List.of("DIST")))
                .post("/api/feedback/v1/comments")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        awaitSent(comment, 1);
        assertThat(texts("7"))
                .singleElement()
                .satisfies(text -> assertThat(text)
                        .contains("was given to Distribution", "2098-05-08 17:30")
                        .doesNotContain("请研究", "78号"));

        as(office())
                .body(Map.of("department", "DIST", "reason", "属配电业务"))
                .post("/api/feedback/v1/comments/" + comment + "/lead")
                .then()
                .statusCode(200);

        awaitSent(comment, 3);
        assertThat(texts("7"))
                .anySatisfy(text -> assertThat(text)
                        .contains("is to answer a comment", "2098-05-08 17:30")
                        .doesNotContain("配电业务"));
        assertThat(texts("6")).anySatisfy(text -> assertThat(text).contains("不再主办"));
    }

    @Test
    void a_department_hears_that_its_stakeholder_disagrees_and_so_does_the_one_that_began_first() {
        var id = assigned("DIST");
        step(liaison("DIST"), id, "start", Map.of()).then().statusCode(200);
        step(liaison("DIST"), id, "transfer", Map.of("department", DEPARTMENT, "reason", "归口"))
                .then()
                .statusCode(200);
        step(liaison(DEPARTMENT), id, "start", Map.of()).then().statusCode(200);
        resolve(DEPARTMENT, id).then().statusCode(200);
        tell("LIAISON", DEPARTMENT, "1", "zh-CN");
        tell("LIAISON", "DIST", "2", "en");

        step(office(), id, "dispute", Map.of("reason", "还是闪")).then().statusCode(200);

        awaitSent(id, 2);
        assertThat(texts("1"))
                .singleElement()
                .satisfies(text -> assertThat(text)
                        .contains("没有解决", "/console/cases/" + id)
                        .doesNotContain("还是闪", "电压"));
        assertThat(texts("2"))
                .singleElement()
                .satisfies(text -> assertThat(text).contains("not settled"));
    }

    @Test
    void who_is_asked_to_contribute_is_told_until_it_has_begun() {
        tell("LIAISON", DEPARTMENT, "3", "zh-CN");
        var id = assigned("DIST");
        task(id);
        awaitSent(id, 1);
        assertThat(texts("3"))
                .singleElement()
                .satisfies(text -> assertThat(text).contains("协办", "未定").doesNotContain("查负荷"));

        QuarkusTransaction.requiringNew()
                .run(() -> tellStaff.taskGiven(
                        UUID.fromString(id), DEPARTMENT, null, Instant.now().plus(WEEKS)));
        as(liaison(DEPARTMENT))
                .body(Map.of())
                .post(CASES + "/" + id + "/tasks/1/start")
                .then()
                .statusCode(200);
        assertThat(count("SELECT count(*) FROM notice WHERE state = 'DROPPED' AND subject = '" + id + "'"))
                .isEqualTo(1);
    }

    private static void task(String id) {
        as(office())
                .body(Map.of("department", DEPARTMENT, "what", "查负荷"))
                .post(CASES + "/" + id + "/tasks")
                .then()
                .statusCode(201);
    }

    @Test
    void a_department_hears_that_its_waiting_is_over() {
        var id = assigned(DEPARTMENT);
        step(liaison(DEPARTMENT), id, "start", Map.of()).then().statusCode(200);
        String until = step(liaison(DEPARTMENT), id, "waiting", Map.of("reason", "等用户"))
                .then()
                .statusCode(200)
                .extract()
                .path("clocks[1].waitsUntil");
        tell("LIAISON", DEPARTMENT, "0", "zh-CN");

        tick.turn(Instant.parse(until).plusSeconds(60));
        hurry(id);

        awaitSent(id, 1);
        assertThat(texts("0"))
                .singleElement()
                .satisfies(text -> assertThat(text).contains("恢复计时"));
    }

    @Test
    void a_department_hears_that_its_stakeholder_has_answered_and_not_what() {
        var id = assigned(DEPARTMENT);
        step(liaison(DEPARTMENT), id, "start", Map.of()).then().statusCode(200);
        step(liaison(DEPARTMENT), id, "waiting", Map.of("reason", "等用户", "publicNote", "是哪一户？"))
                .then()
                .statusCode(200);
        tell("LIAISON", DEPARTMENT, "5", "zh-CN");

        QuarkusTransaction.requiringNew()
                .run(() -> journal.record(Noting.hear(
                        cases.require(UUID.fromString(id)), new Act(Act.STAKEHOLDER, Instant.now(), null, "三单元"))));

        awaitSent(id, 1);
        assertThat(texts("5"))
                .singleElement()
                .satisfies(text -> assertThat(text)
                        .contains("新的答复", "通知室", "/console/cases/" + id)
                        .doesNotContain("三单元", "哪一户", "电压"));
    }

    private static void remind(String comment) {
        as(office())
                .body(Map.of())
                .post("/api/feedback/v1/comments/" + comment + "/reminders")
                .then()
                .statusCode(200);
    }

    private void tell(String audience, String department, String last, String locale) {
        var who = new HashMap<String, Object>();
        who.put("audience", audience);
        who.put("department", department);
        who.put("channel", "SMS");
        who.put("address", number + last);
        who.put("locale", locale);
        entered.add(as(office())
                .body(who)
                .post(RECIPIENTS)
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
    }

    /** What the tick was told lies in the future, and so does what it has to tell. */
    private void hurry(String subject) {
        execute("UPDATE notice SET next_attempt_at = now() WHERE state = 'PENDING' AND subject = '" + subject + "'");
    }

    private void awaitSent(String subject, int expected) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> count("SELECT count(*) FROM notice WHERE state = 'SENT' AND subject = '" + subject + "'")
                        == expected);
    }

    /** What the gateway took for a number, each letter once however often it was tried. */
    private List<String> texts(String last) {
        return arrived.get().getLast().stream()
                .map(posted -> posted.substring(posted.indexOf('{')))
                .map(TellingStaffTest::payload)
                .filter(letter -> (number + last).equals(letter.get("to")))
                .collect(Collectors.toMap(
                        letter -> letter.get("id"), letter -> (String) letter.get("text"), (first, _) -> first))
                .values()
                .stream()
                .toList();
    }

    private static Map<?, ?> payload(String json) {
        try {
            return JSON.readValue(json, Map.class);
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private void execute(String sql) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
