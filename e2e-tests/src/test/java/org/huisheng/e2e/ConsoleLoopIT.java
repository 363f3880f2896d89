package org.huisheng.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.huisheng.e2e.Console.inside;
import static org.huisheng.e2e.Console.named;
import static org.huisheng.e2e.Console.signIn;

import com.microsoft.playwright.options.AriaRole;
import org.huisheng.demo.Api;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The end of a case where its stakeholder cannot be asked yet, or not at all. */
@ExtendWith(WithChromium.class)
class ConsoleLoopIT {

    private final Chromium chromium;

    ConsoleLoopIT(Chromium chromium) {
        this.chromium = chromium;
    }

    @Test
    void the_office_writes_down_how_a_stakeholder_is_reached_and_reads_that_no_letter_leaves() throws Exception {
        var stack = DemoStack.running();
        var path = ResolvedCase.of(stack, "DIST");
        try (var desktop = chromium.desktop("zh-CN")) {
            var page = signIn(desktop, "office", "/cases/" + idOf(path));
            assertThat(page.getByText("没有登记诉求人的联系方式。")).isVisible();
            page.getByRole(AriaRole.BUTTON, named("登记或更正")).click();
            var dialog = page.getByRole(AriaRole.DIALOG);
            dialog.getByLabel("电话").fill("找门卫");
            dialog.getByRole(AriaRole.BUTTON, inside("保存")).click();
            assertThat(dialog).containsText("须为一个电话号码");
            assertThat(Chromium.barriers(page)).isEmpty();
            dialog.getByLabel("姓名").fill("某用户");
            dialog.getByLabel("电话").fill("000-24680");
            dialog.getByRole(AriaRole.BUTTON, inside("保存")).click();

            assertThat(page.getByRole(AriaRole.LINK, named("000-24680"))).isVisible();
            assertThat(page.getByText("登记或更正联系方式")).isVisible();
            assertThat(page.getByText("没有配置短信和邮件网关").first()).isVisible();
            assertThat(Chromium.barriers(page)).isEmpty();
            Chromium.picture(page, "stakeholder of a case");
        }
        assertThat(stack.as("office").get(path).at("/stakeholder/phone").asText())
                .isEqualTo("000-24680");
    }

    @Test
    void a_leader_finds_at_home_what_waits_for_a_second_person_and_decides_it() throws Exception {
        var stack = DemoStack.running();
        var path = ResolvedCase.of(stack, "DIST");
        stack.as("office")
                .created(
                        path + "/overrides",
                        Api.object().put("outcome", "CLOSED").put("reason", "用户已搬离"));
        try (var phone = chromium.phone("zh-CN")) {
            var page = signIn(phone, "leader", "/");
            assertThat(page.getByRole(AriaRole.HEADING, named("待我审批的代为认定"))).isVisible();
            Chromium.picture(page, "home of a leader on a phone");
            page.getByRole(AriaRole.LINK, named("全部申请")).click();
            assertThat(page.getByText("用户已搬离").first()).isVisible();
            Chromium.picture(page, "overrides on a phone");
            page.locator("main a[href$='" + idOf(path) + "']").click();
            page.getByRole(AriaRole.BUTTON, named("同意")).click();
            page.getByRole(AriaRole.DIALOG)
                    .getByRole(AriaRole.BUTTON, inside("同意"))
                    .click();

            assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
        }
        assertThat(stack.as("office").get(path).path("ending").asText()).isEqualTo("OVERRIDDEN");
    }

    private static String idOf(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
