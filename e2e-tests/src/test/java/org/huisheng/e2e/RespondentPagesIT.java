package org.huisheng.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import org.huisheng.demo.Api;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A voice on its way from a phone into the database, with and without a network. */
@ExtendWith(WithChromium.class)
class RespondentPagesIT {

    private static final int PHONE_WIDTH = 360;
    private final Chromium chromium;

    RespondentPagesIT(Chromium chromium) {
        this.chromium = chromium;
    }

    @Test
    void somebody_answers_on_a_small_phone_and_follows_the_receipt() throws Exception {
        var openDay = OpenDay.begin(DemoStack.running());
        try (var phone = chromium.phone("zh-CN")) {
            var page = phone.newPage();
            page.navigate(openDay.url());
            assertThat(page.getByRole(AriaRole.HEADING, named("开放日体验"))).isVisible();
            assertThat(page.getByText("匿名问卷")).isVisible();
            assertThat(Chromium.barriers(page)).isEmpty();
            assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(PHONE_WIDTH);
            Chromium.picture(page, "survey on a phone");

            rate(page, "4");
            page.getByText("讲解").tap();
            page.getByRole(AriaRole.TEXTBOX).fill("楼道灯坏了");
            page.getByRole(AriaRole.BUTTON, named("提交")).tap();

            assertThat(page.getByRole(AriaRole.HEADING, named("谢谢，已经收到"))).isVisible();
            assertThat(Chromium.barriers(page)).isEmpty();
            Chromium.picture(page, "survey handed in");
            page.getByRole(AriaRole.LINK, named("查看进展")).tap();
            assertThat(page.getByRole(AriaRole.HEADING, named("已收到您的答卷"))).isVisible();
            assertThat(Chromium.barriers(page)).isEmpty();
            Chromium.picture(page, "receipt");
        }
        assertThat(openDay.responses()).isOne();
        assertThat(openDay.answer("overall")).isEqualTo("4");
    }

    @Test
    void what_is_answered_without_a_network_survives_the_tab_and_is_sent_once_there_is_one() throws Exception {
        var openDay = OpenDay.begin(DemoStack.running());
        try (var phone = chromium.phone("zh-CN");
                var cable = NetworkCable.to(DemoStack.running().gateway())) {
            var page = phone.newPage();
            page.navigate(cable.through(openDay.url()));
            awaitKept(page);

            cable.pullOut();
            phone.setOffline(true);
            page.reload();
            rate(page, "2");
            page.getByRole(AriaRole.BUTTON, named("提交")).tap();
            assertThat(page.getByRole(AriaRole.HEADING, named("已保存，等待发送"))).isVisible();
            Chromium.picture(page, "survey waiting for a network");
            page.close();

            var later = phone.newPage();
            later.navigate(cable.through(openDay.url()));
            assertThat(later.getByRole(AriaRole.STATUS).getByText("1 份已存在本机")).isVisible();
            assertThat(openDay.responses()).isZero();
            cable.plugIn();
            phone.setOffline(false);
            assertThat(later.getByRole(AriaRole.HEADING, named("谢谢，已经收到"))).isVisible();
        }
        assertThat(openDay.responses()).isOne();
        assertThat(openDay.answer("overall")).isEqualTo("2");
    }

    @Test
    void each_of_two_answered_without_a_network_has_its_receipt() throws Exception {
        var openDay = OpenDay.begin(DemoStack.running());
        try (var phone = chromium.phone("zh-CN")) {
            var page = phone.newPage();
            page.navigate(openDay.url());
            awaitKept(page);
            phone.setOffline(true);
            rate(page, "2");
            page.getByRole(AriaRole.BUTTON, named("提交")).tap();
            page.getByRole(AriaRole.BUTTON, named("再填一份")).tap();
            rate(page, "5");
            page.getByRole(AriaRole.BUTTON, named("提交")).tap();
            assertThat(page.getByRole(AriaRole.STATUS).getByText("2 份已存在本机")).isVisible();

            phone.setOffline(false);

            assertThat(page.getByRole(AriaRole.HEADING, named("谢谢，已经收到"))).isVisible();
            var other = page.locator(".receipts a");
            assertThat(other).hasCount(1);
            assertThat(other.textContent())
                    .isNotEqualTo(page.locator(".receipt output").textContent());
            assertThat(Chromium.barriers(page)).isEmpty();
            assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(PHONE_WIDTH);
            Chromium.picture(page, "two surveys handed in");
            other.tap();
            assertThat(page.getByRole(AriaRole.HEADING, named("已收到您的答卷"))).isVisible();
        }
        assertThat(openDay.responses()).isEqualTo(2);
    }

