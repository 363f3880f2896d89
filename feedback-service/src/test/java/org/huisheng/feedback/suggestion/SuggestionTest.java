package org.huisheng.feedback.suggestion;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.huisheng.kit.testing.TestTokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SuggestionTest extends BoxTest {

    @Test
    void a_suggestion_becomes_a_case_when_the_day_is_over_and_is_answered() {
        var code = putIn("食堂晚班没有热菜");
        dialogue(code)
                .then()
                .statusCode(200)
                .body("text", equalTo("食堂晚班没有热菜"))
                .body("stage", nullValue())
                .body("lines", hasSize(0));
        message(code, "周末也一样").then().statusCode(200).body("waiting.text", contains("周末也一样"));
        assertThat(caseOf(code)).isNull();

        the_day_ends();

        var id = caseOf(code);
        as(office())
                .get(CASES + "/" + id)
                .then()
                .body("side", equalTo("EMPLOYEE"))
                .body("category", equalTo("employee-suggestion"))
                .body("title", startsWith("员工匿名建议 "))
                .body("description", equalTo("食堂晚班没有热菜"))
                .body("source.type", equalTo("Suggestion"))
                .body("openedBy", equalTo("suggestion-box"))
                .body("stakeholder", nullValue())
                .body("timeline.publicNote", hasItem("周末也一样"));
        step(office(), id, "assignment", Map.of("department", "DIST")).then().statusCode(200);
        step(liaison("DIST"), id, "start", Map.of()).then().statusCode(200);
        step(liaison("DIST"), id, "notes", Map.of("publicNote", "几点到几点？", "note", "像是三班的"))
                .then()
                .statusCode(200);
        dialogue(code)
                .then()
                .body("stage", equalTo("IN_PROGRESS"))
                .body("departmentName", equalTo("配电运检室"))
                .body("waiting", hasSize(0))
                .body("lines.step", contains("OPENED", "NOTED", "STARTED", "NOTED"))
                .body("lines.by", contains("YOU", "YOU", "THEM", "THEM"))
                .body("lines.note", hasItems("周末也一样", "几点到几点？"))
                .body("lines.note", not(hasItem("像是三班的")));
    }

    @Test
    void a_word_of_the_suggester_is_what_a_department_waited_for() {
        var code = putIn("浴室水温不稳");
        the_day_ends();
        var id = caseOf(code);
        step(office(), id, "assignment", Map.of("department", "DIST")).then().statusCode(200);
        step(liaison("DIST"), id, "start", Map.of()).then().statusCode(200);
        step(liaison("DIST"), id, "waiting", Map.of("reason", "不知道哪一栋", "publicNote", "请问是哪一栋？"))
                .then()
                .statusCode(200);
        dialogue(code)
                .then()
                .body("lines[-1].step", equalTo("WAITING"))
                .body("lines[-1].by", equalTo("THEM"))
                .body("lines[-1].note", equalTo("请问是哪一栋？"));

        message(code, "二号楼").then().statusCode(200);
        the_day_ends();

        as(office()).get(CASES + "/" + id).then().body("status", equalTo("IN_PROGRESS"));
        dialogue(code).then().body("lines[-1].by", equalTo("YOU")).body("lines[-1].note", equalTo("二号楼"));
    }

    @Test
    void the_suggester_disputes_and_then_confirms_with_the_code() {
        var code = putIn("更衣室灯坏了");
        the_day_ends();
        var id = resolvedOf(code, "DIST");
        dialogue(code)
                .then()
                .body("stage", equalTo("RESOLVED"))
                .body("question.attempt", equalTo(1))
                .body("question.actionTaken", equalTo("更换接头"));

        dispute(code, 1, "还是不亮").then().statusCode(200).body("question", nullValue());
        dispute(code, 1, "还是不亮").then().statusCode(200).body("waiting", hasSize(1));
        confirm(code, 1, 5).then().statusCode(409);
        the_day_ends();

        as(office()).get(CASES + "/" + id).then().body("status", equalTo("DISPUTED"));
        step(liaison("DIST"), id, "start", Map.of()).then().statusCode(200);
        resolve("DIST", id).then().statusCode(200);
        confirm(code, 1, 5).then().statusCode(409);
        confirm(code, 2, 4).then().statusCode(200);
        the_day_ends();
        as(office())
                .get(CASES + "/" + id)
                .then()
                .body("status", equalTo("CONFIRMED"))
                .body("ending", equalTo("CONFIRMED"))
                .body("rating", equalTo(4));
        dialogue(code).then().body("stage", equalTo("CONFIRMED")).body("lines.rating", hasItem(4));
    }

    @Test
    void what_the_office_does_in_the_suggester_s_stead_is_refused() {
        var code = putIn("希望公开值班表");
        the_day_ends();
        var id = resolvedOf(code, "MKT");

        for (var attempt : List.of(
                Map.entry("confirmation", Map.<String, Object>of("rating", 5)),
                Map.entry("dispute", Map.<String, Object>of("reason", "x")),
                Map.entry("confirmation-requests", Map.<String, Object>of()),
                Map.entry("contact-attempts", Map.<String, Object>of("channel", "PHONE", "outcome", "NO_ANSWER")))) {
            step(office(), id, attempt.getKey(), attempt.getValue())
                    .then()
                    .statusCode(409)
                    .body("type", equalTo("urn:huisheng:problem:nobody-to-ask"));
        }
        var disguised = new HashMap<>(complaint());
        disguised.put("source", Map.of("type", "Suggestion"));
        as(office())
                .body(disguised)
                .post(CASES)
                .then()
                .statusCode(422)
                .body("violations.code", hasItem("reserved-source"));
    }

    @Test
    void a_word_that_comes_too_late_is_shown_to_nobody_else() {
        var code = putIn("想要自行车棚");
        the_day_ends();
        var id = resolvedOf(code, "DIST");
        confirm(code, 1, 5).then().statusCode(200);
        message(code, "谢谢").then().statusCode(200);
        // Two of the office settle it on the same day.
        String number =
                String.valueOf((Integer) step(office(), id, "overrides", Map.of("outcome", "CLOSED", "reason", "x"))
                        .path("number"));
        step(TestTokens.bearer("second", null, "OFFICE"), id, "overrides/" + number + "/approval", Map.of())
                .then()
                .statusCode(200);

        the_day_ends();

        as(office())
                .get(CASES + "/" + id)
                .then()
                .body("ending", equalTo("OVERRIDDEN"))
                .body("timeline.publicNote", not(hasItem("谢谢")));
        dialogue(code)
                .then()
                .body("open", equalTo(false))
                .body("waiting.tooLate", contains(true, true))
                .body("waiting.text", contains(nullValue(), nullValue()));
        message(code, "还在吗").then().statusCode(409).body("type", equalTo("urn:huisheng:problem:case-closed"));
    }

    @Test
    void the_same_again_gets_the_same_code_and_other_words_under_the_id_are_a_conflict() {
        var wish = wish("建议一");
        var first = put(wish).then().statusCode(201).extract().<String>path("code");

        var again = put(wish).then().statusCode(200).extract().<String>path("code");
        wish.put("text", "建议二");
        put(wish).then().statusCode(409).body("detail", not(startsWith(first)));

        assertThat(again).isEqualTo(first).matches("(?:[0-9A-HJKMNP-TV-Z]{4}-){5}[0-9A-HJKMNP-TV-Z]{4}");
        dialogue(first.toLowerCase(Locale.ROOT).replace("-", " ").replace('0', 'o'))
                .then()
                .statusCode(200);
    }

    @Test
    void twenty_retries_at_once_put_one_suggestion_in_and_all_get_its_code() throws Exception {
        var wish = wish("同时提交");

        var answers = together(Collections.<Callable<Response>>nCopies(20, () -> put(wish)));

        assertThat(answers).filteredOn(answer -> answer.statusCode() == 201).hasSize(1);
        assertThat(answers).extracting(answer -> answer.<String>path("code")).containsOnly((String)
                answers.getFirst().path("code"));
        assertThat(count("SELECT count(*) FROM suggestion WHERE text = '同时提交'")).isEqualTo(1);
    }

    @Test
    void twenty_who_empty_the_box_at_once_open_each_case_once_and_say_each_word_once() throws Exception {
        var codes = IntStream.range(0, 30)
                .mapToObj(each -> putIn("同一天第 " + each + " 条"))
                .toList();
        codes.forEach(code -> message(code, "补充").then().statusCode(200));
        execute("UPDATE suggestion SET since = since - interval '1 day' WHERE case_id IS NULL");
        execute("UPDATE suggestion_word SET since = since - interval '1 day' WHERE fate = 'GATHERED'");
        var now = Instant.now();

        together(Collections.<Callable<Boolean>>nCopies(20, () -> {
            emptyBox.empty(now);
            return true;
        }));
        emptyBox.empty(now);

        var cases = codes.stream().map(this::caseOf).toList();
        var within = "('" + String.join("','", cases) + "')";
        assertThat(cases).doesNotContainNull().doesNotHaveDuplicates();
        assertThat(count("SELECT count(*) FROM timeline_entry WHERE step IN ('OPENED', 'NOTED') AND case_id IN "
                        + within))
                .isEqualTo(60);
        assertThat(count("SELECT count(DISTINCT opened_at) FROM feedback_case WHERE id IN " + within))
                .isEqualTo(1);
        assertThat(cases).extracting(id -> UUID.fromString(id).version()).containsOnly(4);
        // In the order in which they were put in they would come one time in 30!.
        assertThat(codes.stream().sorted(Comparator.comparing(this::caseOf)).toList())
                .isNotEqualTo(codes);
    }

    @Test
    void of_the_time_only_the_day_is_kept_and_of_the_client_s_ids_nothing() {
        var wish = wish("只记日期");
        var code = put(wish).then().statusCode(201).extract().<String>path("code");
        var id = UUID.randomUUID().toString();
        with(code)
                .body(Map.of("id", id, "text", "再说一句"))
                .post(BOX + "/dialogue/messages")
                .then()
                .statusCode(200);

        var dump = text("SELECT string_agg(s::text, ' ') || (SELECT string_agg(w::text, ' ') FROM suggestion_word w)"
                + " FROM suggestion s");

        assertThat(dump).contains("只记日期").doesNotContain((String) wish.get("id"), id, code, code.replace("-", ""));
        for (var table : List.of("suggestion", "suggestion_word")) {
            assertThat(count("SELECT count(*) FROM " + table
                            + " WHERE (since AT TIME ZONE 'Asia/Shanghai')::time <> '00:00'"))
                    .isZero();
        }
        the_day_ends();
        assertThat(count("SELECT count(*) FROM feedback_case WHERE id = '" + caseOf(code)
                        + "' AND (received_at AT TIME ZONE 'Asia/Shanghai')::time = '00:00'"))
                .isEqualTo(1);
        assertThat(text("SELECT string_agg(s::text, ' ') FROM suggestion s")).doesNotContain("只记日期");
    }

    @Test
    void a_message_sent_again_is_one_message_before_and_after_it_was_passed_on() {
        var code = putIn("重复留言");
        var said = Map.of("id", UUID.randomUUID().toString(), "text", "一次就够");
        for (var i = 0; i < 2; i++) {
            with(code).body(said).post(BOX + "/dialogue/messages").then().statusCode(200);
        }
        the_day_ends();
        with(code)
                .body(said)
                .post(BOX + "/dialogue/messages")
                .then()
                .statusCode(200)
                .body("waiting", hasSize(0));

        assertThat(count("SELECT count(*) FROM timeline_entry WHERE public_note = '一次就够'"))
                .isEqualTo(1);
        with(code)
                .body(Map.of("id", said.get("id"), "text", "别的"))
                .post(BOX + "/dialogue/messages")
                .then()
                .statusCode(409);
    }

    @Test
    void the_clocks_of_a_suggestion_begin_when_its_day_is_over() {
        var code = putIn("时限从见到时起算");
        the_day_ends();

        assertThat(count("SELECT count(*) FROM feedback_case WHERE id = '" + caseOf(code)
                        + "' AND opened_at - received_at > interval '1 minute'"))
                .isEqualTo(1);
        var matter = as(office()).get(CASES + "/" + caseOf(code)).then().extract();
        assertThat(matter.jsonPath().getList("clocks.startedAt"))
                .isNotEmpty()
                .containsOnly(Instant.parse(matter.path("receivedAt"))
                        .plus(Duration.ofDays(1))
                        .toString());
    }

    @Test
    void a_suggester_adds_only_so_much() {
        var code = putIn("很多话");
        execute("UPDATE suggestion SET words = 100 WHERE code_hash = '"
                + ReceiptCode.read(code).hash() + "'");

        message(code, "第 101 句").then().statusCode(409).body("type", equalTo("urn:huisheng:problem:too-many-words"));
        dialogue(code).then().body("open", equalTo(false)).body("wordsLeft", equalTo(0));
    }

    @Test
    void a_long_dialogue_comes_in_pages() {
        var code = putIn("很长的对话");
        the_day_ends();
        var id = caseOf(code);
        for (var i = 0; i < 105; i++) {
            step(office(), id, "notes", Map.of("publicNote", "第 " + i + " 句"))
                    .then()
                    .statusCode(200);
        }

        var first = dialogue(code).then().statusCode(200).extract();
        var next = with(code)
                .get(BOX + "/dialogue?cursor=" + first.path("next"))
                .then()
                .extract();

        assertThat(first.jsonPath().getList("lines")).hasSize(100);
        assertThat(next.jsonPath().getList("lines.note")).hasSize(6).endsWith("第 104 句");
        assertThat(next.<String>path("next")).isNull();
    }

    @Test
    void whoever_writes_chooses_what_it_is_about_and_its_clocks_are_those_of_the_category() {
        given().get(BOX + "/categories")
                .then()
                .statusCode(200)
                .body("items[0].code", equalTo("employee-suggestion"))
                .body("items.find { it.code == 'employee-suggestion.safety' }.name", equalTo("安全生产"))
                .body("items.find { it.code == 'employee-suggestion.safety' }.nameEn", equalTo("Safety at work"))
                .body("items.code", not(hasItem("safety")))
                .body("items[0].keySet()", equalTo(Set.of("code", "name", "nameEn")));
        var hazard = wish("扶梯护栏松动");
        hazard.put("category", "employee-suggestion.safety");
        String code = put(hazard).then().statusCode(201).extract().path("code");
        var other = putIn("茶水间再放一台冰箱");

        the_day_ends();

        as(office())
                .get(CASES + "/" + caseOf(code))
                .then()
                .body("category", equalTo("employee-suggestion.safety"))
                .body("severity", equalTo("HIGH"));
        as(office()).get(CASES + "/" + caseOf(other)).then().body("severity", equalTo("NORMAL"));
        assertThat(promised(caseOf(code))).isLessThan(promised(caseOf(other)));
    }

    private long promised(String id) {
        return count("SELECT minutes FROM case_clock WHERE kind = 'RESOLUTION' AND case_id = '" + id + "'");
    }

    @Test
    void what_the_office_no_longer_offers_cannot_be_chosen_but_a_repeat_is_told_its_code() {
        var path = "/api/feedback/v1/categories/employee-suggestion.canteen";
        keep(path, true);
        var wish = wish("食堂排队太久");
        wish.put("category", "employee-suggestion.canteen");
        String code = put(wish).then().statusCode(201).extract().path("code");

        keep(path, false);

        given().get(BOX + "/categories").then().body("items.code", not(hasItem("employee-suggestion.canteen")));
        put(wish).then().statusCode(200).body("code", equalTo(code));
        var late = wish("又是食堂");
        late.put("category", "employee-suggestion.canteen");
        put(late).then().statusCode(422).body("violations.code", contains("unknown-category"));
        var foreign = wish("电费");
        foreign.put("category", "billing");
        put(foreign).then().statusCode(422).body("violations.code", contains("unknown-category"));
    }

    private static void keep(String category, boolean active) {
        as(office())
                .body(Map.of("name", "食堂", "nameEn", "Canteen", "severity", "LOW", "active", active))
                .put(category)
                .then()
                .statusCode(active ? 201 : 200);
    }

    @Test
    void what_is_wrong_is_named_and_a_code_that_never_was_finds_nothing() {
        given().contentType(ContentType.JSON)
                .body(Map.of("text", " ", "locale", "fr", "category", "no-such-category"))
                .post(BOX)
                .then()
                .statusCode(422)
                .body("violations.path", hasItems("/id", "/text", "/locale"));
        var unlisted = wish("x");
        unlisted.put("category", "made-up");
        put(unlisted).then().statusCode(422).body("violations.code", contains("unknown-category"));
        with(putIn("扫码再来")).get(BOX + "/dialogue/qr.svg").then().statusCode(200).contentType("image/svg+xml");
        with("0000-0000").get(BOX + "/dialogue/qr.svg").then().statusCode(404);
        dialogue("0000-0000-0000-0000-0000-0000").then().statusCode(404);
        given().get(BOX + "/dialogue").then().statusCode(400);
        var code = putIn("还没人看到");
        confirm(code, 1, 5).then().statusCode(409).body("type", equalTo("urn:huisheng:problem:nothing-to-confirm"));
        given().header("Receipt-Code", code)
                .header("Accept-Language", "en")
                .get(BOX + "/dialogue")
                .then()
                .header("Cache-Control", matchesPattern("no-store"));
    }

    private static <T> List<T> together(List<? extends Callable<T>> calls) throws Exception {
        try (var threads = Executors.newFixedThreadPool(20)) {
            var results = new ArrayList<T>();
            for (var result : threads.invokeAll(calls)) {
                results.add(result.get());
            }
            return results;
        }
    }
}
