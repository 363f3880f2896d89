package org.huisheng.e2e;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.huisheng.e2e.Console.CASES;
import static org.huisheng.e2e.Console.lookAt;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.huisheng.demo.Api;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every page of each role, as axe sees it; administrators' are in {@link ConsoleAdminIT}. */
@ExtendWith(WithChromium.class)
class ConsolePagesIT {

    private static final String LIAISON = "liaison-mkt";
    private static final String TASKS = "/api/feedback/v1/plan-tasks";
    private static final String PROJECTS = "/api/feedback/v1/root-projects";
    private static final String STORIES = "/api/feedback/v1/stories";
    private static final String LECTURES = "/api/feedback/v1/lectures";
    private static final Pattern ROUTE = Pattern.compile("path: '([^']+)'");
    private static final Pattern SUBJECT = Pattern.compile("route: '([a-z]+)'");

    private final Chromium chromium;
    private final DemoStack stack;

    ConsolePagesIT(Chromium chromium, DemoStack stack) {
        this.chromium = chromium;
        this.stack = stack;
    }

    @Test
    void every_page_of_the_office_is_without_barriers() throws Exception {
        lookAt(chromium, "office", ofOffice());
    }

    @Test
    void no_page_is_left_out() throws Exception {
        var looked = new TreeSet<String>(ofOffice().values());
        looked.addAll(ConsoleAdminIT.PAGES.values());
        looked.add("/visits/mine");

        assertThat(routes())
                .hasSizeGreaterThan(60)
                .allSatisfy(route -> assertThat(looked)
                        .anySatisfy(address ->
                                assertThat(address.split("[?]", 2)[0]).matches(route.replaceAll(":[a-z]+", "[^/]+"))));
    }

    /** What features have pages for; sign-in and the like are the shell's. */
    private static Set<String> routes() throws IOException {
        var routes = new TreeSet<String>();
        try (var files = Files.walk(DocumentationTest.ROOT.resolve("web/src/console"))) {
            for (var file : files.filter(file -> file.endsWith("routes.ts")).toList()) {
                ROUTE.matcher(Files.readString(file)).results().forEach(found -> routes.add(found.group(1)));
            }
        }
        // Leads to the first subject its reader may see.
        routes.remove("/administration");
        var subjects = DocumentationTest.ROOT.resolve("web/src/console/administration/subjects.ts");
        SUBJECT.matcher(Files.readString(subjects))
                .results()
                .forEach(found -> routes.add("/administration/" + found.group(1)));
        return routes;
    }

    /** All others look to leaders as they do to the office, with less to press. */
    @Test
    void every_page_on_which_leaders_decide_is_without_barriers() throws Exception {
        lookAt(
                chromium,
                "leader",
                with(
                        ofDecisions(),
                        Map.ofEntries(
                                entry("home", "/"),
                                entry("case", "/cases/" + first("leader", CASES)),
                                entry("task", "/improvement/tasks/" + first("leader", TASKS)),
                                entry("project", "/projects/" + first("leader", PROJECTS)),
                                entry("story", "/stories/" + first("leader", STORIES)))));
    }

    @Test
    void every_page_of_liaisons_is_without_barriers() throws Exception {
        lookAt(chromium, LIAISON, ofLiaisons(LIAISON));
    }

    @Test
    void every_page_of_surveyors_is_without_barriers() throws Exception {
        lookAt(chromium, "surveyor", with(ofVisitors("surveyor"), Map.of("home", "/", "my visits", "/visits/mine")));
    }

    @Test
    void every_page_of_analysts_is_without_barriers() throws Exception {
        lookAt(chromium, "analyst", with(ofScores(), Map.of("home", "/", "password", "/password")));
    }

    @Test
    void what_a_page_s_policy_forbids_does_not_pass_unnoticed() throws Exception {
        var other = Chromium.start();
        try (var desktop = other.desktop("zh-CN")) {
            var page = desktop.newPage();
            page.navigate(Console.address("/sign-in"));
            page.evaluate("document.body.setAttribute('style', 'color: red')");
            page.waitForTimeout(0);
        }

        assertThatThrownBy(other::close).hasMessageContaining("style-src");
    }

    private Map<String, String> ofOffice() throws IOException, InterruptedException, SQLException {
        var contract = contract("MKT");
        var survey = first("office", "/api/survey/v1/surveys");
        var campaign = first("office", "/api/survey/v1/campaigns");
        var briefing = first("office", "/api/kpi/v1/briefings");
        return with(
                ofLeaders(),
                Map.ofEntries(
                        entry("board", "/cases?view=board"),
                        entry("next contract", "/contracts/" + contract + "/next"),
                        entry("next template of contracts", "/contracts/templates/standard/next"),
                        entry("import", "/enterprises/import"),
                        entry("surveys", "/surveys"),
                        entry("survey", "/surveys/" + survey),
                        entry("survey versions", "/surveys/" + survey + "/versions"),
                        entry("results of a survey", "/surveys/" + survey + "/results"),
                        entry("campaign", "/campaigns/" + campaign),
                        entry("response", "/responses/" + named()),
                        entry("kiosks", "/kiosks"),
                        entry("briefing being written", "/briefings/" + briefing + "/text"),
                        entry("template of briefings", "/briefings/template"),
                        entry("template of supply reports", "/supply-reports/template"),
                        entry("supply report being written", "/supply-reports/" + draft() + "/text"),
                        entry("process import", "/processes/import"),
                        entry("initiation report", "/projects/new"),
                        entry("project changed", "/projects/" + first("office", PROJECTS) + "/form"),
                        entry("story form", "/stories/new"),
                        entry("story changed", "/stories/" + first("office", STORIES) + "/form"),
                        entry("lecture form", "/lectures/new"),
                        entry("lecture changed", "/lectures/" + first("office", LECTURES) + "/form"),
                        entry("plan of lectures", "/lectures/plans/" + DemoStack.year()),
                        entry("sessions", "/sessions")));
    }

