package org.huisheng.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huisheng.e2e.Visitor.json;
import static org.huisheng.e2e.Visitor.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.huisheng.demo.Api;
import org.huisheng.kit.testing.AccessMatrix;
import org.huisheng.kit.testing.AccessMatrix.Anybody;
import org.huisheng.kit.testing.AccessMatrix.Cell;
import org.huisheng.kit.testing.AccessMatrix.Row;
import org.junit.jupiter.api.Test;

/** OWASP API5:2023. What a role may not do it may not do by any way there is. */
class API5BrokenFunctionLevelAuthorizationIT {

    private static final Map<String, String> SOMEBODY = Map.of(
            "ADMIN", "admin",
            "OFFICE", "office",
            "LIAISON", "liaison-dist",
            "SURVEYOR", "surveyor",
            "LEADER", "leader",
            "ANALYST", "analyst");

    private static final Pattern VARIABLE = Pattern.compile("\\{([a-z]+)}", Pattern.CASE_INSENSITIVE);

    /** Of a period that has not begun, and of things that do not exist: whoever were let in could do no harm. */
    private static final Map<String, String> NOTHING_THERE = Map.of(
            "period", "2199-01",
            "month", "2199-01",
            "year", "2001",
            "number", "1",
            "version", "1",
            "code", "NOSUCH",
            "department", "DIST",
            "username", "no-such-user",
            "token", "nosuchtokennosuchtoken",
            "receipt", "nosuchreceipt");

    private static final String JSON = "application/json";
    private static final String FORM = "multipart/form-data; boundary=part";

    /** Another kind would be refused for its kind before anybody asks who is calling. */
    private static final Map<String, String> MEDIA_TYPES = Map.of(
            "POST /api/feedback/v1/cases/{id}/attachments", FORM,
            "POST /api/feedback/v1/comments/{id}/attachments", FORM,
            "POST /api/feedback/v1/root-projects/{id}/attachments", FORM,
            "POST /api/feedback/v1/stories/{id}/pictures", FORM,
            "POST /api/feedback/v1/plan-tasks/{id}/attachments", FORM,
            "POST /api/feedback/v1/supply-reports/{id}/figure-imports", "text/csv",
            "POST /api/feedback/v1/process-imports", "text/csv",
            "POST /api/feedback/v1/enterprises/import", "text/csv");

    private static final Map<String, String> BODIES = Map.of(
            FORM, "--part--\r\n", "POST /api/survey/v1/kiosks/heartbeat", "{\"queued\": 0, \"lastSequence\": 0}");

    @Test
    void without_signing_in_only_what_is_public_is_open() throws Exception {
        var anybody = Visitor.of(DemoStack.running());
        var wrong = new ArrayList<String>();

        for (var row : AccessMatrix.rows(List.of("/"))) {
            var status = ask(anybody, row);
            var isTurnedAway = status == 401 || status == 403;
            if (row.anybody() == Anybody.YES ? isTurnedAway : status != 401) {
                wrong.add(row + " " + status);
            }
        }

        assertThat(wrong).isEmpty();
    }

