package org.huisheng.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.huisheng.e2e.Console.address;
import static org.huisheng.e2e.Console.button;
import static org.huisheng.e2e.Console.choosePassword;
import static org.huisheng.e2e.Console.enter;
import static org.huisheng.e2e.Console.heading;
import static org.huisheng.e2e.Console.inside;
import static org.huisheng.e2e.Console.lookAt;
import static org.huisheng.e2e.Console.named;
import static org.huisheng.e2e.Console.row;
import static org.huisheng.e2e.Console.send;
import static org.huisheng.e2e.Console.signIn;
import static org.huisheng.e2e.Console.take;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.huisheng.demo.Api;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An administrator: who may sign in, what there is to choose from, whether all is well. */
@ExtendWith(WithChromium.class)
class ConsoleAdminIT {

    static final Map<String, String> PAGES = new TreeMap<>(Map.ofEntries(
            entry("users", "/administration/users"),
            entry("departments", "/administration/departments"),
            entry("categories", "/administration/categories"),
            entry("time limits", "/administration/limits"),
            entry("calendars", "/administration/calendars"),
            entry("recipients", "/administration/recipients"),
            entry("notices", "/administration/notices"),
            entry("keys", "/administration/keys"),
            entry("operation", "/administration/operations"),
            entry("making figures anew", "/administration/rebuilds"),
            entry("archives", "/administration/archives"),
            entry("audit log", "/audit"),
            entry("rules for an administrator", "/rules")));

    private final Chromium chromium;

    ConsoleAdminIT(Chromium chromium) {
        this.chromium = chromium;
    }

