package org.huisheng.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a project has moved is written down, read by another, and then by everybody; and it can be taken back. */
@ExtendWith(WithChromium.class)
class StoryIT {

    private static final int PHONE_WIDTH = 360;
    private static final String PROJECTS = "/api/feedback/v1/root-projects";
    private static final String PUBLISHED = "/api/feedback/v1/published-stories";

    private final Chromium chromium;
    private final DemoStack stack;

    StoryIT(Chromium chromium, DemoStack stack) {
        this.chromium = chromium;
        this.stack = stack;
    }

    @Test
    void a_closed_project_becomes_a_story_that_a_leader_publishes_and_a_visitor_reads() throws Exception {
        var title = "楼道亮灯记 " + UUID.randomUUID();
        var project = stack.as("office")
                .get(PROJECTS + "?stage=CLOSED&department=DIST&limit=1")
                .at("/items/0/id")
                .asText();
        try (var desk = chromium.desktop("zh-CN");
                var other = chromium.desktop("zh-CN");
                var phone = chromium.phone("zh-CN")) {
            var writer = signIn(desk, "liaison-dist", "/projects/" + project);
            assertThat(writer.getByText("确定楼道长及其职责").first()).isVisible();
            writer.getByRole(AriaRole.BUTTON, named("写成案例")).click();
            assertThat(writer.getByLabel("正文 · 必填")).hasValue(Pattern.compile("社区盗窃：由 2 起变为 0 起"));
            writer.getByLabel("题目 · 必填").fill(title);
            writer.getByLabel("摘要 · 必填").fill("五方共治，楼道灯一直亮着。");
            assertThat(Chromium.barriers(writer)).isEmpty();
            // By the keyboard: lists above may still be coming, and push the button away from under the mouse.
            writer.getByRole(AriaRole.BUTTON, exactly("保存")).press("Enter");
            step(writer, "提交审核");

            var reader = signIn(other, "leader", "/stories?status=SUBMITTED");
            reader.getByText(title).click();
            step(reader, "审核通过并公开");
            var slug = slug(title);

            var visitor = phone.newPage();
            visitor.navigate(stack.gateway() + "/stories");
            visitor.getByLabel("搜索案例").fill("亮灯记");
            visitor.getByRole(AriaRole.BUTTON, exactly("搜索")).tap();
            visitor.getByRole(AriaRole.LINK, named(title)).tap();
            assertThat(visitor.getByRole(AriaRole.HEADING, named(title))).isVisible();
            assertThat(visitor.getByAltText("本案例的二维码")).isVisible();
            assertThat(visitor.url()).endsWith("/stories/" + slug);
            assertThat(Chromium.barriers(visitor)).isEmpty();
            assertThat((int) visitor.evaluate("document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(PHONE_WIDTH);
            Chromium.picture(visitor, "story on a phone");

            reader.getByRole(AriaRole.BUTTON, exactly("撤下")).click();
            reader.getByLabel("原因 · 必填").fill("措辞有待核实");
            reader.getByRole(AriaRole.DIALOG)
                    .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("撤下"))
                    .click();
            assertThat(reader.getByRole(AriaRole.DIALOG)).hasCount(0);
            visitor.reload();
            assertThat(visitor.getByText("没有找到这个案例")).isVisible();
        }
    }

    private String slug(String title) throws Exception {
        for (var line : stack.everybody().get(PUBLISHED + "?limit=20").path("items")) {
            if (line.path("title").asText().equals(title)) {
                return line.path("slug").asText();
            }
        }
        throw new AssertionError("Not published: " + title);
    }

    /** Asked for, and agreed to in the dialog of the same name. */
    private static void step(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, exactly(name)).click();
        page.getByRole(AriaRole.DIALOG)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name))
                .click();
        assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
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

    private static GetByRoleOptions exactly(String name) {
        return named(name).setExact(true);
    }
}