    @Test
    void what_is_another_role_s_is_refused_and_what_is_one_s_own_is_not() throws Exception {
        var stack = DemoStack.running();
        var wrong = new ArrayList<String>();
        var refused = 0;

        for (var somebody : SOMEBODY.entrySet()) {
            var visitor = Visitor.as(stack, somebody.getValue());
            for (var row : AccessMatrix.rows(List.of("/"))) {
                var isNot = row.roles().get(somebody.getKey()) == Cell.NO;
                // Others' cells are about what may happen; here nothing does.
                if (isNot || (row.method().equals("GET") && row.anybody() == Anybody.NO)) {
                    var status = ask(visitor, row);
                    // A browser's and a device's own are asked for in their own terms.
                    var expected = row.anybody() == Anybody.NO ? 403 : 401;
                    if (isNot ? status != expected : status == 401 || status == 403) {
                        wrong.add(somebody.getKey() + " " + row + " " + status);
                    }
                    refused += isNot ? 1 : 0;
                }
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(refused).isGreaterThan(800);
    }

    @Test
    void what_is_for_the_office_no_department_does_for_itself() throws Exception {
        var stack = DemoStack.running();
        var path = ResolvedCase.of(stack, "DIST");
        var owner = Visitor.as(stack, "liaison-dist");

        for (var step : Map.of(
                        "assignment", "{\"department\": \"MKT\"}",
                        "category", "{\"category\": \"power-quality\"}",
                        "severity", "{\"severity\": \"MINOR\"}",
                        "confirmation-requests", "{}",
                        "confirmation", "{\"rating\": 5}",
                        "dispute", "{\"reason\": \"x\"}",
                        "contact-attempts", "{\"channel\": \"PHONE\"}",
                        "overrides", "{\"reason\": \"x\"}",
                        "unreachable", "{}",
                        "closure", "{}")
                .entrySet()) {
            assertThat(owner.post(path + "/" + step.getKey(), step.getValue()).statusCode())
                    .as(step.getKey())
                    .isEqualTo(403);
        }

        var matter = json(owner.get(path));
        assertThat(matter.path("status").asText()).isEqualTo("RESOLVED");
        assertThat(matter.path("department").asText()).isEqualTo("DIST");
        assertThat(matter.path("rating").isNumber()).isFalse();
    }

    @Test
    void nobody_confirms_the_work_of_their_own_department_whatever_else_they_may() throws Exception {
        var stack = DemoStack.running();
        var both = officeOf(stack, "DIST");
        var own = ResolvedCase.of(stack, "DIST");
        var others = ResolvedCase.of(stack, "MKT");

        for (var step : Map.of("confirmation", "{\"rating\": 5}", "dispute", "{\"reason\": \"x\"}")
                .entrySet()) {
            var answer = both.post(own + "/" + step.getKey(), step.getValue());
            assertThat(answer.statusCode()).as(step.getKey()).isEqualTo(403);
            assertThat(problem(answer)).as(step.getKey()).isEqualTo("own-department");
        }

        assertThat(json(both.get(own)).path("status").asText()).isEqualTo("RESOLVED");
        assertThat(both.post(others + "/confirmation", "{\"rating\": 5}").statusCode())
                .isEqualTo(200);
    }

    @Test
    void no_other_spelling_of_an_address_opens_what_the_right_one_does_not() throws Exception {
        var stack = DemoStack.running();
        var admin = Visitor.as(stack, "admin");
        var surveyor = Visitor.as(stack, "surveyor");
        var rebuilds = "/api/kpi/v1/rebuilds";
        var before = admin.get(rebuilds).body();

        for (var address :
                List.of("/api/auth/v1/users", rebuilds, "/api/survey/v1/dead-letters", "/api/feedback/v1/recipients")) {
            assertThat(json(admin.get(address)).has("items")).as(address).isTrue();
            for (var spelling : spellings(address).toList()) {
                for (var visitor : List.of(surveyor, Visitor.of(stack))) {
                    var answer = visitor.get(spelling);
                    assertThat(answer.statusCode()).as(spelling).isBetween(400, 499);
                    assertThat(answer.body()).as(spelling).doesNotContain("\"items\"");
                    assertThat(visitor.post(spelling, "{}").statusCode())
                            .as("POST " + spelling)
                            .isBetween(400, 499);
                }
            }
        }
        assertThat(admin.get(rebuilds).body()).isEqualTo(before);
    }

    @Test
    void the_method_is_the_one_of_the_request_line() throws Exception {
        var stack = DemoStack.running();
        var leader = Visitor.as(stack, "leader");
        var campaigns = "/api/survey/v1/campaigns";
        var views = "/api/feedback/v1/views";
        var made = leader.post(
                views,
                Api.object()
                        .put("name", "看 " + UUID.randomUUID())
                        .set("filters", Api.object().put("status", "RECEIVED"))
                        .toString());
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        var view = json(made).path("id").asText();

        for (var header : List.of("X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override")) {
            assertThat(leader.with(header, "GET").post(campaigns, "{}").statusCode())
                    .as(header)
                    .isEqualTo(403);
            assertThat(leader.with(header, "POST").get(campaigns).statusCode())
                    .as(header)
                    .isEqualTo(200);
            assertThat(leader.with(header, "DELETE").get(views + "/" + view).statusCode())
                    .as(header)
                    .isBetween(404, 405);
        }
        assertThat(leader.get(views).body()).contains(view);

        var surveyor = Visitor.as(stack, "surveyor").with("X-Marked", "do-not-echo-this");
        for (var method : List.of("TRACE", "TRACK", "PROPFIND", "HEAD", "OPTIONS", "get", "Post")) {
            for (var address : List.of("/api/auth/v1/users", "/api/kpi/v1/rebuilds")) {
                var answer = surveyor.send(method, address, null);
                assertThat(answer.statusCode()).as(method + " " + address).isNotIn(201, 202, 204);
                assertThat(answer.body())
                        .as(method + " " + address)
                        .doesNotContain("\"items\"", "do-not-echo-this", "Bearer ey");
            }
        }
    }

    private static int ask(Visitor visitor, Row row) throws Exception {
        var path = VARIABLE.matcher(row.path())
                .replaceAll(variable -> NOTHING_THERE.getOrDefault(
                        variable.group(1), UUID.randomUUID().toString()));
        var query = row.path().startsWith("/odata") ? "" : "?period=2199-01";
        var mediaType = MEDIA_TYPES.getOrDefault(row.toString(), JSON);
        var body = BODIES.getOrDefault(row.toString(), BODIES.getOrDefault(mediaType, "{}"));
        return visitor.status(
                mediaType, row.method(), path + query, row.method().equals("GET") ? null : body);
    }

    private static Stream<String> spellings(String address) {
        var inside = Stream.of(
                        "//v1/",
                        "/v1//",
                        "/./v1/",
                        "/v1/./",
                        "/v1/x/../",
                        "/v1/%2e/",
                        "/v1/x/%2e%2e/",
                        "/v1/x/..%2f",
                        "/v1%2f",
                        "/v1;a=b/",
                        "/v1/;/",
                        "/v1/x/..;/",
                        "/%76%31/",
                        "/V1/",
                        "/v1%20/",
                        "/v1%3b/")
                .map(part -> address.replace("/v1/", part));
        var around = Stream.of("/", "/x/..", "/api/..", "/console/..", "/console/%2e%2e", "/q/..", "/%2e", "/;")
                .map(before -> before + address);
        var after = Stream.of(
                        "/",
                        "//",
                        "/.",
                        "/%2e",
                        ";",
                        ";a=b",
                        "%20",
                        "%09",
                        "%2f",
                        ".json",
                        "%3f",
                        "?x=%00",
                        "?_method=GET")
                .map(end -> address + end);
        return Stream.of(inside, around, after).flatMap(spelt -> spelt);
    }

    /** Somebody of the office who belongs to a department, too. */
    private static Visitor officeOf(DemoStack stack, String department) throws Exception {
        var username = "both-" + UUID.randomUUID().toString().substring(0, 8);
        var wanted = Api.object().put("username", username).put("name", "两头任职").put("department", department);
        wanted.putArray("roles").add("OFFICE");
        var made = json(Visitor.as(stack, "admin").post("/api/auth/v1/users", wanted.toString()));
        var temporary = made.path("temporaryPassword").asText();
        var signedIn = Visitor.of(stack).post("/api/auth/v1/sessions", Visitor.credentials(username, temporary));
        var cookie = signedIn.headers().firstValue("Set-Cookie").orElseThrow();
        var changed = Visitor.of(stack)
                .with("Cookie", cookie.substring(0, cookie.indexOf(';')))
                .with("X-CSRF-Token", json(signedIn).path("csrfToken").asText())
                .send(
                        "PUT",
                        "/api/auth/v1/password",
                        Api.object()
                                .put("currentPassword", temporary)
                                .put("newPassword", Console.OWN_PASSWORD)
                                .toString());
        assertThat(changed.statusCode()).isEqualTo(204);
        return Visitor.as(stack, username, Console.OWN_PASSWORD);
    }
}