    @Test
    void somebody_goes_on_where_they_left_off() throws Exception {
        var openDay = OpenDay.begin(DemoStack.running());
        try (var phone = chromium.phone("zh-CN")) {
            var page = phone.newPage();
            page.navigate(openDay.url());
            page.getByRole(AriaRole.TEXTBOX).fill("还没写完");
            awaitKept(page);

            page.reload();

            assertThat(page.getByText("已恢复您上次填写的内容")).isVisible();
            assertThat(page.getByRole(AriaRole.TEXTBOX)).hasValue("还没写完");
        }
    }

    @Test
    void what_the_service_refuses_is_shown_beside_the_question_and_can_be_corrected() throws Exception {
        var openDay = OpenDay.begin(DemoStack.running());
        try (var phone = chromium.phone("zh-CN")) {
            var page = phone.newPage();
            page.route("**/api/survey/v1/links/*", RespondentPagesIT::offerMoreThanThereIs);
            page.navigate(openDay.url());
            rate(page, "7");
            page.getByRole(AriaRole.BUTTON, named("提交")).tap();

            assertThat(question(page, "overall").getByRole(AriaRole.ALERT)).containsText("5");
            rate(page, "3");
            page.getByRole(AriaRole.BUTTON, named("提交")).tap();
            assertThat(page.getByRole(AriaRole.HEADING, named("谢谢，已经收到"))).isVisible();
        }
        assertThat(openDay.responses()).isOne();
        assertThat(openDay.answer("overall")).isEqualTo("3");
    }

    @Test
    void the_page_can_be_used_in_english_with_the_keyboard_alone() throws Exception {
        var openDay = OpenDay.begin(DemoStack.running());
        try (var phone = chromium.phone("en-GB")) {
            var page = phone.newPage();
            page.navigate(openDay.url());
            assertThat(page.getByRole(AriaRole.HEADING, named("Your open day"))).isVisible();
            assertThat(page.getByText("How was it?")).isVisible();

            tabTo(page, "document.activeElement.type === 'radio'");
            page.keyboard().press("Space");
            page.keyboard().press("ArrowRight");
            tabTo(page, "document.activeElement.type === 'checkbox'");
            page.keyboard().press("Space");
            tabTo(page, "document.activeElement.tagName === 'TEXTAREA'");
            page.keyboard().type("Lights");
            tabTo(
                    page,
                    "['Submit'].includes(document.activeElement.value || document.activeElement.textContent.trim())");
            page.keyboard().press("Enter");

            assertThat(page.getByRole(AriaRole.HEADING, named("Thank you, received")))
                    .isVisible();
        }
        assertThat(openDay.answer("comment")).isEqualTo("Lights");
    }

    @Test
    void who_changes_the_language_changes_the_questions_too() throws Exception {
        var openDay = OpenDay.begin(DemoStack.running());
        try (var phone = chromium.phone("zh-CN")) {
            var page = phone.newPage();
            page.navigate(openDay.url());
            assertThat(page.getByText("今天怎么样？")).isVisible();

            page.getByRole(AriaRole.BUTTON, named("English")).tap();

            assertThat(page.getByText("How was it?")).isVisible();
            assertThat(page.locator("html")).hasAttribute("lang", "en");
        }
    }

    @Test
    void a_questionnaire_can_be_read_in_every_language_it_is_written_in() throws Exception {
        var openDay = OpenDay.begin(DemoStack.running(), """
                {"title": {"default": "体验", "fr": "Votre visite", "ar": "زيارتك"}, "locale": "zh-cn", "elements": [
                  {"type": "comment", "name": "comment", "isRequired": true,
                   "title": {"default": "还想说什么", "fr": "Autre chose ?", "ar": "هل من شيء آخر؟"}}]}
                """, Api.object());
        try (var phone = chromium.phone("fr-FR")) {
            var page = phone.newPage();
            page.navigate(openDay.url());
            assertThat(page.getByRole(AriaRole.HEADING, named("Votre visite"))).isVisible();
            assertThat(page.getByRole(AriaRole.BUTTON, named("Terminer"))).isVisible();
            assertThat(page.getByLabel("语言").locator("option"))
                    .hasText(new String[] {"中文", "English", "العربية", "français"});
            assertThat(Chromium.barriers(page)).isEmpty();

            page.getByLabel("语言").selectOption("ar");

            assertThat(page.getByText("هل من شيء آخر؟")).isVisible();
            assertThat(page.locator(".questionnaire")).hasAttribute("dir", "rtl");
            assertThat(page.locator("html")).hasAttribute("lang", "en");
            assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(PHONE_WIDTH);
        }
    }

