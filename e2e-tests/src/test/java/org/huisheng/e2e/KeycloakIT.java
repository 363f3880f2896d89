package org.huisheng.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.huisheng.e2e.Console.button;
import static org.huisheng.e2e.Console.heading;
import static org.huisheng.e2e.Visitor.json;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SameSiteAttribute;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.huisheng.localstack.process.LoopbackPorts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A real Keycloak, to which people are sent to sign in and of which programs bring tokens; run as docs/edge.md says. */
@Tag("keycloak")
@ExtendWith(WithChromium.class)
class KeycloakIT {

    private static final String PASSWORD = "Harbour lantern 27 quiet";
    private static final String PROGRAM = "huisheng-programs";
    private static final String CURRENT = "/api/auth/v1/sessions/current";
    private static final String SCORES = "/api/kpi/v1/scores?period=" + DemoStack.year();

    private static Keycloak keycloak;
    private static DemoStack stack;

    private final Chromium chromium;

    KeycloakIT(Chromium chromium) {
        this.chromium = chromium;
    }

    @BeforeAll
    static void start() throws Exception {
        var port = LoopbackPorts.anyFree();
        keycloak = Keycloak.start("http://127.0.0.1:" + port);
        stack = DemoStack.configured(port, keycloak.gatewaySettings());
    }

    @AfterAll
    static void stop() {
        if (keycloak != null) {
            keycloak.close();
        }
    }

    @Test
    void somebody_signs_in_there_and_works_here_for_their_department() throws Exception {
        var name = someName();
        keycloak.makeUser(name, PASSWORD, "DIST", "LIAISON");
        try (var desktop = chromium.desktop("zh-CN")) {
            var asked = new ArrayList<String>();
            desktop.onRequest(request -> asked.add(request.url()));
            var page = signIn(desktop, name);

            assertThat(heading(page, "本部门得分")).isVisible();
            assertThat(asked)
                    .anyMatch(address -> address.startsWith(keycloak.issuer(Keycloak.REALM))
                            && address.contains("code_challenge_method=S256")
                            && address.contains("response_type=code"));
            assertThat(desktop.cookies(stack.gateway()))
                    .filteredOn(cookie -> cookie.name.equals("huisheng_session"))
                    .singleElement()
                    .satisfies(cookie -> {
                        assertThat(cookie.httpOnly).isTrue();
                        assertThat(cookie.sameSite).isEqualTo(SameSiteAttribute.STRICT);
                    });
            assertThat((String) page.evaluate(
                            "JSON.stringify(localStorage) + JSON.stringify(sessionStorage) + document.cookie"))
                    .doesNotContain("eyJ", "hsse_");
            var current = current(desktop);
            assertThat(current).contains("\"" + name + "\"", "\"LIAISON\"", "\"DIST\"", "\"foreign\":true");
            assertThat(status(desktop, SCORES + "&department=DIST")).isEqualTo(200);
            assertThat(status(desktop, SCORES + "&department=MKT")).isEqualTo(403);
            assertThat(status(desktop, "/api/auth/v1/users")).isEqualTo(403);

            page.navigate(stack.gateway() + "/console/seals");
            assertThat(heading(page, "没有权限")).isVisible();
            assertThat(Chromium.barriers(page)).isEmpty();
        }
    }

