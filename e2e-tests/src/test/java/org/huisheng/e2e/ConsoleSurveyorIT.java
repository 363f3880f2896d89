package org.huisheng.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.huisheng.e2e.Console.address;
import static org.huisheng.e2e.Console.inside;
import static org.huisheng.e2e.Console.named;
import static org.huisheng.e2e.Console.signIn;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.util.UUID;
import org.huisheng.demo.Api;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A surveyor on the way. */
@ExtendWith(WithChromium.class)
class ConsoleSurveyorIT {

    private final Chromium chromium;
    private final DemoStack stack;

    ConsoleSurveyorIT(Chromium chromium, DemoStack stack) {
        this.chromium = chromium;
        this.stack = stack;
    }

    @Test
    void a_surveyor_reports_a_visit_without_a_network_and_it_is_sent_once_there_is_one() throws Exception {
        var enterprise = "江边机械厂 " + UUID.randomUUID();
        arrange(enterprise);
        try (var phone = chromium.phone("zh-CN")) {
            var page = signIn(phone, "surveyor", "/visits");
            page.navigate(address("/visits/mine"));
            var card = page.locator("section").filter(new Locator.FilterOptions().setHasText(enterprise));
            var report = card.getByRole(AriaRole.BUTTON, inside("填写结果"));
            assertThat(report).isVisible();
            assertThat(Chromium.barriers(page)).isEmpty();
            Chromium.picture(page, "field visits on a phone");

            phone.setOffline(true);
            report.click();
            page.getByText("非常满意", new Page.GetByTextOptions().setExact(true)).click();
            Chromium.picture(page, "field report on a phone");
            page.getByRole(AriaRole.BUTTON, named("保存")).click();
            assertThat(page.getByText("1 份走访结果待上传")).isVisible();

            phone.setOffline(false);
            assertThat(page.getByText("1 份走访结果待上传")).hasCount(0);
            assertThat(card.getByText("已上传")).isVisible();
        }
    }

    @Test
    void what_a_surveyor_has_begun_survives_the_page_and_is_not_lost_with_a_visit_that_was_called_off()
            throws Exception {
        var enterprise = "江边铸造厂 " + UUID.randomUUID();
        var visit = arrange(enterprise);
        try (var phone = chromium.phone("zh-CN")) {
            var page = signIn(phone, "surveyor", "/visits");
            page.navigate(address("/visits/mine") + "#" + visit);
            page.getByText("不满意", new Page.GetByTextOptions().setExact(true)).click();
            page.getByRole(AriaRole.BUTTON, named("添加需求单")).click();
            page.getByLabel("需求", new Page.GetByLabelOptions().setExact(true)).fill("扩容");
            page.getByLabel("具体情况").fill("三期厂房投产");
            page.getByText("← 返回").click();
            assertThat(page.getByRole(AriaRole.BUTTON, named("继续填写"))).isVisible();

            phone.setOffline(true);
            page.reload();
            page.getByRole(AriaRole.BUTTON, named("继续填写")).click();
            assertThat(page.getByLabel("具体情况")).hasValue("三期厂房投产");
            Chromium.picture(page, "field report taken up again on a phone");
            page.getByRole(AriaRole.BUTTON, named("保存")).click();
            assertThat(page.getByText("1 份走访结果待上传")).isVisible();

            stack.as("office")
                    .created(
                            "/api/feedback/v1/visits/" + visit + "/cancellation",
                            Api.object().put("reason", "另行安排"));
            phone.setOffline(false);
            var byItself = page.getByRole(AriaRole.BUTTON, named("作为计划外走访提交"));
            assertThat(byItself).isVisible();
            Chromium.picture(page, "field report of a visit called off on a phone");
            byItself.click();
            assertThat(byItself).hasCount(0);
            assertThat(page.locator("section")
                            .filter(new Locator.FilterOptions().setHasText(enterprise))
                            .getByText("已上传"))
                    .isVisible();
        }
    }

    private String arrange(String enterprise) throws IOException, InterruptedException {
        var office = stack.as("office");
        var park = office.get("/api/feedback/v1/parks").at("/items/0/code").asText();
        var visit = UUID.randomUUID().toString();
        office.created(
                "/api/feedback/v1/visits",
                Api.object()
                        .put("visitId", visit)
                        .put("park", park)
                        .put("enterpriseName", enterprise)
                        .put("plannedFor", DemoStack.period() + "-28")
                        .put("surveyor", "surveyor"));
        return visit;
    }
}