    @Test
    void who_was_given_a_link_for_one_answer_is_not_offered_another() throws Exception {
        var openDay = OpenDay.begin(DemoStack.running(), Api.object().put("access", "SINGLE_USE"));
        try (var phone = chromium.phone("zh-CN");
                var stranger = chromium.phone("zh-CN")) {
            var page = phone.newPage();
            page.navigate(openDay.url());
            assertThat(page.getByText("这个链接只给您一人")).isVisible();
            rate(page, "5");
            page.getByRole(AriaRole.BUTTON, named("提交")).tap();
            assertThat(page.getByRole(AriaRole.HEADING, named("谢谢，已经收到"))).isVisible();
            assertThat(page.getByRole(AriaRole.BUTTON, named("再填一份"))).hasCount(0);

            var theirs = stranger.newPage();
            theirs.navigate(openDay.url());

            assertThat(theirs.getByRole(AriaRole.HEADING, named("这个链接已经用过了"))).isVisible();
            assertThat(theirs.getByText("请向发给您链接的人要一个新的")).isVisible();
            assertThat(Chromium.barriers(theirs)).isEmpty();
        }
    }

    @Test
    void what_was_answered_offline_before_the_end_is_taken_after_it() throws Exception {
        var openDay = OpenDay.begin(DemoStack.running(), Api.object().put("graceDays", 2));
        try (var phone = chromium.phone("zh-CN")) {
            var page = phone.newPage();
            page.navigate(openDay.url());
            awaitKept(page);
            phone.setOffline(true);
            rate(page, "3");
            page.getByRole(AriaRole.BUTTON, named("提交")).tap();
            assertThat(page.getByRole(AriaRole.STATUS).getByText("1 份已存在本机")).isVisible();
            openDay.end();

            phone.setOffline(false);

            assertThat(page.getByRole(AriaRole.HEADING, named("谢谢，已经收到"))).isVisible();
        }
        assertThat(openDay.responses()).isOne();
    }

    @Test
    void who_comes_too_late_or_astray_is_told_so() throws Exception {
        var stack = DemoStack.running();
        var openDay = OpenDay.begin(stack);
        openDay.end();
        try (var phone = chromium.phone("zh-CN")) {
            var page = phone.newPage();
            page.navigate(openDay.url());
            assertThat(page.getByRole(AriaRole.HEADING, named("活动已经结束"))).isVisible();
            assertThat(Chromium.barriers(page)).isEmpty();

            page.navigate(stack.gateway() + "/s/no-such-link");
            assertThat(page.getByRole(AriaRole.HEADING, named("没有找到这份问卷"))).isVisible();
        }
    }

    /** As when a definition in somebody's cache is not the one that counts. */
    private static void offerMoreThanThereIs(Route route) {
        var answer = route.fetch();
        route.fulfill(new Route.FulfillOptions()
                .setResponse(answer)
                .setBody(answer.text().replace("\"rateMax\":5", "\"rateMax\":7")));
    }

    private static GetByRoleOptions named(String name) {
        return new GetByRoleOptions().setName(name);
    }

    private static Locator question(Page page, String name) {
        return page.locator("[data-name=" + name + "]");
    }

    private static void rate(Page page, String step) {
        question(page, "overall")
                .getByText(step, new Locator.GetByTextOptions().setExact(true))
                .tap();
    }

    private static void tabTo(Page page, String there) {
        for (var left = 40; left > 0; left--) {
            page.keyboard().press("Tab");
            if ((boolean) page.evaluate(there)) {
                return;
            }
        }
        throw new AssertionError("The keyboard does not get to where " + there);
    }

    private static void awaitKept(Page page) {
        assertThat(page.getByRole(AriaRole.BUTTON, named("提交"))).isVisible();
        page.evaluate("navigator.serviceWorker.ready.then(() => undefined)");
    }
}
