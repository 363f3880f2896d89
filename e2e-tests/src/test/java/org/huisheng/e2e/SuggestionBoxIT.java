package org.huisheng.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import org.huisheng.demo.Api;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Somebody who works here says something without a name, is answered, and in the end everybody reads what came of it. */
@ExtendWith(WithChromium.class)
class SuggestionBoxIT {

    private static final int PHONE_WIDTH = 360;
    private static final Duration UNTIL_PASSED_ON = Duration.ofSeconds(60);
    private static final String CASES = "/api/feedback/v1/cases";
    private static final String OUTCOMES = "/api/feedback/v1/outcomes";
    private final Chromium chromium;
    private final DemoStack stack;

    SuggestionBoxIT(Chromium chromium, DemoStack stack) {
        this.chromium = chromium;
        this.stack = stack;
    }

    @Test
    void an_employee_suggests_disputes_and_confirms_without_a_name_and_everybody_reads_the_outcome() throws Exception {
        var words = "夜班更衣室的灯坏了 " + UUID.randomUUID();
        var outcome = "更衣室照明不足 " + UUID.randomUUID();
        try (var phone = chromium.phone("zh-CN");
                var desktop = chromium.desktop("zh-CN")) {
            var code = suggest(phone, words);
            var id = caseOf(words);
            work(id, "已换灯管");
            var atOffice = signIn(desktop, "office", "/cases/" + id);
            atOffice.getByLabel("回复建议人").fill("请看看今晚亮不亮");
            atOffice.getByRole(AriaRole.BUTTON, named("发送")).click();
            assertThat(atOffice.getByText("请看看今晚亮不亮").first()).isVisible();
            assertThat(atOffice.getByRole(AriaRole.BUTTON, named("记录确认"))).hasCount(0);
            assertThat(Chromium.barriers(atOffice)).isEmpty();
            Chromium.picture(atOffice, "dialogue on the page of a case");

            var page = look(phone, code);
            assertThat(page.getByText("请看看今晚亮不亮")).isVisible();
            Chromium.picture(page, "suggestion resolved on a phone");
            answer(page, "没有解决", form -> form.getByLabel("哪里没有解决？").fill("还是不亮"));
            assertThat(page.locator(".waiting")).containsText("还是不亮");
            assertThat(Chromium.barriers(page)).isEmpty();
            awaitStatus(id, "DISPUTED");

            work(id, "已更换整套灯具");
            page.getByRole(AriaRole.BUTTON, named("刷新")).tap();
            assertThat(page.getByText("已更换整套灯具").first()).isVisible();
            answer(page, "已经解决", form -> form.getByLabel("很满意").check());
            awaitStatus(id, "CONFIRMED");

            stack.as("office").created(CASES + "/" + id + "/closure", Api.object());
            publish(id, outcome);
            var everybody = phone.newPage();
            everybody.navigate(stack.gateway() + "/outcomes");
            assertThat(everybody.getByText(outcome)).isVisible();
            assertThat(Chromium.barriers(everybody)).isEmpty();
            fits(everybody);
            Chromium.picture(everybody, "outcomes on a phone");
        }
        var matter = stack.as("office").get(CASES + "/" + caseOf(words));
        assertThat(matter.path("rating").asInt()).isEqualTo(5);
        assertThat(matter.path("stakeholder").isNull()).isTrue();
        assertThat(matter.path("category").asText()).isEqualTo("employee-suggestion.working-conditions");
    }

