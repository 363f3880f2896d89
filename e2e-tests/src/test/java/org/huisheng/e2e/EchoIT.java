package org.huisheng.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;
import org.huisheng.demo.Api;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whoever speaks hears what became of it, and may take back what they said. */
@ExtendWith(WithChromium.class)
class EchoIT {

    private final Chromium chromium;

    EchoIT(Chromium chromium) {
        this.chromium = chromium;
    }

    @Test
    void somebody_reads_on_their_receipt_what_became_of_the_case_their_answers_opened() throws Exception {
        var stack = DemoStack.running();
        var openDay = OpenDay.begin(stack, Api.object().put("anonymous", false));
        var receipt = answered(stack, openDay);
        var office = stack.as("office");
        var path = resolvedFrom(stack, openDay);
        var request = office.created(path + "/confirmation-requests", Api.object());
        stack.everybody()
                .created(
                        "/api/feedback/v1/confirmations/"
                                + request.path("token").asText(),
                        Api.object().put("outcome", "CONFIRMED").put("rating", 5));

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(stack.everybody()
                                .get("/api/survey/v1/receipts/" + receipt)
                                .at("/cases/0/state")
                                .asText())
                        .isEqualTo("CONFIRMED"));
        try (var phone = chromium.phone("zh-CN")) {
            var page = phone.newPage();
            page.navigate(stack.gateway() + "/r/" + receipt);
            assertThat(page.getByRole(AriaRole.HEADING, named("您已确认解决"))).isVisible();
            assertThat(page.getByRole(AriaRole.LISTITEM).locator("span"))
                    .hasText(new String[] {"受理", "开始处理", "责任部门答复已办结", "您确认已解决"});
            assertThat(page.locator("body")).not().containsText("线路老化");
            assertThat(Chromium.barriers(page)).isEmpty();
        }
    }

    @Test
    void whoever_holds_the_receipt_says_on_its_page_whether_what_they_spoke_of_is_settled() throws Exception {
        var stack = DemoStack.running();
        var openDay = OpenDay.begin(stack, Api.object().put("anonymous", false));
        var receipt = answered(stack, openDay);
        var path = resolvedFrom(stack, openDay);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(stack.everybody()
                                .created(
                                        "/api/feedback/v1/receipt-confirmations",
                                        Api.object().put("receipt", receipt))
                                .path("items"))
                        .hasSize(1));

        try (var phone = chromium.phone("zh-CN")) {
            var page = phone.newPage();
            page.navigate(stack.gateway() + "/r/" + receipt);
            assertThat(page.getByRole(AriaRole.HEADING, named("您反映的事项解决了吗？"))).isVisible();
            assertThat(page.locator("body")).containsText("更换线路");
            Chromium.picture(page, "question on a receipt");
            assertThat(Chromium.barriers(page)).isEmpty();
            page.getByText("已经解决", new com.microsoft.playwright.Page.GetByTextOptions().setExact(true))
                    .tap();
            page.getByLabel("很满意").check();
            page.getByRole(AriaRole.BUTTON, named("提交")).tap();
            assertThat(page.getByRole(AriaRole.HEADING, named("您已确认解决")).first())
                    .isVisible();
            Chromium.picture(page, "answer on a receipt");
        }

        assertThat(stack.as("office").get(path).path("rating").asInt()).isEqualTo(5);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(stack.everybody()
                                .get("/api/survey/v1/receipts/" + receipt)
                                .at("/cases/0/state")
                                .asText())
                        .isEqualTo("CONFIRMED"));
    }

    @Test
    void whoever_holds_the_receipt_tells_the_department_what_it_waits_for() throws Exception {
        var stack = DemoStack.running();
        var openDay = OpenDay.begin(stack, Api.object().put("anonymous", false));
        var receipt = answered(stack, openDay);
        var path = begunFrom(stack, openDay);
        stack.as("liaison-dist")
                .created(
                        path + "/waiting", Api.object().put("reason", "不知道是哪一层").put("publicNote", "请问是哪一层的灯不亮？"));
        var inquiries = new ArrayList<String>();
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            inquiries.clear();
            stack.everybody()
                    .created(
                            "/api/feedback/v1/receipt-confirmations",
                            Api.object().put("receipt", receipt))
                    .path("inquiries")
                    .forEach(each -> inquiries.add(each.path("token").asText()));
            assertThat(inquiries).hasSize(1);
        });

        try (var phone = chromium.phone("zh-CN")) {
            var page = phone.newPage();
            page.navigate(stack.gateway() + "/r/" + receipt);
            assertThat(page.getByRole(AriaRole.HEADING, named("请您补充说明"))).isVisible();
            assertThat(page.locator("body")).containsText("请问是哪一层的灯不亮？");
            assertThat(page.locator("body")).not().containsText("不知道是哪一层");
            Chromium.picture(page, "a department asks on a receipt");
            assertThat(Chromium.barriers(page)).isEmpty();
            page.navigate(stack.gateway() + "/a/" + inquiries.getFirst());
            page.getByRole(AriaRole.BUTTON, named("提交")).tap();
            assertThat(page.getByRole(AriaRole.ALERT)).hasText("请填写您的答复。");
            page.getByRole(AriaRole.TEXTBOX).fill("四层");
            Chromium.picture(page, "a department asks on a phone");
            assertThat(Chromium.barriers(page)).isEmpty();
            page.getByRole(AriaRole.BUTTON, named("提交")).tap();
            assertThat(page.getByRole(AriaRole.HEADING, named("已收到您的答复"))).isVisible();
            assertThat(page.locator("body")).containsText("四层");
            Chromium.picture(page, "a department has its answer");
            assertThat(Chromium.barriers(page)).isEmpty();
        }

        var heard = stack.as("liaison-dist").get(path);
        assertThat(heard.path("status").asText()).isEqualTo("IN_PROGRESS");
        assertThat(heard.path("timeline")
                        .get(heard.path("timeline").size() - 1)
                        .path("publicNote")
                        .asText())
                .isEqualTo("四层");
    }

    @Test
    void who_takes_their_answers_back_by_keyboard_is_told_first_what_will_happen() throws Exception {
        var stack = DemoStack.running();
        var openDay = OpenDay.begin(stack);
        var receipt = answered(stack, openDay);
        try (var phone = chromium.phone("en-GB")) {
            var page = phone.newPage();
            page.navigate(stack.gateway() + "/r/" + receipt);
            var open = page.getByRole(AriaRole.BUTTON, named("Take these answers back"));
            open.focus();
            page.keyboard().press("Enter");
            assertThat(page.getByRole(AriaRole.DIALOG)).containsText("cannot be undone");
            assertThat(Chromium.barriers(page)).isEmpty();
            page.keyboard().press("Escape");
            assertThat(page.getByRole(AriaRole.DIALOG)).isHidden();
            assertThat(open).isFocused();
            assertThat(withdrawn(openDay)).isZero();

            page.keyboard().press("Enter");
            assertThat(page.getByRole(AriaRole.BUTTON, named("Keep them"))).isFocused();
            page.keyboard().press("Tab");
            page.keyboard().press("Enter");

            assertThat(page.getByRole(AriaRole.HEADING, named("Your answers were withdrawn")))
                    .isVisible();
            assertThat(open).hasCount(0);
            assertThat(Chromium.barriers(page)).isEmpty();
        }
        assertThat(withdrawn(openDay)).isOne();
    }

    /** A case from the only answer of the campaign. */
    private static String resolvedFrom(DemoStack stack, OpenDay openDay) throws IOException, InterruptedException {
        var path = begunFrom(stack, openDay);
        stack.as("liaison-dist")
                .created(
                        path + "/resolution",
                        Api.object().put("rootCause", "线路老化").put("actionTaken", "更换线路"));
        return path;
    }

    private static String begunFrom(DemoStack stack, OpenDay openDay) throws IOException, InterruptedException {
        var office = stack.as("office");
        var responseId = office.get("/api/survey/v1/campaigns/" + openDay.campaign() + "/responses")
                .at("/items/0/responseId")
                .asText();
        var opened = office.created(
                "/api/feedback/v1/cases",
                Api.object()
                        .put("side", "CUSTOMER")
                        .put("category", "corridor-light")
                        .put("title", "楼道灯不亮")
                        .put("description", "三单元楼道灯不亮")
                        .put("responseId", responseId));
        var path = "/api/feedback/v1/cases/" + opened.path("id").asText();
        office.created(path + "/assignment", Api.object().put("department", "DIST"));
        stack.as("liaison-dist").created(path + "/start", Api.object());
        return path;
    }

    private static String answered(DemoStack stack, OpenDay openDay) throws IOException, InterruptedException {
        var link = openDay.url().substring(openDay.url().lastIndexOf('/') + 1);
        ObjectNode answers = Api.object().put("overall", 2).put("comment", "楼道灯坏了");
        var answer = stack.everybody()
                .created("/api/survey/v1/responses", DemoStack.response(UUID.randomUUID(), link, answers));
        return answer.path("receipt").asText();
    }

    private static long withdrawn(OpenDay openDay) throws SQLException {
        return openDay.stack()
                .count(
                        "survey",
                        "SELECT count(*) FROM response WHERE withdrawn_at IS NOT NULL AND campaign_id = '"
                                + openDay.campaign() + "'");
    }

    private static GetByRoleOptions named(String name) {
        return new GetByRoleOptions().setName(name);
    }
}
