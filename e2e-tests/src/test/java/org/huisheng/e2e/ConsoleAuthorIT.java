package org.huisheng.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.huisheng.e2e.Console.address;
import static org.huisheng.e2e.Console.button;
import static org.huisheng.e2e.Console.heading;
import static org.huisheng.e2e.Console.send;
import static org.huisheng.e2e.Console.signIn;
import static org.huisheng.e2e.Console.take;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import java.util.UUID;
import org.huisheng.demo.Api;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whoever asks: questionnaires, campaigns, and the rules for what is answered. */
@ExtendWith(WithChromium.class)
class ConsoleAuthorIT {

    private static final String ALL_KINDS = """
            {"elements": [
              {"type": "html", "name": "hello", "html": "<p>请<b>帮助</b>我们</p>"},
              {"type": "rating", "name": "rated", "title": "第一题", "isRequired": true},
              {"type": "rating", "name": "smiles", "title": "第二题", "rateType": "smileys"},
              {"type": "dropdown", "name": "one", "title": "第三题", "choices": ["下拉甲", "乙"], "defaultValue": "下拉甲"},
              {"type": "tagbox", "name": "several", "title": "第四题", "choices": ["甲", "乙"], "defaultValue": ["乙"]},
              {"type": "ranking", "name": "order", "title": "第五题", "choices": ["甲", "乙", "丙"]},
              {"type": "imagepicker", "name": "picture", "title": "第六题",
               "choices": [{"value": "a", "imageLink": "/favicon.svg"}]},
              {"type": "boolean", "name": "yes", "title": "第七题"},
              {"type": "matrix", "name": "rows", "title": "第八题", "columns": [1, 2, 3], "rows": ["甲", "乙"]},
              {"type": "matrixdropdown", "name": "cells", "title": "第九题", "choices": [1, 2],
               "columns": [{"name": "列"}], "rows": ["甲"]},
              {"type": "multipletext", "name": "texts", "title": "第十题", "items": [{"name": "甲"}, {"name": "乙"}]},
              {"type": "paneldynamic", "name": "list", "title": "第十一题", "panelCount": 1,
               "templateElements": [{"type": "text", "name": "day", "inputType": "date"}]},
              {"type": "comment", "name": "words", "title": "第十二题", "maxLength": 200}]}
            """;

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
    void a_questionnaire_with_questions_of_all_kinds_is_tried_out_where_it_is_written() throws Exception {
        var survey = Api.object().put("title", "各种题目 " + UUID.randomUUID()).put("side", "CUSTOMER");
        survey.set("definition", Api.JSON.readTree(ALL_KINDS));
        var id = stack.as("office")
                .created("/api/survey/v1/surveys", survey)
                .path("id")
                .asText();
        try (var desktop = chromium.desktop("zh-CN")) {
            var page = signIn(desktop, "office", "/surveys/" + id);
            var preview = page.locator(".questionnaire");

            assertThat(preview.getByText("第十二题")).isVisible();
            preview.locator(".sd-rating__item").first().click();
            preview.getByText("下拉甲").first().waitFor();
            Chromium.picture(page, "console questionnaire of all kinds");
            preview.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("提交"))
                    .click();

            assertThat(page.getByText("提交后将会保存的答案")).isVisible();
            assertThat(page.locator("pre")).containsText("\"rated\"");
        }
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
