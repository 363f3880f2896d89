package org.huisheng.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.huisheng.e2e.Console.address;
import static org.huisheng.e2e.Console.button;
import static org.huisheng.e2e.Console.heading;
import static org.huisheng.e2e.Console.send;
import static org.huisheng.e2e.Console.signIn;
import static org.huisheng.e2e.Console.take;

import com.microsoft.playwright.options.SelectOption;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whoever asks: questionnaires, campaigns, and the rules for what is answered. */
@ExtendWith(WithChromium.class)
class ConsoleAuthorIT {

    private final Chromium chromium;
    private final DemoStack stack;

    ConsoleAuthorIT(Chromium chromium, DemoStack stack) {
        this.chromium = chromium;
        this.stack = stack;
    }

    @Test
    void a_questionnaire_is_written_published_asked_and_read() throws Exception {
        var title = "午餐意见 " + UUID.randomUUID().toString().substring(0, 8);
        try (var desktop = chromium.desktop("zh-CN")) {
            var page = signIn(desktop, "office", "/surveys");
            take(page, "新建问卷", dialog -> dialog.getByLabel("标题").fill(title));
            button(page, "在第 1 页增加题目").click();
            assertThat(page.getByText("可以发布的题目都没有问题")).isVisible();
            button(page, "保存").click();
            assertThat(page.getByText("草稿已保存")).isVisible();
            take(page, "发布新版本", dialog -> {});

            page.navigate(address("/campaigns"));
            take(page, "新建活动", "保存", dialog -> {
                dialog.getByLabel("名称").fill(title);
                dialog.getByLabel("问卷").selectOption(new SelectOption().setLabel("用户 · " + title));
            });
            assertThat(heading(page, title)).isVisible();
            take(page, "现在开始", dialog -> {});
            take(page, "生成链接", dialog -> {});
            assertThat(page.getByText("/s/").first()).isVisible();
            Chromium.picture(page, "console campaign that has begun");

            var campaign = page.url().replaceFirst(".*/", "");
            page.navigate(address("/campaigns/" + campaign + "/results"));
            assertThat(page.locator("main [role=alert]")).hasCount(0);
            assertThat(Chromium.barriers(page)).isEmpty();
        }
        var participation = stack.as("office").get("/api/survey/v1/campaigns?limit=1");
        assertThat(participation.at("/items/0/name").asText()).isEqualTo(title);
    }

    @Test
    void a_rule_is_written_tried_out_and_enabled() throws Exception {
        var name = "低分 " + UUID.randomUUID().toString().substring(0, 8);
        try (var desktop = chromium.desktop("zh-CN")) {
            var page = signIn(desktop, "office", "/rules");
            take(page, "新建规则", "保存", dialog -> {
                dialog.getByLabel("名称").fill(name);
                dialog.getByLabel("条件").fill("{overall} <= 2");
                dialog.getByLabel("事项标题").fill("低满意度");
                dialog.getByLabel("事项内容").fill("请回访。");
                dialog.getByLabel("类别").selectOption(new SelectOption().setIndex(1));
            });
            assertThat(heading(page, name)).isVisible();
            button(page, "试算").click();
            assertThat(page.getByText("查看的答卷")).isVisible();
            assertThat(Chromium.barriers(page)).isEmpty();
            Chromium.picture(page, "console rule tried out");
            take(page, "启用", dialog -> {});
            assertThat(button(page, "停用")).isVisible();
            take(page, "停用", dialog -> {});

            button(page, "修改").click();
            send(page, "保存", dialog -> dialog.getByLabel("条件").fill("{overall} <="));
            button(page, "试算").click();
            assertThat(page.locator("main [role=alert]")).isVisible();
        }
    }
}
