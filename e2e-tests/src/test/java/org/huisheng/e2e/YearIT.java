package org.huisheng.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.huisheng.demo.Api;
import org.huisheng.e2e.District.Tally;
import org.huisheng.e2e.clock.StackClock;
import org.junit.jupiter.api.Test;

/**
 * The whole year of a district company, the last one that is over: every month is lived, sealed and told, and whoever follows the
 * footnotes of the last issue comes to its figures. The services' clock is moved; all else is as it is everywhere.
 */
class YearIT {

    private static final List<String> PAPERS = List.of("briefing.html", "briefing.pdf", "briefing.docx", "edition");
    private static final Pattern FOOTNOTE = Pattern.compile("<li id=\"f(\\d+)\">[^<]*<a href=\"([^\"]+)\">");

    private final Map<String, Duration> spent = new LinkedHashMap<>();
    private final Year year = Year.now(DemoStack.ZONE).minusYears(1);
    private final YearMonth first = year.atMonth(1);
    private final YearMonth last = year.atMonth(12);

    private StackClock clock;
    private District district;
    private DistrictAnswers answers;
    private DistrictWork work;
    private DistrictDeeds deeds;
    private DistrictIssues issues;

    private interface Part {
        void play() throws Exception;
    }

    @Test
    void a_year_is_lived_sealed_and_told_and_each_figure_of_its_last_issue_readds_from_its_lineage() throws Exception {
        clock = StackClock.at(District.moment(first, 2));
        timed("start", this::begin);
        var published = new ArrayList<String>();
        for (var month = first; !month.isAfter(last); month = month.plusMonths(1)) {
            var lived = month;
            var tally = new Tally();
            timed("months lived", () -> live(lived, tally));
            timed("facts awaited", () -> district.awaitCounted(lived, tally));
            timed("months sealed", () -> issues.seal(lived));
            timed(
                    "issues published",
                    () -> published.add(
                            issues.publish(lived, lived.equals(last) ? List.of(deeds.projectInWords()) : List.of())));
        }

        assertThat(published).hasSize(12).doesNotHaveDuplicates();
        timed("figures re-added", () -> readd(published.getLast()));
        everybodyHasHeardALecture();
        theProjectIsOver(published.getLast());
        timed("papers compared", () -> compare(published.getLast()));
        timed("chain verified", this::verify);
        System.out.println("A year: " + spent);
    }

    private void begin() throws Exception {
        district = District.founded(Map.of(
                "JAVA_TOOL_OPTIONS",
                clock.option(),
                // Nobody waits half a minute for a clock that has just jumped.
                "HUISHENG_PLAN_REMINDERS",
                "1s"));
        answers = new DistrictAnswers(district);
        work = new DistrictWork(district);
        deeds = new DistrictDeeds(district);
        issues = new DistrictIssues(district);
        district.agree(year.getValue());
        answers.ask(year.getValue());
        work.prepare();
        deeds.plan(first);
        deeds.planLectures(first);
        issues.design();
    }

    private void live(YearMonth month, Tally tally) throws Exception {
        clock.set(District.moment(month, 2));
        deeds.giveTasks(month);
        work.planVisits(month, tally);
        if (month.getMonthValue() == 2) {
            deeds.beginProject(month);
        }
        clock.set(District.moment(month, 20));
        answers.answer(month, tally);
        work.visit(month, tally);
        work.handleCases(month, tally);
        work.hearGovernment(month, tally);
        work.recordDuties(month, deeds.processes(), tally);
        deeds.doTasks(month, tally);
        if (month.getMonthValue() % 2 == 0) {
            deeds.lecture(month, tally);
        }
        switch (month.getMonth()) {
            case JUNE -> {
                deeds.embed(month, 1, tally);
                deeds.publishStory(month, work.closedCase(month), tally);
            }
            case DECEMBER -> {
                deeds.embed(month, 2, tally);
                deeds.finishProject(month, tally);
                deeds.publishStory(month, work.closedCase(month), tally);
            }
            default -> {}
        }
        clock.set(District.moment(month.plusMonths(1), 2));
    }

    /** Of a year only: who is to be reached is counted when the plan is adopted. */
    private void everybodyHasHeardALecture() throws Exception {
        for (var department : District.DEPARTMENTS) {
            var scores = district.office.get(
                    "/api/kpi/v1/scores?level=indicator&period=" + year + "&department=" + department);
            assertThat(DemoStack.row(scores, "indicator", "LECTURE_COVERAGE")
                            .path("value")
                            .asInt())
                    .as(department)
                    .isEqualTo(100);
        }
    }

