package org.huisheng.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.huisheng.e2e.Console.address;
import static org.huisheng.e2e.Console.named;
import static org.huisheng.e2e.Console.signIn;
import static org.huisheng.e2e.Console.take;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.time.YearMonth;
import java.util.regex.Pattern;
import org.huisheng.demo.Api;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A leader, who wants to see what is behind the figures. */
@ExtendWith(WithChromium.class)
class ConsoleLeaderIT {

    private final Chromium chromium;

    ConsoleLeaderIT(Chromium chromium) {
        this.chromium = chromium;
    }

    @Test
    void a_leader_goes_from_the_ranking_down_to_the_observations_behind_a_figure() throws Exception {
        try (var desktop = chromium.desktop("zh-CN")) {
            var page = signIn(desktop, "leader", "/scores?period=" + DemoStack.year() + "-YTD");
            page.getByRole(AriaRole.LISTITEM)
                    .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("市场营销部"))
                    .click();
            assertThat(page.getByRole(AriaRole.HEADING, named("四个维度"))).isVisible();
            page.getByRole(AriaRole.LINK, named("员工责任意识")).first().click();

            assertThat(page.getByRole(AriaRole.HEADING, named("观测值"))).isVisible();
            assertThat(page.locator("tbody td[data-label=计量项]").first()).containsText("awareness.employee");
            assertThat(page.locator("tbody td[data-label=来源]").first()).containsText("答卷");
        }
    }

    @Test
    void a_leader_finds_at_home_what_waits_for_a_second_person_and_seals_it() throws Exception {
        // Of last year, as in ConsolePagesIT, and another one.
        var month = YearMonth.parse(DemoStack.period()).minusMonths(15);
        DemoStack.running().as("office").post("/api/kpi/v1/periods/" + month + "/seal", Api.object());
        try (var desktop = chromium.desktop("zh-CN")) {
            var page = signIn(desktop, "leader", "/");
            var waiting = page.getByRole(AriaRole.REGION, named("等我审批"));

            waiting.getByRole(
                            AriaRole.LINK,
                            new Locator.GetByRoleOptions()
                                    .setName("%d年%d月".formatted(month.getYear(), month.getMonthValue()))
                                    .setExact(true))
                    .click();
            take(page, "确认封账", dialog -> {});

            assertThat(page.getByText("已封账").first()).isVisible();
            page.navigate(address("/"));
            assertThat(waiting).isVisible();
            assertThat(waiting).not().containsText("%d年%d月".formatted(month.getYear(), month.getMonthValue()));
        }
    }

    @Test
    void a_leader_sees_which_campaigns_there_are_and_what_was_answered() throws Exception {
        try (var desktop = chromium.desktop("zh-CN")) {
            var page = signIn(desktop, "leader", "/campaigns");
            assertThat(page.getByRole(AriaRole.BUTTON, named("新建活动"))).hasCount(0);
            page.getByRole(AriaRole.LINK, named("查看结果")).first().click();

            assertThat(page).hasURL(Pattern.compile(".*/console/campaigns/[0-9a-f-]{36}/results"));
            assertThat(page.locator("main [role=alert]")).hasCount(0);
        }
    }
}
