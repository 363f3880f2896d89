package org.huisheng.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A terminal in a hall: who walks away leaves nothing behind for the next. */
@ExtendWith(WithChromium.class)
class KioskIT {

    private static final int UNTIL_THE_COUNTDOWN = 50_000;
    private static final int UNTIL_THE_WIPE = 15_000;

    private final Chromium chromium;
    private final DemoStack stack;

    KioskIT(Chromium chromium, DemoStack stack) {
        this.chromium = chromium;
        this.stack = stack;
    }

    @Test
    void a_visitor_who_walks_away_is_forgotten_and_cannot_be_gone_back_to() throws Exception {
        var code = stack.json().at("/demo/kioskEnrolmentCode");
        assumeTrue(code.isTextual() || System.getenv("CI") != null, "the demo data has no kiosk");
        assertThat(code.isTextual()).as("an enrolment code in the demo data").isTrue();
        try (var hall = chromium.touchScreen()) {
            var page = hall.newPage();
            page.clock().install();
            page.navigate(stack.gateway() + "/kiosk");
            page.getByLabel("登记码").fill(code.asText());
            page.getByLabel("终端名称").fill("一号体验点");
            assertThat(Chromium.barriers(page)).isEmpty();
            button(page, "登记").tap();
            assertThat(button(page, "轻触屏幕开始")).isVisible();
            Chromium.picture(page, "kiosk waiting for somebody");
            button(page, "轻触屏幕开始").tap();
            assertThat(page.locator(".questionnaire")).isVisible();
            assertThat(Chromium.barriers(page)).isEmpty();
            Chromium.picture(page, "kiosk survey");

            page.clock().runFor(UNTIL_THE_COUNTDOWN);
            assertThat(page.getByRole(AriaRole.ALERTDIALOG)).isVisible();
            Chromium.picture(page, "kiosk countdown");
            page.clock().runFor(UNTIL_THE_WIPE);

            assertThat(page.getByRole(AriaRole.ALERTDIALOG)).hasCount(0);
            assertThat(button(page, "轻触屏幕开始")).isVisible();
            page.goBack();
            assertThat(page).hasURL(stack.gateway() + "/kiosk");
            assertThat(page.locator(".questionnaire")).hasCount(0);
        }
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name));
    }
}