    /** Closed, and what it changed stands in the last issue as it stands in the project, with the figure it is traced by. */
    private void theProjectIsOver(String issue) throws Exception {
        var whole = deeds.project();
        assertThat(whole.at("/project/stage").asText()).isEqualTo("CLOSED");
        var indicators = whole.path("indicators");
        assertThat(indicators).hasSize(2);
        var paper = new String(paper(issue, "briefing.html"), StandardCharsets.UTF_8);
        for (var indicator : indicators) {
            assertThat(indicator.path("valueAfter").isNumber()).isTrue();
            assertThat(paper)
                    .contains("%s由 %s 起变为 %s 起"
                            .formatted(
                                    indicator.path("name").asText(),
                                    indicator.path("valueBefore").asText(),
                                    indicator.path("valueAfter").asText()));
        }
        var effect = figure(district.leader.get(path(issue) + "/edition").path("figures"), "MKT", "PROJECT_EFFECT");
        assertThat(new BigDecimal(effect.path("value").asText())).isEqualByComparingTo("50");
    }

    /** As a reader does: from the paper by its footnotes to what they lead to. */
    private void readd(String issue) throws Exception {
        var edition = district.leader.get(path(issue) + "/edition");
        var figures = edition.path("figures");
        var footnotes = FOOTNOTE.matcher(new String(paper(issue, "briefing.html"), StandardCharsets.UTF_8));
        var refigured = new Refigured(district.office);
        var followed = 0;
        var shown = 0;
        while (footnotes.find()) {
            var figure = figures.get(Integer.parseInt(footnotes.group(1)) - 1);
            assertThat(footnotes.group(2)).isEqualTo(figure.path("lineage").asText());
            refigured.check(footnotes.group(2), figure);
            followed++;
            shown += figure.path("state").asText().equals("SHOWN") ? 1 : 0;
        }
        System.out.printf(
                "%s: %d figures, %d of them with a score, of %d observations%n",
                last, followed, shown, refigured.observations());
        assertThat(followed).isEqualTo(figures.size());
        assertThat(stateOf(figures, "MKT", "PROJECT_EFFECT")).isEqualTo("SHOWN");
        assertThat(stateOf(figures, "MKT", "STORIES_PUBLISHED")).isEqualTo("SHOWN");
        assertThat(stateOf(figures, "HR", "PROCESSES_EMBEDDED")).isEqualTo("SHOWN");
        assertThat(shown).isGreaterThan(60);
    }

    private String stateOf(JsonNode figures, String department, String indicator) {
        return figure(figures, department, indicator).path("state").asText();
    }

    private JsonNode figure(JsonNode figures, String department, String indicator) {
        for (var figure : figures) {
            if (figure.path("department").asText().equals(department)
                    && figure.path("indicator").asText().equals(indicator)
                    && figure.path("period").asText().equals(last.toString())) {
                return figure;
            }
        }
        throw new AssertionError("No " + indicator + " of " + department);
    }

    /** Of a process that has made them and of one that has begun since: what was not ordered is made anew each time. */
    private void compare(String issue) throws Exception {
        var made = new LinkedHashMap<String, byte[]>();
        for (var paper : PAPERS) {
            made.put(paper, paper(issue, paper));
        }
        district.stack.kill("kpi");
        for (var paper : PAPERS) {
            await().atMost(Duration.ofMinutes(2))
                    .untilAsserted(
                            () -> assertThat(paper(issue, paper)).as(paper).isEqualTo(made.get(paper)));
        }
        var hash = MessageDigest.getInstance("SHA-256").digest(paper(issue, "edition"));
        assertThat(district.leader.get(path(issue)).path("editionHash").asText())
                .isEqualTo(HexFormat.of().formatHex(hash));
    }

    private void verify() throws Exception {
        var checked = district.leader.get("/api/kpi/v1/seals/verification");
        assertThat(checked.path("sealed").asInt()).isEqualTo(12);
        assertThat(checked.path("broken")).isEmpty();
        assertThat(checked.path("differing")).isEmpty();
        var previous = Api.JSON.nullNode().asText();
        for (var seal : district.leader.get("/api/kpi/v1/seals?limit=100").path("items")) {
            assertThat(seal.path("previousHash").asText()).isEqualTo(previous);
            previous = seal.path("hash").asText();
        }
    }

    private byte[] paper(String issue, String name) throws IOException, InterruptedException {
        var token = district.everybody
                .created("/api/auth/v1/tokens", Api.JSON.readTree(Visitor.credentials(district.stack, "leader")))
                .path("accessToken")
                .asText();
        var request = HttpRequest.newBuilder(URI.create(district.stack.gateway() + path(issue) + "/" + name))
                .header("Authorization", "Bearer " + token)
                .build();
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(request, BodyHandlers.ofByteArray());
            assertThat(answer.statusCode()).as(name).isEqualTo(200);
            return answer.body();
        }
    }

    private static String path(String issue) {
        return "/api/kpi/v1/briefings/" + issue;
    }

    private void timed(String what, Part part) throws Exception {
        var began = System.nanoTime();
        part.play();
        spent.merge(what, Duration.ofNanos(System.nanoTime() - began), Duration::plus);
    }
}
