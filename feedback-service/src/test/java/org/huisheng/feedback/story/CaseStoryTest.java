package org.huisheng.feedback.story;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huisheng.feedback.EventsOf;
import org.huisheng.feedback.HttpTest;
import org.huisheng.feedback.calendar.BusinessCalendar;
import org.huisheng.feedback.project.ProjectFixture;
import org.huisheng.kit.testing.TestTokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CaseStoryTest extends HttpTest {

    private static final String STORIES = "/api/feedback/v1/stories";
    private static final String PUBLISHED = "/api/feedback/v1/published-stories";
    private static final String MONTHS = "/api/feedback/v1/story-months";

    private static String leader() {
        return TestTokens.bearer("boss", null, "LEADER");
    }

    private static Map<String, Object> telling() {
        return telling(ProjectFixture.evaluated());
    }

    private static Map<String, Object> telling(String project) {
        var telling = new HashMap<String, Object>();
        telling.put("id", UUID.randomUUID().toString());
        telling.put("department", "DIST");
        telling.put("title", "让黑楼道持续亮起来");
        telling.put("summary", "多方共治，旧小区的楼道重新有了灯光。");
        telling.put("body", "## 背景\n\n楼道灯长久失修。\n\n- 社区排查\n- 供电企业维修");
        telling.put("projects", List.of(project));
        return telling;
    }

    private static String written(Map<String, Object> telling) {
        return as(liaison("DIST"))
                .body(telling)
                .post(STORIES)
                .then()
                .statusCode(201)
                .extract()
                .path("story.id");
    }

    private static Response step(String bearer, String id, String step) {
        return as(bearer).post(STORIES + "/" + id + "/" + step);
    }

    private static Response because(String bearer, String id, String step) {
        return as(bearer).body(Map.of("reason", "请补充图片说明")).post(STORIES + "/" + id + "/" + step);
    }

    /** @return where everybody finds it */
    private static String published(String id) {
        step(liaison("DIST"), id, "submission").then().statusCode(200);
        return step(leader(), id, "publication")
                .then()
                .statusCode(200)
                .extract()
                .path("story.slug");
    }

    private static String picture(String id) throws Exception {
        return given().header("Authorization", liaison("DIST"))
                .multiPart("file", "亮灯.png", PlainPictureTest.painted("png"), "image/png")
                .post(STORIES + "/" + id + "/pictures")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String closedCase() {
        var id = resolved("DIST");
        step(office(), id, "confirmation", Map.of("rating", 5)).then().statusCode(200);
        step(office(), id, "closure", Map.of()).then().statusCode(200);
        return id;
    }

    @Test
    void a_story_is_written_given_back_read_published_and_taken_back() {
        var id = written(telling());
        step(liaison("DIST"), id, "submission").then().statusCode(200).body("story.status", equalTo("SUBMITTED"));

        because(leader(), id, "return")
                .then()
                .statusCode(200)
                .body("story.status", equalTo("DRAFT"))
                .body("reason", equalTo("请补充图片说明"));
        var slug = published(id);

        given().get(PUBLISHED + "/" + slug)
                .then()
                .statusCode(200)
                .body("story.title", equalTo("让黑楼道持续亮起来"))
                .body("story.departmentName", equalTo("配电运检室"))
                .body("story.id", nullValue())
                .body("authors", nullValue())
                .body("cases", nullValue());
        because(office(), id, "withdrawal").then().statusCode(200).body("story.status", equalTo("WITHDRAWN"));
        given().get(PUBLISHED + "/" + slug).then().statusCode(404);
        step(leader(), id, "publication").then().statusCode(409);
        as(office())
                .get(STORIES + "/" + id + "/history")
                .then()
                .body(
                        "items.step",
                        contains("WITHDRAWN", "PUBLISHED", "SUBMITTED", "RETURNED", "SUBMITTED", "WRITTEN"));
        var told = EventsOf.key(kafka, id, 2);
        assertThat(told)
                .extracting(event -> event.getType())
                .containsExactly("feedback.story-published.v1", "feedback.story-withdrawn.v1");
        assertThat(JsonPath.from(EventsOf.data(told.getLast())).getString("publishedAt"))
                .isEqualTo(JsonPath.from(EventsOf.data(told.getFirst())).getString("occurredAt"));
    }

    @Test
    void nobody_publishes_or_returns_what_they_wrote() {
        var telling = telling();
        var id = written(telling);
        as(office()).body(telling).put(STORIES + "/" + id).then().statusCode(200);
        step(liaison("DIST"), id, "submission").then().statusCode(200);

        step(office(), id, "publication")
                .then()
                .statusCode(403)
                .body("type", equalTo("urn:huisheng:problem:own-story"));
        because(office(), id, "return").then().statusCode(403);

        step(leader(), id, "publication").then().statusCode(200);
        as(office()).body(telling).put(STORIES + "/" + id).then().statusCode(409);
    }

    @Test
    void of_a_case_its_category_cause_action_and_outcome_are_taken_and_nothing_of_who_said_it() {
        var caseId = closedCase();

        as(liaison("DIST"))
                .get(STORIES + "/beginning?caseId=" + caseId)
                .then()
                .statusCode(200)
                .body("body", containsString("接头老化"))
                .body("body", containsString("更换接头"))
                .body("body", containsString("满意度 5 分"))
                .body("body", not(containsString("某企业联系人")))
                .body("body", not(containsString("000-12345")))
                .body("body", not(containsString("每天下午电压偏低")));
        as(liaison("MKT")).get(STORIES + "/beginning?caseId=" + caseId).then().statusCode(403);
        as(office())
                .get(STORIES + "/beginning?caseId=" + opened())
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:huisheng:problem:story-too-early"));
        as(office()).get(STORIES + "/beginning").then().statusCode(400);
    }

    @Test
    void of_a_project_its_groups_actions_and_figures_are_taken() {
        as(office())
                .get(STORIES + "/beginning?project=" + ProjectFixture.evaluated())
                .then()
                .statusCode(200)
                .body("title", equalTo("让黑楼道持续亮起来"))
                .body("body", containsString("社区（街道）：排查黑楼道"))
                .body("body", containsString("由 3 起变为 0 起"));
    }

    @Test
    void whoever_could_be_found_by_a_story_is_found_before_it_is_kept() {
        var telling = telling();
        telling.put("cases", List.of(closedCase()));
        telling.put("summary", "某企业联系人反映电压不稳");
        telling.put("body", "请打 13800001234");

        as(office())
                .body(telling)
                .post(STORIES)
                .then()
                .statusCode(422)
                .body("violations.code", hasItems("tells-name", "tells-phone-number"))
                .body("violations.path", hasItems("/summary", "/body"));
    }

    @Test
    void a_story_is_of_something_that_is_over() {
        var early = telling();
        early.put("cases", List.of(opened()));
        var nothing = telling();
        nothing.remove("projects");

        as(office()).body(early).post(STORIES).then().statusCode(409);
        as(office())
                .body(nothing)
                .post(STORIES)
                .then()
                .statusCode(422)
                .body("violations.code", contains("story-of-nothing"));
        var half = telling();
        half.put("titleEn", "Light");
        as(office())
                .body(half)
                .post(STORIES)
                .then()
                .statusCode(422)
                .body("violations.path", contains("/summaryEn", "/bodyEn"));
    }

    @Test
    void everybody_sees_the_pictures_that_are_shown_of_published_stories_only() throws Exception {
        var telling = telling();
        var id = written(telling);
        var shown = picture(id);
        telling.put("pictures", List.of(Map.of("picture", shown, "words", "楼道里亮起的灯")));
        as(liaison("DIST")).body(telling).put(STORIES + "/" + id).then().statusCode(200);
        var hidden = given().header("Authorization", liaison("DIST"))
                .multiPart("file", "夜.jpg", PlainPictureTest.painted("jpg"), "image/jpeg")
                .post(STORIES + "/" + id + "/pictures")
                .<String>path("id");

        var slug = published(id);

        given().get(PUBLISHED + "/" + slug)
                .then()
                .body("pictures.picture", contains(shown))
                .body("story.cover.words", equalTo("楼道里亮起的灯"));
        var seen = given().get(PUBLISHED + "/" + slug + "/pictures/" + shown);
        seen.then()
                .statusCode(200)
                .contentType("image/png")
                .header("Cache-Control", "public, no-cache")
                .header("Content-Disposition", "inline");
        assertThat(seen.asByteArray()).isEqualTo(PlainPictureTest.painted("png"));
        given().header("If-None-Match", seen.header("ETag"))
                .get(PUBLISHED + "/" + slug + "/pictures/" + shown)
                .then()
                .statusCode(304);
        given().get(PUBLISHED + "/" + slug + "/pictures/" + hidden).then().statusCode(404);
        because(office(), id, "withdrawal").then().statusCode(200);
        given().header("If-None-Match", seen.header("ETag"))
                .get(PUBLISHED + "/" + slug + "/pictures/" + shown)
                .then()
                .statusCode(404);
    }

    @Test
    void a_picture_is_one_of_the_story_and_is_said_in_words() throws Exception {
        var telling = telling();
        var id = written(telling);
        var foreign = picture(written(telling()));
        telling.put("pictures", List.of(Map.of("picture", foreign, "words", "灯")));

        as(liaison("DIST"))
                .body(telling)
                .put(STORIES + "/" + id)
                .then()
                .statusCode(422)
                .body("violations.code", contains("unknown-picture"));
        telling.put("pictures", List.of(Map.of("picture", picture(id))));
        as(liaison("DIST"))
                .body(telling)
                .put(STORIES + "/" + id)
                .then()
                .statusCode(422)
                .body("violations.path", contains("/pictures/0/words"));
        given().header("Authorization", liaison("DIST"))
                .multiPart("file", "a.gif", "GIF89a-no-picture-at-all".getBytes("US-ASCII"), "image/gif")
                .post(STORIES + "/" + id + "/pictures")
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:huisheng:problem:story-picture-type"));
    }

    @Test
    void stories_are_found_by_what_stands_in_them() {
        var telling = telling();
        telling.put("body", "在罕见地名奎屯台区换了变压器。");
        var slug = published(written(telling));
        var draft = telling();
        draft.put("body", "奎屯台区的草稿。");
        written(draft);

        given().queryParam("q", "奎屯台区").get(PUBLISHED).then().body("items.slug", contains(slug));
        given().queryParam("q", "屯奎").get(PUBLISHED).then().body("items", empty());
        given().queryParam("q", "，。").get(PUBLISHED).then().statusCode(200).body("items", empty());
        String id = as(office())
                .get(STORIES + "?status=PUBLISHED&limit=1")
                .then()
                .body("items[0].slug", equalTo(slug))
                .extract()
                .path("items[0].id");
        because(office(), id, "withdrawal").then().statusCode(200);
        given().queryParam("q", "奎屯台区").get(PUBLISHED).then().body("items", empty());
    }

    @Test
    void the_library_is_read_page_by_page_and_a_copy_stands_until_something_changes() {
        var first = published(written(telling()));
        var second = published(written(telling()));

        String cursor = given().get(PUBLISHED + "?limit=1")
                .then()
                .body("items.slug", contains(second))
                .extract()
                .path("next");
        given().queryParam("limit", 1)
                .queryParam("cursor", cursor)
                .get(PUBLISHED)
                .then()
                .body("items.slug", contains(first));
        var tag = given().get(PUBLISHED).header("ETag");
        given().header("If-None-Match", tag).get(PUBLISHED).then().statusCode(304);
        published(written(telling()));
        given().header("If-None-Match", tag).get(PUBLISHED).then().statusCode(200);
    }

    @Test
    void a_month_has_one_story_and_a_story_one_month() {
        var present = YearMonth.now(BusinessCalendar.ZONE);
        var id = written(telling());
        choose(present, id).then().statusCode(422).body("violations.code", contains("unpublished-story"));
        var slug = published(id);
        var other = written(telling());
        published(other);

        choose(present, other).then().statusCode(200);
        choose(present, id).then().statusCode(200).body("story", equalTo(id));

        choose(present, id).then().statusCode(200);
        choose(present.minusMonths(1), id)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:huisheng:problem:story-chosen-already"));
        choose(present.plusMonths(1), other).then().statusCode(409);
        given().get(PUBLISHED).then().body("ofMonth.slug", equalTo(slug)).body("ofMonth.month", notNullValue());
        given().get(PUBLISHED + "/" + slug).then().body("story.month", equalTo(present.toString()));
        as(liaison("MKT")).get(MONTHS + "?limit=1").then().body("items.story", contains(id));
        because(office(), id, "withdrawal").then().statusCode(200);
        as(office()).get(MONTHS).then().body("items.story", not(hasItem(id)));
    }

    private static Response choose(YearMonth month, String story) {
        return as(office()).body(Map.of("story", story)).put(MONTHS + "/" + month);
    }

    @Test
    void the_code_leads_to_the_page_of_a_published_story() {
        var slug = published(written(telling()));

        given().get(PUBLISHED + "/" + slug + "/qr.svg").then().statusCode(200).body(startsWith("<svg"));
        given().get(PUBLISHED + "/" + slug + "/qr.png").then().statusCode(200).contentType("image/png");
        given().get(PUBLISHED + "/209901-aaaaa/qr.svg").then().statusCode(404);
    }

    @Test
    void drafts_are_for_their_department() {
        var telling = telling();
        var id = written(telling);

        as(liaison("MKT")).get(STORIES + "/" + id).then().statusCode(403);
        as(liaison("MKT")).get(STORIES + "?department=DIST").then().statusCode(403);
        as(liaison("MKT")).get(STORIES).then().body("items.department", everyItem(equalTo("MKT")));
        as(liaison("DIST")).get(STORIES).then().body("items.authors", everyItem(not(empty())));
        as(liaison("MKT")).body(telling).put(STORIES + "/" + id).then().statusCode(403);
        step(liaison("MKT"), id, "submission").then().statusCode(403);
        as(leader()).get(STORIES + "?department=DIST&status=DRAFT").then().body("items.id", hasItem(id));
        as(liaison("DIST")).body(telling).post(STORIES).then().statusCode(200);
        telling.put("title", "另一个题目");
        as(liaison("DIST")).body(telling).post(STORIES).then().statusCode(409);
    }
}