    @Test
    void who_is_signed_out_there_is_out_here() throws Exception {
        var name = someName();
        var user = keycloak.makeUser(name, PASSWORD, null, "OFFICE");
        try (var desktop = chromium.desktop("zh-CN")) {
            signIn(desktop, name);
            assertThat(status(desktop, CURRENT)).isEqualTo(200);

            keycloak.signOut(user);

            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(status(desktop, CURRENT)).isEqualTo(401));
        }
    }

    @Test
    void who_signs_out_is_out_here_and_there() throws Exception {
        var name = someName();
        var user = keycloak.makeUser(name, PASSWORD, null, "OFFICE");
        try (var desktop = chromium.desktop("zh-CN")) {
            var page = signIn(desktop, name);
            var session = desktop.cookies(stack.gateway()).stream()
                    .filter(cookie -> cookie.name.equals("huisheng_session"))
                    .findFirst()
                    .orElseThrow();
            assertThat(keycloak.sessions(user)).isOne();

            button(page, "退出").click();

            assertThat(page).hasURL(stack.gateway() + "/console/sign-in");
            assertThat(keycloak.sessions(user)).isZero();
            assertThat(status(desktop, CURRENT)).isEqualTo(401);
            assertThat(Visitor.of(stack)
                            .with("Cookie", session.name + "=" + session.value)
                            .get(CURRENT)
                            .statusCode())
                    .isEqualTo(401);
            // Whoever comes to this desk next is asked who they are.
            byProvider(page);
            assertThat(page.locator("#username")).isVisible();
        }
    }

    @Test
    void what_changes_there_holds_here_from_the_next_sign_in() throws Exception {
        var name = someName();
        var user = keycloak.makeUser(name, PASSWORD, null, "OFFICE");
        try (var desktop = chromium.desktop("zh-CN");
                var phone = chromium.phone("zh-CN")) {
            var page = signIn(desktop, name);
            signIn(phone, name);
            assertThat(status(phone, "/api/survey/v1/surveys")).isEqualTo(200);

            keycloak.change(user, "MKT", "LIAISON");
            page.navigate(stack.gateway() + "/api/auth/v1/provider/sign-in");

            assertThat(heading(page, "本部门得分")).isVisible();
            for (var browser : List.of(desktop, phone)) {
                // A session that was found good goes unasked for some seconds.
                await().atMost(Duration.ofSeconds(20))
                        .untilAsserted(() -> assertThat(current(browser)).contains("\"LIAISON\"", "\"MKT\""));
                assertThat(status(browser, "/api/survey/v1/surveys")).isEqualTo(403);
                assertThat(status(browser, SCORES + "&department=MKT")).isEqualTo(200);
                assertThat(status(browser, SCORES + "&department=DIST")).isEqualTo(403);
            }

            keycloak.change(user, null);
            page.navigate(stack.gateway() + "/api/auth/v1/provider/sign-in");

            assertThat(page.getByRole(AriaRole.ALERT)).containsText("没有给您本平台的角色");
            for (var browser : List.of(desktop, phone)) {
                await().atMost(Duration.ofSeconds(20))
                        .untilAsserted(
                                () -> assertThat(status(browser, CURRENT)).isEqualTo(401));
            }
        }
    }

    @Test
    void a_program_may_do_what_its_role_may_of_its_department_and_no_more() throws Exception {
        var program = keycloak.programOf(PROGRAM);
        keycloak.change(program, null, "LEADER");
        var leader = bringing(keycloak.token(Keycloak.REALM, PROGRAM));

        assertThat(leader.get(SCORES + "&department=DIST").statusCode()).isEqualTo(200);
        assertThat(leader.get("/api/feedback/v1/cases").statusCode()).isEqualTo(200);
        assertThat(leader.post("/api/survey/v1/campaigns", "{}").statusCode()).isEqualTo(403);
        assertThat(leader.get("/api/auth/v1/users").statusCode()).isEqualTo(403);

        keycloak.change(program, "DIST", "LIAISON");
        var liaison = bringing(keycloak.token(Keycloak.REALM, PROGRAM));

        assertThat(liaison.get(SCORES + "&department=DIST").statusCode()).isEqualTo(200);
        assertThat(liaison.get(SCORES + "&department=MKT").statusCode()).isEqualTo(403);
        assertThat(liaison.get("/api/survey/v1/campaigns").statusCode()).isEqualTo(403);
        assertThat(json(liaison.get(SCORES)).path("rows"))
                .isNotEmpty()
                .allMatch(row -> row.path("department").asText().equals("DIST"));

        keycloak.change(program, null);
        assertThat(bringing(keycloak.token(Keycloak.REALM, PROGRAM)).get(SCORES).statusCode())
                .isEqualTo(403);
    }

    @Test
    void tokens_for_others_of_others_and_changed_ones_are_refused() throws Exception {
        var others = "other-" + UUID.randomUUID().toString().substring(0, 8);
        keycloak.makeProgram(Keycloak.REALM, others, "another-api", 300);
        keycloak.change(keycloak.programOf(others), null, "ADMIN");
        keycloak.makeProgram(Keycloak.REALM, others + "-2", null, 300);
        keycloak.change(keycloak.programOf(others + "-2"), null, "ADMIN");
        keycloak.makeRealm(others);
        keycloak.makeProgram(others, others, "huisheng-api", 300);
        keycloak.makeProgram(Keycloak.REALM, others + "-3", "huisheng-api", 300);
        keycloak.change(keycloak.programOf(others + "-3"), null, "ADMIN");
        var good = keycloak.token(Keycloak.REALM, others + "-3");
        var parts = good.split("\\.", -1);

        assertThat(bringing(good).get("/api/auth/v1/users").statusCode()).isEqualTo(200);
        for (var token : List.of(
                keycloak.token(Keycloak.REALM, others),
                keycloak.token(Keycloak.REALM, others + "-2"),
                keycloak.token(others, others),
                keycloak.administrators(),
                parts[0] + "." + parts[1] + ".",
                parts[0] + "." + parts[1] + "." + parts[2].substring(0, 20) + "AAAA" + parts[2].substring(24))) {
            for (var path :
                    List.of("/api/auth/v1/users", SCORES, "/api/feedback/v1/cases", "/api/survey/v1/campaigns")) {
                assertThat(bringing(token).get(path).statusCode()).as(path).isEqualTo(401);
            }
        }
    }

    @Test
    void a_token_is_good_until_it_expires() throws Exception {
        var program = "brief-" + UUID.randomUUID().toString().substring(0, 8);
        keycloak.makeProgram(Keycloak.REALM, program, "huisheng-api", 2);
        keycloak.change(keycloak.programOf(program), null, "LEADER");
        var brief = bringing(keycloak.token(Keycloak.REALM, program));
        assertThat(brief.get(SCORES).statusCode()).isEqualTo(200);

        // Clocks may differ by half a minute.
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(brief.get(SCORES).statusCode()).isEqualTo(401));
    }

    private static Page signIn(BrowserContext browser, String name) {
        var page = browser.newPage();
        page.navigate(stack.gateway() + "/console/");
        byProvider(page);
        page.locator("#username").fill(name);
        page.locator("#password").fill(PASSWORD);
        page.locator("#kc-login").click();
        page.locator("#content").waitFor();
        assertThat(page).hasURL(stack.gateway() + "/console/");
        return page;
    }

    private static void byProvider(Page page) {
        page.getByText("统一身份认证登录").click();
        page.waitForURL(Pattern.compile(Pattern.quote(keycloak.address()) + ".*"));
    }

    private static String current(BrowserContext browser) {
        return browser.request().get(stack.gateway() + CURRENT).text();
    }

    private static int status(BrowserContext browser, String path) {
        return browser.request().get(stack.gateway() + path).status();
    }

    private static Visitor bringing(String token) {
        return Visitor.of(stack).with("Authorization", "Bearer " + token);
    }

    private static String someName() {
        return "p" + UUID.randomUUID().toString().substring(0, 12);
    }
}
