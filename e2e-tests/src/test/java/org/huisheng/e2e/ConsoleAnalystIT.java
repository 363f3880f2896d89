package org.huisheng.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.huisheng.e2e.Console.address;
import static org.huisheng.e2e.Console.heading;
import static org.huisheng.e2e.Console.named;
import static org.huisheng.e2e.Console.signIn;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An analyst, who sees figures. */
@ExtendWith(WithChromium.class)
class ConsoleAnalystIT {

    private final Chromium chromium;

    ConsoleAnalystIT(Chromium chromium) {
        this.chromium = chromium;
    }

    @Test
    void an_analyst_reads_scores_and_nothing_about_anybody() throws Exception {
        try (var desktop = chromium.desktop("zh-CN")) {
            var page = signIn(desktop, "analyst", "/");
            var navigation = page.getByRole(AriaRole.NAVIGATION, named("主导航"));
            assertThat(navigation.getByText("绩效得分")).isVisible();
            assertThat(navigation.getByText("反馈事项")).hasCount(0);
            assertThat(navigation.getByText("系统管理")).hasCount(0);
            assertThat(Chromium.barriers(page)).isEmpty();

            page.navigate(address("/scores?period=" + DemoStack.year() + "-YTD"));
            assertThat(page.getByRole(AriaRole.LISTITEM).filter(new Locator.FilterOptions().setHasText("市场营销部")))
                    .isVisible();
            assertThat(page.locator("main [role=alert]")).hasCount(0);
            page.navigate(address("/cases"));
            assertThat(heading(page, "没有权限")).isVisible();
        }
    }
}
