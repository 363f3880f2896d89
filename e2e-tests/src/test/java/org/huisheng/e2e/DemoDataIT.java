package org.huisheng.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.huisheng.demo.Api;
import org.huisheng.demo.SeedDemo;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the demo data tell beyond the year of answers and cases. */
class DemoDataIT {

    private static DemoStack stack;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        stack = DemoStack.running();
    }

    /** As after a first start that was cut off near its end: the next one begins at the front. */
    @Test
    void the_story_told_again_leaves_nothing_twice() throws Exception {
        var before = told();

        SeedDemo.main(new String[] {
            stack.file("stack.json").toString(), stack.file("demo-again.json").toString()
        });

        assertThat(told()).isEqualTo(before);
    }

    private static Map<String, Long> told() throws SQLException {
        var rows = new TreeMap<String, Long>();
        for (var table : List.of("survey", "survey_version", "campaign", "response")) {
            rows.put(table, stack.count("survey", "SELECT count(*) FROM " + table));
        }
        for (var table : List.of(
                "feedback_case", "visit", "government_comment", "plan_task", "root_project", "case_story", "lecture")) {
            rows.put(table, stack.count("feedback", "SELECT count(*) FROM " + table));
        }
        assertThat(rows.values()).allSatisfy(many -> assertThat(many).isPositive());
        return rows;
    }

    @Test
    void everybody_reads_what_was_said_and_done_and_the_office_has_drafts_left() throws Exception {
        var told = stack.everybody().get("/api/feedback/v1/outcomes?limit=50").path("items");
        var register = stack.as("office")
                .get("/api/feedback/v1/outcomes/register?limit=50")
                .path("items");

        assertThat(told)
                .hasSizeGreaterThanOrEqualTo(5)
                .allSatisfy(
                        outcome -> assertThat(outcome.path("weDidEn").asText()).isNotBlank());
        assertThat(texts(register, "status")).contains("DRAFT", "PUBLISHED", "WITHDRAWN");
    }

    @Test
    void three_units_with_126_people_were_visited_in_the_first_week_of_lectures() throws Exception {
        var office = stack.as("office");
        var year = office.get("/api/feedback/v1/lecture-plans?limit=1")
                .at("/items/0/year")
                .asText();
        var april = office.get("/api/feedback/v1/lectures?status=HELD&month=" + year + "-04")
                .path("items");
        var week = new ArrayList<JsonNode>();
        april.forEach(lecture -> {
            var day = lecture.path("startsAt").asText().substring(0, 10);
            if (day.compareTo(year + "-04-20") >= 0 && day.compareTo(year + "-04-25") <= 0) {
                week.add(lecture);
            }
        });

        assertThat(week).hasSize(3);
        assertThat(week.stream()
                        .mapToInt(lecture -> lecture.path("people").asInt())
                        .sum())
                .isEqualTo(126);
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(states(office, year)).contains("HELD", "MISSED"));
    }

    private static List<String> states(Api office, String year) throws Exception {
        var states = new ArrayList<String>();
        office.get("/api/feedback/v1/lecture-duties?year=" + year)
                .path("items")
                .forEach(row -> row.path("windows").forEach(state -> states.add(state.asText())));
        return states;
    }

    @Test
    void the_lights_in_dark_corridors_are_told_from_the_report_to_the_story_of_the_month() throws Exception {
        var office = stack.as("office");
        var line = office.get("/api/feedback/v1/root-projects?stage=CLOSED&department=DIST")
                .at("/items/0");
        var project =
                office.get("/api/feedback/v1/root-projects/" + line.path("id").asText());
        var library = stack.everybody().get("/api/feedback/v1/published-stories");

        assertThat(project.path("problem").asText()).contains("61", "891", "40%");
        assertThat(project.path("stakeholders")).hasSize(5);
        assertThat(project.path("covered")).isEqualTo(project.path("budget"));
        assertThat(project.path("indicators"))
                .hasSize(4)
                .allSatisfy(indicator ->
                        assertThat(indicator.path("moved").asBoolean()).isTrue());
        assertThat(project.path("files").asInt()).isPositive();
        assertThat(library.at("/ofMonth/titleEn").asText()).isNotBlank();
        assertThat(library.path("items")).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void four_quarters_were_reported_and_one_came_back_endorsed() throws Exception {
        var office = stack.as("office");
        var reports =
                office.get("/api/feedback/v1/supply-reports?status=ENDORSED").path("items");
        // Other stories send reports, too, to authorities of their own.
        var first = StreamSupport.stream(reports.spliterator(), false)
                .filter(report -> report.path("sentTo").asText().equals("区人民政府"))
                .findFirst()
                .orElseThrow();
        var endorsed =
                office.get("/api/feedback/v1/supply-reports/" + first.path("id").asText());

        assertThat(office.get("/api/feedback/v1/supply-reports?limit=50").path("items"))
                .hasSizeGreaterThanOrEqualTo(4);
        assertThat(endorsed.at("/reception/endorsement").asText()).isNotBlank();
        assertThat(endorsed.at("/report/onTime").asBoolean()).isTrue();
        assertThat(endorsed.path("figures")).hasSize(14);
    }

    @Test
    void how_duties_were_performed_counts_in_every_department_s_contract() throws Exception {
        var leader = stack.as("leader");
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            var rows = leader.get("/api/kpi/v1/scores?level=indicator&period=" + lastQuarter())
                    .path("rows");
            var scored = StreamSupport.stream(rows.spliterator(), false)
                    .filter(row -> row.path("code").asText().equals("DUTY_PERFORMANCE"))
                    .toList();

            assertThat(scored).hasSize(10).allSatisfy(row -> {
                assertThat(row.path("state").asText()).isEqualTo("SCORED");
                assertThat(row.path("n").asInt()).isGreaterThanOrEqualTo(8);
            });
        });
    }

    @Test
    void every_side_s_satisfaction_is_a_figure_of_its_own_and_no_answer_is_in_two() throws Exception {
        var leader = stack.as("leader");
        var office = stack.as("office");
        var period = lastQuarter();
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            var rows = leader.get("/api/kpi/v1/scores?level=indicator&department=MKT&period=" + period);
            for (var indicator : List.of(
                    "CUSTOMER_SATISFACTION",
                    "ENTERPRISE_SATISFACTION",
                    "GOVERNMENT_SATISFACTION",
                    "OUTREACH_EMPLOYEE")) {
                assertThat(DemoStack.row(rows, "indicator", indicator)
                                .path("state")
                                .asText())
                        .as(indicator)
                        .isEqualTo("SCORED");
            }
        });
        var customers = sources(office, period, "CUSTOMER_SATISFACTION");
        var enterprises = sources(office, period, "ENTERPRISE_SATISFACTION");
        assertThat(customers).isNotEmpty().doesNotContainAnyElementsOf(enterprises);
        assertThat(enterprises).isNotEmpty();
    }

    /** The first page of what the figure is made of. */
    private static List<String> sources(Api office, String period, String indicator) throws Exception {
        var items = office.get("/api/kpi/v1/scores/MKT/" + period + "/" + indicator + "/lineage?limit=200")
                .path("items");
        return StreamSupport.stream(items.spliterator(), false)
                .map(item -> item.at("/source/id").asText())
                .toList();
    }

    /** Of most departments for a quarter; of those that deal with people every day month by month, too. */
    @Test
    void case_rates_are_from_enough_cases_to_be_shown() throws Exception {
        var leader = stack.as("leader");
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            assertThat(ratesShown(leader, lastQuarter())).hasSizeGreaterThanOrEqualTo(8);
        });
    }

    /** Departments of which all three rates are shown for a side. */
    private static Set<String> ratesShown(Api user, String period) throws Exception {
        var shown = new TreeSet<String>();
        for (var row : user.get("/api/kpi/v1/rates?period=" + period).path("rows")) {
            if (row.hasNonNull("responseRate")
                    && row.hasNonNull("resolutionRate")
                    && row.hasNonNull("satisfactionRate")) {
                shown.add(row.path("department").asText());
            }
        }
        return shown;
    }

    @Test
    void a_lecture_s_quiz_says_what_people_learned_to_the_liaison_of_the_department_only() throws Exception {
        var liaison = stack.as("liaison-dist");
        var lecture = StreamSupport.stream(
                        liaison.get("/api/feedback/v1/lectures?status=HELD&department=DIST")
                                .path("items")
                                .spliterator(),
                        false)
                .filter(line -> line.path("level").asText().equals("TEAMS"))
                .findFirst()
                .orElseThrow();
        var whole =
                liaison.get("/api/feedback/v1/lectures/" + lecture.path("id").asText());
        var before = mean(liaison, whole.at("/before/campaign").asText());
        var after = mean(liaison, whole.at("/after/campaign").asText());

        assertThat(after).isGreaterThan(before);
        var other = stack.as("liaison-mkt");
        var path = "/api/survey/v1/campaigns/" + whole.at("/before/campaign").asText() + "/results";
        assertThatThrownBy(() -> other.get(path))
                .isInstanceOfSatisfying(
                        Api.Refused.class,
                        refused -> assertThat(refused.answer().status()).isEqualTo(403));
    }

    private static double mean(Api user, String campaign) throws Exception {
        var figure =
                user.get("/api/survey/v1/campaigns/" + campaign + "/results").at("/questions/0/figure");
        assertThat(figure.path("state").asText()).isEqualTo("SHOWN");
        return figure.path("mean").asDouble();
    }

    private static String lastQuarter() {
        var then = LocalDate.now(ZoneId.of("Asia/Shanghai")).minusMonths(3);
        return then.getYear() + "-Q" + (then.getMonthValue() + 2) / 3;
    }

    private static List<String> texts(JsonNode items, String field) {
        return StreamSupport.stream(items.spliterator(), false)
                .map(item -> item.path(field).asText())
                .toList();
    }
}