    @Test
    void an_administrator_lets_somebody_in_who_chooses_a_password_of_their_own() throws Exception {
        var name = "new-" + UUID.randomUUID().toString().substring(0, 8);
        try (var administrator = chromium.desktop("zh-CN");
                var newcomer = chromium.desktop("zh-CN")) {
            var page = signIn(administrator, "admin", "/administration");
            take(page, "新建用户", dialog -> {
                dialog.getByLabel("用户名").fill(name);
                dialog.getByLabel("姓名").fill("新来的同事");
                dialog.getByRole(AriaRole.CHECKBOX, inside("社责办")).press("Space");
            });
            var once = page.getByRole(AriaRole.DIALOG, named("请立即保存"));
            var temporary = once.locator("code").textContent();
            assertThat(Chromium.barriers(page)).isEmpty();
            Chromium.picture(page, "console first password shown once");
            once.getByRole(AriaRole.BUTTON, inside("已保存，关闭")).click();
            assertThat(row(page, name)).containsText("初始密码未改");

            var other = newcomer.newPage();
            other.navigate(address("/cases"));
            enter(other, name, temporary);
            assertThat(heading(other, "修改密码")).isVisible();
            assertThat(Chromium.barriers(other)).isEmpty();
            Chromium.picture(other, "console first password");
            choosePassword(other, temporary);
            assertThat(heading(other, "您好，新来的同事")).isVisible();

            row(page, name)
                    .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("修改"))
                    .click();
            send(
                    page,
                    "保存",
                    dialog -> dialog.getByRole(AriaRole.CHECKBOX).last().press("Space"));
            assertThat(row(page, name)).containsText("已停用");
            // A gateway remembers a session for some seconds.
            await().pollInSameThread().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
                other.reload();
                assertThat(other.locator("input[name=username]")).isVisible();
            });
        }
    }

    @Test
    void whoever_signs_in_by_a_provider_is_offered_no_password_and_their_account_can_only_be_closed() throws Exception {
        var name = "theirs-" + UUID.randomUUID().toString().substring(0, 8);
        var temporary = stack().as("admin")
                .created(
                        "/api/auth/v1/users",
                        Api.object()
                                .put("username", name)
                                .put("name", "外来的同事")
                                .set("roles", Api.JSON.createArrayNode().add("LEADER")))
                .path("temporaryPassword")
                .asText();
        try (var administrator = chromium.desktop("zh-CN");
                var theirs = chromium.desktop("zh-CN")) {
            var other = theirs.newPage();
            other.navigate(address("/"));
            enter(other, name, temporary);
            choosePassword(other, temporary);
            assertThat(heading(other, "您好，外来的同事")).isVisible();
            // There is no provider here to come from: KeycloakIT has one.
            vouchedForElsewhere(name);

            // A gateway remembers a session for some seconds.
            await().pollInSameThread().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
                other.navigate(address("/password"));
                assertThat(heading(other, "退出所有设备")).isVisible();
            });
            assertThat(other.locator("input[type=password]")).hasCount(0);
            assertThat(other.getByRole(AriaRole.LINK, named("修改密码"))).hasCount(0);
            assertThat(Chromium.barriers(other)).isEmpty();
            Chromium.picture(other, "console sign out everywhere");

            var page = signIn(administrator, "admin", "/administration");
            assertThat(row(page, name)).containsText("统一身份认证");
            assertThat(row(page, name).getByText("重置密码")).hasCount(0);
            button(page, "修改：外来的同事").click();
            send(page, "保存", dialog -> {
                assertThat(dialog.getByLabel("姓名")).hasCount(0);
                dialog.getByRole(AriaRole.CHECKBOX).press("Space");
            });
            assertThat(row(page, name)).containsText("已停用");
        }
    }

    private static void vouchedForElsewhere(String username) throws Exception {
        try (var connection = stack().database("gateway");
                var update = connection.prepareStatement(
                        "UPDATE account SET issuer = 'https://sso.example.org', subject = ?, password_hash = '!' WHERE username = ?")) {
            update.setString(1, username);
            update.setString(2, username);
            assertThat(update.executeUpdate()).isOne();
        }
    }

    private static DemoStack stack() throws IOException, InterruptedException {
        return DemoStack.running();
    }

    @Test
    void a_key_is_shown_once_reads_what_it_may_and_ends_when_it_is_revoked() throws Exception {
        var name = "看板 " + UUID.randomUUID();
        try (var desktop = chromium.desktop("zh-CN")) {
            var page = signIn(desktop, "admin", "/administration/keys");
            take(page, "新建密钥", dialog -> {
                dialog.getByLabel("名称").fill(name);
                dialog.getByRole(AriaRole.CHECKBOX, inside("部门")).press("Space");
            });
            var once = page.getByRole(AriaRole.DIALOG, named("请立即保存"));
            assertThat(once.locator("code")).not().isEmpty();
            once.getByRole(AriaRole.BUTTON, inside("已保存，关闭")).click();
            assertThat(row(page, name)).containsText("有效");

            button(page, "吊销：" + name).click();
            send(page, "吊销", dialog -> {});
            assertThat(row(page, name)).containsText("已吊销");
        }
    }

    @Test
    void a_department_and_a_category_are_made_and_offered_at_once() throws Exception {
        var code = "T" + UUID.randomUUID().toString().substring(0, 6).toUpperCase(Locale.ROOT);
        try (var desktop = chromium.desktop("zh-CN")) {
            var page = signIn(desktop, "admin", "/administration/departments");
            take(page, "新建部门", dialog -> {
                dialog.getByLabel("代码").fill(code);
                dialog.getByLabel("名称", new Locator.GetByLabelOptions().setExact(false))
                        .first()
                        .fill("试点部门");
            });
            assertThat(row(page, code)).containsText("试点部门");

            page.getByRole(AriaRole.LINK, named("事项类别")).click();
            take(page, "新建类别", "保存", dialog -> {
                dialog.getByLabel("代码").fill("pilot-" + code.toLowerCase(Locale.ROOT));
                dialog.getByLabel("名称").first().fill("试点类别");
                dialog.getByLabel("英文名称").fill("Pilot");
            });
            assertThat(row(page, "试点类别")).containsText("在用");
        }
    }

    @Test
    void figures_are_counted_again_and_made_anew_while_somebody_looks_on() throws Exception {
        try (var desktop = chromium.desktop("zh-CN")) {
            var page = signIn(desktop, "admin", "/administration/rebuilds");

            button(page, "立即核对").click();
            assertThat(page.getByText("全部一致")).isVisible();

            take(page, "重新计算指标", dialog -> {});
            assertThat(page.locator("tbody tr").first()).containsText("已完成");
        }
    }

    @Test
    void the_pages_of_administration_are_without_barriers() throws Exception {
        lookAt(chromium, "admin", PAGES);
    }
}