    private Map<String, String> ofLeaders() throws IOException, InterruptedException {
        return with(with(ofLiaisons("leader"), ofVisitors("leader")), ofDecisions());
    }

    /** What is approved, sealed, published and led by. */
    private Map<String, String> ofDecisions() throws IOException, InterruptedException {
        var campaign = "/campaigns/" + first("office", "/api/survey/v1/campaigns");
        return Map.ofEntries(
                entry("templates of contracts", "/contracts/templates"),
                entry("seals", "/seals"),
                entry("seal", "/seals/" + sealed()),
                entry("what a seal holds", "/seals/" + sealed() + "/snapshot"),
                entry("overrides", "/cases/overrides"),
                entry("outcomes", "/outcomes"),
                entry("reports", "/government/reports"),
                entry("supply reports", "/supply-reports"),
                entry("supply report", "/supply-reports/" + first("leader", "/api/feedback/v1/supply-reports")),
                entry("monthly report of the plan", "/improvement/reports/" + planReport()),
                entry("briefings", "/briefings"),
                entry("briefing", "/briefings/" + first("leader", "/api/kpi/v1/briefings")),
                entry("campaigns", "/campaigns"),
                entry("results", campaign + "/results"),
                entry("live wall", campaign + "/live"));
    }

    private Map<String, String> ofLiaisons(String user) throws IOException, InterruptedException {
        return with(
                ofScores(),
                Map.ofEntries(
                        entry("home", "/"),
                        entry("cases", "/cases"),
                        entry("case", "/cases/" + first(user, CASES)),
                        entry("escalations", "/cases/escalations"),
                        entry("contracts", "/contracts"),
                        entry("contract", "/contracts/" + contract("MKT")),
                        entry("comments", "/government"),
                        entry("comment", "/government/" + first(user, "/api/feedback/v1/comments")),
                        entry("plans", "/improvement"),
                        entry("plan", "/improvement/" + first(user, "/api/feedback/v1/plans")),
                        entry("tasks", "/improvement/tasks"),
                        entry("task", "/improvement/tasks/" + first(user, TASKS)),
                        entry("projects", "/projects"),
                        entry("project", "/projects/" + first(user, PROJECTS)),
                        entry("stories", "/stories"),
                        entry("story", "/stories/" + first(user, STORIES)),
                        entry("lectures", "/lectures"),
                        entry("lecture", "/lectures/" + first(user, LECTURES)),
                        entry("processes", "/processes"),
                        entry("process", "/processes/of/CONNECTION"),
                        entry("process posts", "/processes/posts"),
                        entry("process heat", "/processes/heat"),
                        entry("duties", "/duties"),
                        entry("rules", "/rules"),
                        entry("rule", "/rules/" + first(user, "/api/feedback/v1/rules")),
                        entry("not allowed", "/kiosks"),
                        entry("password", "/password")));
    }

    private Map<String, String> ofVisitors(String user) throws IOException, InterruptedException {
        return Map.of(
                "visits",
                "/visits",
                "visit",
                "/visits/" + first(user, "/api/feedback/v1/visits"),
                "enterprises",
                "/enterprises",
                "enterprise",
                "/enterprises/" + first(user, "/api/feedback/v1/enterprises"));
    }

    private static Map<String, String> ofScores() {
        var department = "/scores/MKT/" + DemoStack.year() + "-YTD";
        return Map.of("scores", "/scores", "department score", department, "lineage", department + "/RESPONSE_RATE");
    }

    private static Map<String, String> with(Map<String, String> some, Map<String, String> more) {
        var all = new TreeMap<>(some);
        all.putAll(more);
        return all;
    }

    private String first(String user, String list) throws IOException, InterruptedException {
        var found = stack.as(user).get(list + "?limit=1").at("/items/0/id").asText();
        assertThat(found).as(list).isNotEmpty();
        return found;
    }

    /** A response that is not anonymous. */
    private String named() throws SQLException {
        try (var connection = stack.database("survey");
                var rows = connection.createStatement().executeQuery("""
                        SELECT response_id FROM response r JOIN campaign c ON c.id = r.campaign_id
                        WHERE NOT c.anonymous AND r.withdrawn_at IS NULL LIMIT 1
                        """)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }

    private String planReport() throws IOException, InterruptedException {
        return first("leader", "/api/feedback/v1/plans/" + first("leader", "/api/feedback/v1/plans") + "/reports");
    }

    /** To an authority of its own, so that it is in no other story's way. */
    private String draft() throws IOException, InterruptedException {
        return stack.as("office")
                .created(
                        "/api/feedback/v1/supply-reports",
                        Api.object()
                                .put("quarter", "2026-Q1")
                                .put("sentTo", "示例单位" + UUID.randomUUID())
                                .put("department", "MKT"))
                .at("/report/id")
                .asText();
    }

    /** Of last year: months under a seal are groups of their own, which could hide this year's figures from other stories. */
    private String sealed() throws IOException, InterruptedException {
        var month = YearMonth.parse(DemoStack.period()).minusMonths(14).toString();
        var seal = "/api/kpi/v1/periods/" + month + "/seal";
        for (var one : List.of("office", "leader")) {
            // Refused if another story was here before.
            stack.as(one).post(seal, Api.object());
        }
        return month;
    }

    private String contract(String department) throws IOException, InterruptedException {
        JsonNode contracts = stack.as("office")
                .get("/api/kpi/v1/contracts?department=" + department + "&year=" + DemoStack.year())
                .path("items");
        return contracts.path(0).path("id").asText();
    }
}
