package org.huisheng.gateway.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.huisheng.kit.testing.WatchedMetrics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Alerts and dashboard ask for nothing that no service exposes: a misspelt name would keep an alert silent for ever. */
class MonitoringTest {

    private static final Path ROOT = projectRoot();
    private static final Path PROMETHEUS = ROOT.resolve("deploy/prometheus");
    private static final Path GRAFANA = ROOT.resolve("deploy/grafana");

    // What is no name of a metric: text, labels and what they are compared with, ranges, lists of labels.
    private static final Pattern NO_METRIC = Pattern.compile(
            "\"[^\"]*\"|\\{[^}]*}|\\[[^]]*]|\\b(by|without|on|ignoring|group_left|group_right)\\s*\\([^)]*\\)");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_:][A-Za-z0-9_:]*+(?!\\s*\\()");
    private static final Set<String> OPERATORS = Set.of("and", "or", "unless", "bool", "offset");
    private static final Set<String> OF_PROMETHEUS_ITSELF = Set.of("up");

    @Test
    void alerts_and_dashboard_ask_only_for_what_is_exposed() throws IOException {
        var known = new TreeSet<>(WatchedMetrics.of("*"));
        known.addAll(OF_PROMETHEUS_ITSELF);

        assertThat(alertExpressions())
                .hasSizeGreaterThan(10)
                .allSatisfy(expression -> assertThat(names(expression))
                        .as(expression)
                        .isNotEmpty()
                        .isSubsetOf(known));
        assertThat(dashboardExpressions())
                .hasSizeGreaterThan(20)
                .allSatisfy(expression -> assertThat(names(expression))
                        .as(expression)
                        .isNotEmpty()
                        .isSubsetOf(known));
    }

    @Test
    void whatever_we_expose_ourselves_is_shown() throws IOException {
        var shown = new TreeSet<String>();
        dashboardExpressions().forEach(expression -> shown.addAll(names(expression)));

        assertThat(WatchedMetrics.of("*").stream().filter(name -> name.startsWith("huisheng_")))
                .filteredOn(name -> !name.equals("huisheng_calendar_years_missing"))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(shown).contains(name));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rate(no_such[5m]) > 1 | no_such",
                "sum by (job, le) (a_total{x=\"b_total\"}) / on (job) c_total | a_total,c_total",
                "histogram_quantile(0.9, sum by (le) (d_bucket)) or e != e | d_bucket,e"
            })
    void a_name_is_found_wherever_it_stands(String expression, String expected) {
        assertThat(names(expression)).containsExactlyInAnyOrder(expected.split(","));
    }

    @Test
    void each_alert_says_how_bad_it_is_and_where_it_is_written_what_to_do() throws IOException {
        var headings = Files.readAllLines(ROOT.resolve("docs/monitoring.md")).stream()
                .filter(line -> line.startsWith("#"))
                .map(line -> "docs/monitoring.md#"
                        + line.replaceFirst("#+ ", "").toLowerCase(Locale.ROOT).replace(' ', '-'))
                .toList();

        assertThat(rules()).isNotEmpty().allSatisfy(rule -> {
            assertThat(rule.at("/labels/severity").asText()).isIn("critical", "warning");
            assertThat(rule.at("/annotations/summary").asText()).isNotBlank();
            assertThat(rule.at("/annotations/runbook").asText()).isIn(headings);
        });
        assertThat(rules().stream().map(rule -> rule.path("alert").asText())).doesNotHaveDuplicates();
    }

    @Test
    void the_dashboard_reads_from_the_source_that_is_provisioned_and_its_panels_do_not_overlap() throws IOException {
        var sources = new YAMLMapper()
                .readTree(GRAFANA.resolve("provisioning/datasources/prometheus.yml")
                        .toFile());
        var uid = sources.at("/datasources/0/uid").asText();
        var dashboard = dashboard();
        var places = new ArrayList<String>();
        var ids = new ArrayList<Integer>();
        for (var panel : dashboard.path("panels")) {
            ids.add(panel.path("id").asInt());
            var place = panel.path("gridPos");
            for (var x = place.path("x").asInt();
                    x < place.path("x").asInt() + place.path("w").asInt();
                    x++) {
                places.add(x + "/" + place.path("y").asInt());
                assertThat(x).isLessThan(24);
            }
        }

        assertThat(ids).isNotEmpty().doesNotHaveDuplicates();
        assertThat(places).doesNotHaveDuplicates();
        assertThat(dashboard.findValues("datasource"))
                .allSatisfy(source -> assertThat(source.path("uid").asText()).isEqualTo(uid));
    }

    @Test
    void every_service_is_scraped() throws IOException {
        var targets = new YAMLMapper()
                .readTree(PROMETHEUS.resolve("prometheus.yml").toFile())
                .at("/scrape_configs/0/static_configs");

        assertThat(targets.findValuesAsText("job"))
                .containsExactlyInAnyOrder("survey-service", "feedback-service", "kpi-service", "gateway");
        assertThat(targets)
                .allSatisfy(target -> assertThat(target.at("/targets/0").asText())
                        .isEqualTo(target.at("/labels/job").asText() + ":8080"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"check rules alerts.yml", "check config prometheus.yml", "test rules alerts_test.yml"})
    void promtool_agrees(String arguments) throws Exception {
        var onThePath = Pattern.compile(":")
                .splitAsStream(System.getenv("PATH"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "promtool")));
        assumeTrue(onThePath, "promtool is not installed");
        var command = new ArrayList<>(List.of("promtool"));
        command.addAll(List.of(arguments.split(" ")));

        var process = new ProcessBuilder(command)
                .directory(PROMETHEUS.toFile())
                .redirectErrorStream(true)
                .start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
    }

    private static Set<String> names(String expression) {
        var rest = NO_METRIC.matcher(expression).replaceAll(" ");
        var names = new TreeSet<>(
                NAME.matcher(rest).results().map(MatchResult::group).toList());
        names.removeAll(OPERATORS);
        return names;
    }

    private static List<JsonNode> rules() throws IOException {
        var rules = new ArrayList<JsonNode>();
        new YAMLMapper()
                .readTree(PROMETHEUS.resolve("alerts.yml").toFile())
                .path("groups")
                .forEach(group -> group.path("rules").forEach(rules::add));
        return rules;
    }

    private static List<String> alertExpressions() throws IOException {
        return rules().stream().map(rule -> rule.path("expr").asText()).toList();
    }

    private static List<String> dashboardExpressions() throws IOException {
        return dashboard().findValuesAsText("expr");
    }

    private static JsonNode dashboard() throws IOException {
        return new ObjectMapper().readTree(GRAFANA.resolve("huisheng.json").toFile());
    }

    private static Path projectRoot() {
        var folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("docker-compose.yml"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
