package org.huisheng.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.huisheng.kit.testing.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class CalendarResourceTest extends HttpTest {

    private static final String CALENDARS = "/api/feedback/v1/calendars";

    @ParameterizedTest
    @CsvSource({
        "ADMIN, 200, 200",
        "OFFICE, 200, 403",
        "LEADER, 200, 403",
        "LIAISON, 200, 403",
        "SURVEYOR, 403, 403",
        "ANALYST, 403, 403"
    })
    void all_who_work_with_due_times_see_the_holidays_and_the_administrator_enters_them(
            String role, int read, int enter) {
        var bearer = TestTokens.bearer("somebody", "DIST", role);

        as(bearer).get(CALENDARS).then().statusCode(read);
        as(bearer).get(CALENDARS + "/OFFICE/years/2026").then().statusCode(read);
        as(bearer)
                .body(year("2091-01-01", "2091-01-01"))
                .put(CALENDARS + "/OFFICE/years/2091")
                .then()
                .statusCode(enter);
    }

    @Test
    void a_year_that_was_entered_counts_and_takes_the_place_of_the_file() {
        var path = CALENDARS + "/OFFICE/years/2018";
        as(office()).get(path).then().body("plan.workdays", hasItem("2018-02-11"));

        as(admin()).body(year("2018-01-01", "2018-01-03")).put(path).then().statusCode(200);

        as(office()).get(path).then().statusCode(200).body("plan.workdays", contains("2018-01-06"));
        as(office()).get(CALENDARS).then().body("items.find { it.code == 'OFFICE' }.years", hasItems(2018, 2026));
    }

    @Test
    void who_corrects_a_year_that_was_corrected_meanwhile_is_told_so_and_changes_nothing() {
        var path = CALENDARS + "/OFFICE/years/2019";
        var ofTheFile = as(admin()).get(path).header("ETag");
        var corrected = correct(path, ofTheFile, year("2019-01-01", "2019-01-03"));
        corrected.then().statusCode(200);

        correct(path, ofTheFile, year("2019-01-01", "2019-01-02")).then().statusCode(412);

        var now = as(admin()).get(path);
        now.then().body("plan.holidays.to", contains("2019-01-03"));
        assertThat(now.header("ETag")).isEqualTo(corrected.header("ETag")).isNotEqualTo(ofTheFile);
        correct(path, now.header("ETag"), year("2019-01-01", "2019-01-02"))
                .then()
                .statusCode(200);
    }

    @Test
    void of_many_who_enter_a_year_nobody_has_entered_one_does() throws Exception {
        var path = CALENDARS + "/OFFICE/years/2092";
        Callable<Integer> enter =
                () -> correct(path, "\"0\"", year("2092-01-01", "2092-01-01")).statusCode();

        try (var administrators = Executors.newVirtualThreadPerTaskExecutor()) {
            var statuses = administrators.invokeAll(Collections.nCopies(8, enter)).stream()
                    .map(Future::resultNow)
                    .toList();

            assertThat(statuses).containsOnly(200, 412).containsOnlyOnce(200);
        }
    }

    private static Response correct(String path, String ifMatch, Map<String, Object> year) {
        return as(admin()).header("If-Match", ifMatch).body(year).put(path);
    }

    @Test
    void a_year_nobody_knows_is_not_found_and_no_year_can_be_given_to_a_calendar_without_holidays() {
        as(office()).get(CALENDARS + "/OFFICE/years/2077").then().statusCode(404);
        as(office()).get(CALENDARS + "/NONE/years/2026").then().statusCode(404);
        as(admin())
                .body(year("2077-01-01", "2077-01-01"))
                .put(CALENDARS + "/ALWAYS/years/2077")
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:huisheng:problem:calendar-without-holidays"));
        as(office()).get(CALENDARS).then().body("items.find { it.code == 'OFFICE' }.years", not(hasItem(2077)));
    }

    @Test
    void all_that_is_wrong_with_a_year_is_said_at_once() {
        as(admin())
                .body(Map.of(
                        "source",
                        "通知",
                        "holidays",
                        List.of(
                                Map.of("name", "一", "from", "2027-01-01", "to", "2027-01-03"),
                                Map.of("name", "二", "from", "2027-01-03", "to", "2027-01-04"),
                                Map.of("name", "三", "from", "2027-02-05", "to", "2027-02-04"),
                                Map.of("name", "四", "from", "2026-12-31", "to", "2027-01-01")),
                        "workdays",
                        List.of("2027-01-02", "2027-01-05", "2028-01-01")))
                .put(CALENDARS + "/OFFICE/years/2027")
                .then()
                .statusCode(422)
                .body(
                        "violations.path",
                        contains(
                                "/holidays/1",
                                "/holidays/2/to",
                                "/holidays/3",
                                "/workdays/0",
                                "/workdays/1",
                                "/workdays/2"))
                .body(
                        "violations.code",
                        contains("overlaps", "bad-length", "other-year", "overlaps", "no-weekend", "other-year"));
    }

    private static String admin() {
        return TestTokens.bearer("admin", null, "ADMIN");
    }

    private static Map<String, Object> year(String from, String to) {
        var made = from.startsWith("2018") ? List.of("2018-01-06") : List.of();
        return Map.of(
                "source", "通知", "holidays", List.of(Map.of("name", "元旦", "from", from, "to", to)), "workdays", made);
    }
}
