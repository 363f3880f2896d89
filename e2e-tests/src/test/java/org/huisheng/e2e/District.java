package org.huisheng.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import org.huisheng.demo.Api;
import org.huisheng.localstack.process.LoopbackPorts;

/** A district company of three departments, one of each class, in a year that is over: on a stack of its own, whose clock is moved. */
final class District {

    static final String FRONT = "MKT";
    static final String PRODUCTION = "TRANS";
    static final String SUPPORT = "HR";
    static final List<String> DEPARTMENTS = List.of(FRONT, PRODUCTION, SUPPORT);

    private static final Map<String, String> NAMES = Map.of(FRONT, "市场营销部", PRODUCTION, "送变电公司", SUPPORT, "人力资源部");
    private static final Map<String, String> CLASSES =
            Map.of(FRONT, "FRONT_OFFICE", PRODUCTION, "PRODUCTION", SUPPORT, "SUPPORT");

    final DemoStack stack;
    final Api everybody;
    final Api office;
    final Api leader;
    final Api surveyor;
    final Map<String, Api> liaisons = new TreeMap<>();

    private District(DemoStack stack) throws IOException, InterruptedException {
        this.stack = stack;
        this.everybody = stack.everybody();
        this.office = stack.as("office");
        this.leader = stack.as("leader");
        this.surveyor = stack.as("surveyor");
    }

    static District founded(Map<String, String> environment) throws IOException, InterruptedException {
        var stack = DemoStack.configured(LoopbackPorts.anyFree(), environment, "--no-demo", "--no-limits");
        var district = new District(stack);
        var admin = stack.as("admin");
        for (var department : DEPARTMENTS) {
            admin.created(
                    "/api/kpi/v1/departments",
                    Api.object()
                            .put("code", department)
                            .put("name", NAMES.get(department))
                            .put("class", CLASSES.get(department)));
            district.liaisons.put(department, district.hired(admin, department));
        }
        return district;
    }

    /** Nobody keeps the password they were given. */
    private Api hired(Api admin, String department) throws IOException, InterruptedException {
        var username = "liaison-" + department.toLowerCase(Locale.ROOT);
        var wanted = Api.object().put("username", username).put("name", "联络员").put("department", department);
        wanted.putArray("roles").add("LIAISON");
        var temporary = admin.created("/api/auth/v1/users", wanted)
                .path("temporaryPassword")
                .asText();
        var signedIn = Visitor.of(stack).post("/api/auth/v1/sessions", Visitor.credentials(username, temporary));
        var cookie = signedIn.headers().firstValue("Set-Cookie").orElseThrow();
        var passwords = Api.object().put("currentPassword", temporary).put("newPassword", Console.OWN_PASSWORD);
        var changed = Visitor.of(stack)
                .with("Cookie", cookie.substring(0, cookie.indexOf(';')))
                .with("X-CSRF-Token", Visitor.json(signedIn).path("csrfToken").asText())
                .send("PUT", "/api/auth/v1/password", passwords.toString());
        assertThat(changed.statusCode()).isEqualTo(204);
        return everybody.as(username, Console.OWN_PASSWORD);
    }

    Api liaison(String department) {
        return liaisons.get(department);
    }

    /** From the template every office can begin with, signed by both parties. */
    void agree(int year) throws IOException, InterruptedException {
        var standard = office.get("/api/kpi/v1/contract-templates/standard");
        var template = office.created("/api/kpi/v1/contract-templates", standard);
        var wanted = Api.object().put("template", template.path("id").asText()).put("year", year);
        DEPARTMENTS.forEach(wanted.putArray("departments")::add);
        var contracts =
                office.created("/api/kpi/v1/contracts/from-template", wanted).path("items");
        for (var contract : contracts) {
            var signatures = "/api/kpi/v1/contracts/" + contract.path("id").asText() + "/signatures";
            office.created(signatures, Api.object());
            liaison(contract.path("department").asText()).created(signatures, Api.object());
        }
    }

    /** Again as long as a service has not heard of the departments yet. */
    JsonNode onceKnown(Callable<JsonNode> act) {
        return await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(200))
                .ignoreExceptionsInstanceOf(Api.Refused.class)
                .until(act, _ -> true);
    }

    static Instant moment(LocalDate day, int hour) {
        return day.atTime(hour, 0).atZone(DemoStack.ZONE).toInstant();
    }

    static Instant moment(YearMonth month, int day) {
        return moment(month.atDay(day), 10);
    }

    /** What was told of a month, by metric: as many facts have to arrive. */
    static final class Tally {
        private final Map<String, Integer> told = new ConcurrentHashMap<>();

        void add(String metric, int facts) {
            told.merge(metric, facts, Integer::sum);
        }

        Map<String, Integer> told() {
            return new TreeMap<>(told);
        }
    }

    /** Until each fact that was told is counted, so that none comes after the seal. */
    void awaitCounted(YearMonth month, Tally tally) {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(100))
                .untilAsserted(() -> assertThat(counted(month)).containsAllEntriesOf(tally.told()));
    }

    private Map<String, Integer> counted(YearMonth month) throws Exception {
        var counted = new TreeMap<String, Integer>();
        try (var kpi = stack.database("kpi");
                var asked = kpi.prepareStatement(
                        "SELECT metric, count(*) FROM observation WHERE month = ? AND NOT withdrawn GROUP BY metric")) {
            asked.setObject(1, month.atDay(1));
            var rows = asked.executeQuery();
            while (rows.next()) {
                counted.put(rows.getString(1), rows.getInt(2));
            }
        }
        return counted;
    }
}
