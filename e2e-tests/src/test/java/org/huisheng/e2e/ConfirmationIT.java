package org.huisheng.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import org.huisheng.demo.Api;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whether a case is settled is said by whoever raised it, on their phone and without an account. */
@ExtendWith(WithChromium.class)
class ConfirmationIT {

    private static final int PHONE_WIDTH = 360;
    private final Chromium chromium;

    ConfirmationIT(Chromium chromium) {
        this.chromium = chromium;
    }

    @Test
    void somebody_reads_on_their_phone_what_was_done_and_confirms_with_a_rating() throws Exception {
        var stack = DemoStack.running();
        var path = ResolvedCase.of(stack, "DIST");
        try (var phone = chromium.phone("zh-CN")) {
            var page = phone.newPage();
            page.navigate(link(stack, path));
            assertThat(page.getByRole(AriaRole.HEADING, named("您反映的事项解决了吗？"))).isVisible();
            assertThat(page.locator("body")).containsText("更换线路");
            assertThat(page.locator("body")).containsText("已约定复测时间");
            assertThat(page.locator("body")).not().containsText("线路老化");
            assertThat(Chromium.barriers(page)).isEmpty();

            page.getByRole(AriaRole.BUTTON, named("提交")).tap();
            assertThat(page.getByRole(AriaRole.ALERT)).hasText("请选择是否已经解决。");
            page.getByText("已经解决", new com.microsoft.playwright.Page.GetByTextOptions().setExact(true))
                    .tap();
            page.getByLabel("很满意").check();
            page.getByRole(AriaRole.TEXTBOX).fill("很快");
            assertThat(Chromium.barriers(page)).isEmpty();
            Chromium.picture(page, "confirmation on a phone");
            assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(PHONE_WIDTH);
            page.getByRole(AriaRole.BUTTON, named("提交")).tap();

            assertThat(page.getByRole(AriaRole.HEADING, named("您已确认解决"))).isVisible();
            assertThat(Chromium.barriers(page)).isEmpty();
            Chromium.picture(page, "confirmation given");
            page.reload();
            assertThat(page.getByRole(AriaRole.HEADING, named("您已确认解决"))).isVisible();
        }
        var settled = stack.as("office").get(path);
        assertThat(settled.path("status").asText()).isEqualTo("CONFIRMED");
        assertThat(settled.path("rating").asInt()).isEqualTo(5);
    }

    @Test
    void somebody_says_in_english_that_it_is_not_settled_and_the_older_link_is_void_afterwards() throws Exception {
        var stack = DemoStack.running();
        var path = ResolvedCase.of(stack, "DIST");
        var older = link(stack, path);
        try (var phone = chromium.phone("en-GB")) {
            var page = phone.newPage();
            page.navigate(link(stack, path));
            page.getByLabel("No, it is not").check();
            page.getByRole(AriaRole.BUTTON, named("Send")).tap();
            assertThat(page.getByRole(AriaRole.ALERT)).hasText("Please say what is not settled.");
            page.getByRole(AriaRole.TEXTBOX).fill("Still dark");
            page.getByRole(AriaRole.BUTTON, named("Send")).tap();

            assertThat(page.getByRole(AriaRole.HEADING, named("You said that it is not settled")))
                    .isVisible();
            assertThat(Chromium.barriers(page)).isEmpty();
            page.navigate(older);
            assertThat(page.getByRole(AriaRole.HEADING, named("You said that it is not settled")))
                    .isVisible();
            page.navigate(stack.gateway() + "/c/nonsense");
            assertThat(page.getByRole(AriaRole.HEADING, named("There is no such link")))
                    .isVisible();
        }
        assertThat(stack.as("office").get(path).path("status").asText()).isEqualTo("DISPUTED");
    }

    private static String link(DemoStack stack, String path) throws IOException, InterruptedException {
        var token = stack.as("office")
                .created(path + "/confirmation-requests", Api.object())
                .path("token")
                .asText();
        return stack.gateway() + "/c/" + token;
    }

    private static GetByRoleOptions named(String name) {
        return new GetByRoleOptions().setName(name);
    }
}