    /** @return the receipt code */
    private String suggest(BrowserContext phone, String words) throws IOException {
        var page = phone.newPage();
        page.navigate(stack.gateway() + "/box");
        page.getByRole(AriaRole.BUTTON, named("投入建议箱")).tap();
        assertThat(page.getByRole(AriaRole.ALERT)).hasText("请先写下您的建议。");
        page.getByLabel("关于什么").selectOption("工作条件");
        page.getByLabel("您的建议").fill(words);
        assertThat(Chromium.barriers(page)).isEmpty();
        fits(page);
        Chromium.picture(page, "suggestion box on a phone");
        page.getByRole(AriaRole.BUTTON, named("投入建议箱")).tap();
        assertThat(page.getByRole(AriaRole.HEADING, named("已投入建议箱"))).isVisible();
        assertThat(page.getByAltText("扫码打开您的对话")).isVisible();
        assertThat(Chromium.barriers(page)).isEmpty();
        fits(page);
        Chromium.picture(page, "receipt code on a phone");
        var code = page.locator("output").innerText();
        page.close();
        return code;
    }

    /** As whoever scans the code: it is in the fragment, and not there any more afterwards. */
    private Page look(BrowserContext phone, String code) throws IOException {
        var page = phone.newPage();
        page.navigate(stack.gateway() + "/box#" + code);
        assertThat(page.getByRole(AriaRole.HEADING, named("您的建议"))).isVisible();
        assertThat(page.url()).isEqualTo(stack.gateway() + "/box");
        assertThat(Chromium.barriers(page)).isEmpty();
        fits(page);
        return page;
    }

    private interface Filling {
        void fill(Locator form);
    }

    private static void answer(Page page, String choice, Filling filling) {
        page.getByText(choice, new Page.GetByTextOptions().setExact(true)).tap();
        var form = page.locator("form").filter(new Locator.FilterOptions().setHasText("问题解决了吗？"));
        filling.fill(form);
        form.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("提交"))
                .tap();
        assertThat(form).hasCount(0);
    }

    private String caseOf(String words) {
        return await().atMost(UNTIL_PASSED_ON)
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> found(words), id -> !id.isEmpty());
    }

    private String found(String words) throws IOException, InterruptedException {
        for (JsonNode line : stack.as("office")
                .get(CASES + "?side=EMPLOYEE&category=employee-suggestion&limit=50")
                .path("items")) {
            var id = line.path("id").asText();
            if (stack.as("office")
                    .get(CASES + "/" + id)
                    .path("description")
                    .asText()
                    .equals(words)) {
                return id;
            }
        }
        return "";
    }

    /** From wherever the case is to its being resolved. */
    private void work(String id, String done) throws IOException, InterruptedException {
        var path = CASES + "/" + id;
        if (stack.as("office").get(path).path("status").asText().equals("RECEIVED")) {
            // Of no department whose rates another story reads: with one employee's case in them they are suppressed.
            stack.as("office").created(path + "/assignment", Api.object().put("department", "SAFE"));
        }
        var liaison = stack.as("liaison-safe");
        liaison.created(path + "/start", Api.object());
        liaison.created(
                path + "/resolution", Api.object().put("rootCause", "灯管老化").put("actionTaken", done));
    }

    private void awaitStatus(String id, String status) {
        await().atMost(UNTIL_PASSED_ON)
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> stack.as("office")
                        .get(CASES + "/" + id)
                        .path("status")
                        .asText()
                        .equals(status));
    }

    private void publish(String id, String youSaid) throws IOException, InterruptedException {
        var draft = stack.as("office")
                .created(
                        OUTCOMES,
                        Api.object().put("caseId", id).put("youSaid", youSaid).put("weDid", "更换了整套灯具"));
        var approval = OUTCOMES + "/" + draft.path("id").asText() + "/approval";
        stack.as("leader").created(approval, Api.object());
    }

    private static void fits(Page page) {
        assertThat((int) page.evaluate("document.documentElement.scrollWidth")).isLessThanOrEqualTo(PHONE_WIDTH);
    }

    private Page signIn(BrowserContext browser, String user, String path) {
        var page = browser.newPage();
        page.navigate(stack.gateway() + "/console" + path);
        page.locator("input[name=username]").fill(user);
        page.locator("input[name=password]").fill(stack.password(user));
        page.locator("button[type=submit]").click();
        page.locator("#content").waitFor();
        return page;
    }

    private static GetByRoleOptions named(String name) {
        return new GetByRoleOptions().setName(name);
    }
}
