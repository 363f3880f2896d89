package org.huisheng.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.huisheng.e2e.Console.CASES;
import static org.huisheng.e2e.Console.address;
import static org.huisheng.e2e.Console.named;
import static org.huisheng.e2e.Console.openCase;
import static org.huisheng.e2e.Console.signIn;

import com.microsoft.playwright.options.AriaRole;
import org.huisheng.demo.Api;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A liaison, who sees their own department. */
@ExtendWith(WithChromium.class)
class ConsoleLiaisonIT {

    private final Chromium chromium;
    private final DemoStack stack;

    ConsoleLiaisonIT(Chromium chromium, DemoStack stack) {
        this.chromium = chromium;
        this.stack = stack;
    }

    @Test
    void a_liaison_sees_their_own_department_and_nothing_else() throws Exception {
        var foreign = openCase("别的部门的事");
        stack.as("office")
                .created(CASES + "/" + foreign + "/assignment", Api.object().put("department", "DIST"));
        try (var desktop = chromium.desktop("zh-CN")) {
            var page = signIn(desktop, "liaison-mkt", "/");
            assertThat(page.getByRole(AriaRole.HEADING, named("本部门得分"))).isVisible();
            var navigation = page.getByRole(AriaRole.NAVIGATION, named("主导航"));
            assertThat(navigation.getByText("绩效合约")).isVisible();
            assertThat(navigation.getByText("封账")).hasCount(0);

            page.navigate(address("/cases"));
            var departments = page.locator("tbody td[data-label=部门]");
            assertThat(departments.first()).hasText("市场营销部");
            assertThat(departments.allTextContents().stream().map(String::strip))
                    .containsOnly("市场营销部");
            assertThat(page.getByRole(AriaRole.CHECKBOX, named("全选本页"))).hasCount(0);

            page.navigate(address("/cases/" + foreign));
            assertThat(page.getByText("没有这个事项，或者您无权查看")).isVisible();
            page.navigate(address("/seals"));
            assertThat(page.getByRole(AriaRole.HEADING, named("没有权限"))).isVisible();
        }
    }
}
