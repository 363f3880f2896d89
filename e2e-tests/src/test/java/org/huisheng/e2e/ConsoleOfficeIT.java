package org.huisheng.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.huisheng.e2e.Console.CASES;
import static org.huisheng.e2e.Console.address;
import static org.huisheng.e2e.Console.button;
import static org.huisheng.e2e.Console.inside;
import static org.huisheng.e2e.Console.named;
import static org.huisheng.e2e.Console.openCase;
import static org.huisheng.e2e.Console.row;
import static org.huisheng.e2e.Console.signIn;
import static org.huisheng.e2e.Console.status;
import static org.huisheng.e2e.Console.take;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.huisheng.demo.Api;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The office at work: cases, what is behind figures, contracts. */
@ExtendWith(WithChromium.class)
class ConsoleOfficeIT {

    private final Chromium chromium;
    private final DemoStack stack;

    ConsoleOfficeIT(Chromium chromium, DemoStack stack) {
        this.chromium = chromium;
        this.stack = stack;
    }

    @Test
    void a_case_goes_from_hand_to_hand_until_its_stakeholder_agrees() throws Exception {
        var id = openCase("控制台里办的一件事");
        try (var office = chromium.desktop("zh-CN");
                var liaison = chromium.desktop("zh-CN")) {
            var atOffice = signIn(office, "office", "/cases/" + id);
            take(atOffice, "派单", dialog -> dialog.getByLabel("部门").selectOption("MKT"));
            assertThat(status(atOffice)).hasText("待办理");

            var atMarketing = signIn(liaison, "liaison-mkt", "/cases/" + id);
            take(atMarketing, "开始办理", dialog -> {});
            take(atMarketing, "办结", dialog -> {
                dialog.getByLabel("问题原因").fill("灯具老化");
                dialog.getByLabel("采取的措施").fill("已更换灯具");
            });
            assertThat(status(atMarketing)).hasText("待确认");
            assertThat(button(atMarketing, "记录确认")).hasCount(0);

            atOffice.reload();
            take(atOffice, "记录确认", dialog -> dialog.getByLabel("评分").selectOption("5"));
            take(atOffice, "归档", dialog -> {});
            assertThat(status(atOffice)).hasText("已归档");
            assertThat(atOffice.getByText("现在没有您可以办理的步骤")).isVisible();
        }
        var told = stack.as("office").get(CASES + "/" + id);
        assertThat(told.path("status").asText()).isEqualTo("CLOSED");
        assertThat(told.path("rating").asInt()).isEqualTo(5);
    }

    @Test
    void who_comes_too_late_is_told_and_keeps_what_they_wrote() throws Exception {
        var id = openCase("两人同时办理");
        try (var desktop = chromium.desktop("zh-CN")) {
            var page = signIn(desktop, "office", "/cases/" + id);
            button(page, "派单").click();
            var dialog = page.getByRole(AriaRole.DIALOG);
            dialog.getByLabel("部门").selectOption("MKT");
            dialog.getByLabel("内部备注").fill("请尽快");
            stack.as("office")
                    .created(CASES + "/" + id + "/assignment", Api.object().put("department", "DIST"));

            dialog.getByRole(AriaRole.BUTTON, inside("派单")).click();

            assertThat(dialog.getByRole(AriaRole.ALERT)).containsText("内容已被他人更新");
            assertThat(dialog.getByLabel("内部备注")).hasValue("请尽快");
            dialog.getByRole(AriaRole.BUTTON, inside("派单")).click();
            assertThat(dialog).hasCount(0);
        }
        assertThat(stack.as("office").get(CASES + "/" + id).path("department").asText())
                .isEqualTo("MKT");
    }

    @Test
    void many_cases_are_assigned_at_once() throws Exception {
        var first = openCase("批量一");
        var second = openCase("批量二");
        try (var desktop = chromium.desktop("zh-CN")) {
            var page = signIn(desktop, "office", "/cases?status=RECEIVED");
            page.getByRole(AriaRole.CHECKBOX, named("选择：批量一")).press("Space");
            page.getByRole(AriaRole.CHECKBOX, named("选择：批量二")).press("Space");
            assertThat(page.getByText("已选 2 条")).isVisible();
            button(page, "批量派单").click();
            var dialog = page.getByRole(AriaRole.DIALOG);
            dialog.getByLabel("部门").selectOption("DIST");
            dialog.getByRole(AriaRole.BUTTON, inside("派单")).click();
            assertThat(page.getByText("已派出 2 条")).isVisible();
        }
        for (var id : List.of(first, second)) {
            assertThat(stack.as("office").get(CASES + "/" + id).path("status").asText())
                    .isEqualTo("ASSIGNED");
        }
    }

    @Test
    void the_office_finds_the_case_behind_a_figure() throws Exception {
        try (var desktop = chromium.desktop("zh-CN")) {
            var page = signIn(desktop, "office", "/scores/MKT/" + DemoStack.year() + "-YTD/RESPONSE_RATE");
            page.locator("tbody td[data-label=来源]").first().getByText("反馈事项").click();

            assertThat(page).hasURL(Pattern.compile(".*/console/cases/[0-9a-f-]{36}"));
            assertThat(page.getByRole(AriaRole.HEADING, named("办理过程"))).isVisible();
        }
    }

    @Test
    void a_plan_says_how_the_figures_of_its_problems_have_moved() throws Exception {
        var office = stack.as("office");
        var plan = office.get("/api/feedback/v1/plans").at("/items/0/id").asText();
        var figure = office.get("/api/feedback/v1/plans/" + plan).at("/actions/0/figure");
        var path = "/api/kpi/v1/scores/" + figure.path("department").asText() + "/";
        var before = office.get(path + figure.path("period").asText());

        try (var desktop = chromium.desktop("zh-CN")) {
            var page = signIn(desktop, "office", "/improvement/" + plan);

            var moved = page.locator(".figure").first();
            assertThat(moved).containsText(name(before, figure.path("indicator").asText()));
            // In the browser's own regular expressions, which know no quoting.
            assertThat(moved).containsText(Pattern.compile("\\d → .*\\d ?(上升|下降|持平)"));
            Chromium.picture(page, "console plan with figures that moved");
        }
    }

    private static String name(JsonNode tree, String indicator) {
        for (var dimension : tree.path("dimensions")) {
            for (var each : dimension.path("indicators")) {
                if (each.path("code").asText().equals(indicator)) {
                    return each.path("name").asText();
                }
            }
        }
        throw new AssertionError("No " + indicator + " in " + tree);
    }

    @Test
    void a_contract_is_only_concluded_while_its_weights_add_up() throws Exception {
        var contract = contract("FIN");
        try (var desktop = chromium.desktop("zh-CN")) {
            var page = signIn(desktop, "office", "/contracts/" + contract + "/next");
            var weight = page.getByLabel("增强意识", new Page.GetByLabelOptions().setExact(true));
            var other = page.getByLabel("完善管理", new Page.GetByLabelOptions().setExact(true));
            assertThat(button(page, "订立新版")).isDisabled();
            weight.fill(moved(weight, -5));
            assertThat(page.getByText("还差 5%")).isVisible();
            assertThat(button(page, "订立新版")).isDisabled();
            other.fill(moved(other, 5));
            button(page, "订立新版").click();

            assertThat(page.getByRole(AriaRole.HEADING, named("第 2 版"))).isVisible();
            button(page, "签字").click();
            page.getByRole(AriaRole.DIALOG)
                    .getByRole(AriaRole.BUTTON, inside("签字"))
                    .click();
            assertThat(page.getByText("社责办：office")).isVisible();
            assertThat(page.getByText("部门尚未签字")).isVisible();
        }
    }

    @Test
    void what_is_measured_is_changed_in_a_new_version_and_nothing_is_lost_without_a_question() throws Exception {
        var contract = contract("SAFE");
        try (var desktop = chromium.desktop("zh-CN")) {
            var page = signIn(desktop, "office", "/contracts/" + contract + "/next");
            page.onDialog(Dialog::dismiss);
            button(page, "移除：机制改进评价").click();
            assertThat(button(page, "订立新版")).isDisabled();
            button(page, "加入“改进机制”").click();
            assertThat(button(page, "移除：机制改进评价")).isVisible();

            page.getByRole(AriaRole.LINK, named("← 绩效合约")).click();
            assertThat(page.getByRole(AriaRole.HEADING, named("订立新版"))).isVisible();
        }
    }

    @Test
    void a_contract_is_copied_to_another_year_and_becomes_a_template() throws Exception {
        var contract = contract("HR");
        var code = "T" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        try (var desktop = chromium.desktop("zh-CN")) {
            var page = signIn(desktop, "office", "/contracts/" + contract);
            take(page, "复制", "订立", dialog -> dialog.getByLabel("年度").fill("2077"));
            assertThat(page.getByRole(AriaRole.HEADING, named("2077 年绩效合约（第 1 版）")))
                    .isVisible();

            take(page, "存为模板", dialog -> {
                dialog.getByLabel("代码").fill(code);
                dialog.getByLabel("名称").first().fill("支撑部门模板 " + code);
            });
            page.navigate(address("/contracts?year=2077"));
            button(page, "按模板订立").click();
            assertThat(page.getByRole(AriaRole.DIALOG).getByLabel("模板")).containsText("支撑部门模板 " + code);
        }
    }

    @Test
    void a_veto_is_agreed_in_a_new_version_and_what_is_wrong_is_said_while_it_is_written() throws Exception {
        var contract = contract("DISP");
        try (var desktop = chromium.desktop("zh-CN")) {
            var page = signIn(desktop, "office", "/contracts/" + contract + "/next");
            button(page, "新建否决项").click();
            var veto = page.locator("section", new Page.LocatorOptions().setHasText("新建否决项"))
                    .locator("li")
                    .last();
            // Whoever makes one is in its first field.
            page.keyboard().type("RATE_TOO_LOW");
            veto.getByLabel("名称").first().fill("响应率过低");
            veto.getByLabel("按哪个指标自动触发").selectOption("RESPONSE_RATE");
            assertThat(page.getByText("应给出下界（below").first()).isVisible();
            assertThat(page.getByText("响应率过低 · 自动触发条件")).isVisible();
            Chromium.picture(page, "console contract with something wrong");
            veto.getByLabel("低于此值时触发").fill("20");
            assertThat(page.getByText("没有发现问题")).isVisible();
            assertThat(Chromium.barriers(page)).isEmpty();
            button(page, "订立新版").click();

            assertThat(page.getByText("“响应率”低于 20 时自动触发")).isVisible();
        }
    }

    @Test
    void what_a_class_of_departments_weighs_otherwise_is_published_with_a_template() throws Exception {
        var code = "T" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        try (var desktop = chromium.desktop("zh-CN")) {
            var page = signIn(desktop, "office", "/contracts/templates/standard/next");
            page.getByLabel("代码").first().fill(code);
            var weight = page.getByLabel("增强意识在支撑部门的权重");
            weight.fill("36");
            assertThat(button(page, "发布模板")).isDisabled();
            assertThat(page.getByText("超出 1%")).isVisible();
            page.getByLabel("完善管理在支撑部门的权重").fill("29");
            button(page, "发布模板").click();

            assertThat(page.getByRole(AriaRole.CELL, new Page.GetByRoleOptions().setName(code)))
                    .isVisible();
            var published = stack.as("office").get("/api/kpi/v1/contract-templates?code=" + code);
            var support = published.at("/items/0/weights/2");
            assertThat(support.path("class").asText()).isEqualTo("SUPPORT");
            assertThat(support.at("/dimensions/AWARENESS").asInt()).isEqualTo(36);
        }
    }

    private static String moved(Locator weight, int by) {
        return String.valueOf(Integer.parseInt(weight.inputValue()) + by);
    }

    @Test
    void whoever_signs_out_or_has_not_signed_in_sees_nothing() throws Exception {
        try (var desktop = chromium.desktop("zh-CN")) {
            var page = signIn(desktop, "office", "/cases");
            button(page, "退出").click();
            assertThat(page.getByRole(AriaRole.HEADING, named("回声工作台"))).isVisible();

            page.navigate(address("/cases"));
            assertThat(page.getByLabel("用户名")).isVisible();
            page.getByLabel("用户名").fill("office");
            page.getByLabel("密码").fill("wrong");
            page.getByRole(AriaRole.BUTTON, named("登录")).click();
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("用户名或密码不正确");
        }
    }

    @Test
    void a_case_is_found_by_its_words_under_a_saved_view_and_becomes_part_of_another() throws Exception {
        var place = UUID.randomUUID().toString().substring(0, 8);
        var survivor = openCase("路灯整排熄灭 " + place);
        var duplicate = openCase("路灯又灭了 " + place);
        try (var desktop = chromium.desktop("zh-CN")) {
            var page = signIn(desktop, "office", "/cases");
            page.getByRole(AriaRole.TEXTBOX, named("标题或内容里的字词")).fill("路灯 " + place);
            page.keyboard().press("Enter");
            assertThat(row(page, place)).hasCount(2);
            take(page, "保存当前筛选", dialog -> dialog.getByLabel("视图名称").fill("路灯 " + place));
            page.navigate(address("/cases"));
            page.getByText("已存视图").click();
            page.getByRole(AriaRole.LINK, named("路灯 " + place).setExact(true)).click();
            assertThat(row(page, place)).hasCount(2);
            Chromium.picture(page, "console cases found by words");

            page.navigate(address("/cases/" + duplicate));
            page.getByText("查找相似事项").click();
            take(
                    page,
                    "并入：路灯整排熄灭 " + place,
                    "并入",
                    dialog -> dialog.getByLabel("原因").fill("同一处"));
            assertThat(status(page)).hasText("已并案");
            page.getByRole(AriaRole.LINK, named("打开并入的事项")).click();
            assertThat(page).hasURL(Pattern.compile(".*/console/cases/" + survivor));
            assertThat(page.getByRole(AriaRole.LINK, named("路灯又灭了 " + place))).isVisible();
            assertThat(page.locator(".el-message")).hasCount(0);
            assertThat(Chromium.barriers(page)).isEmpty();
            Chromium.picture(page, "console case with a duplicate");
        }
    }

    @Test
    void a_file_put_beside_a_case_comes_back_as_it_was() throws Exception {
        var id = openCase("有照片的一件事");
        var picture = Path.of("..", "web", "public", "favicon.svg");
        var file = Files.writeString(Files.createTempFile("现场", ".txt"), "灯杆编号 17");
        try (var desktop = chromium.desktop("zh-CN")) {
            var page = signIn(desktop, "office", "/cases/" + id);
            take(page, "添加附件", dialog -> dialog.getByLabel("文件").setInputFiles(file));
            var link = page.getByRole(AriaRole.LINK, named(file.getFileName().toString()));
            var download = page.waitForDownload(link::click);
            assertThat(download.path()).hasContent("灯杆编号 17");

            button(page, "添加附件").click();
            var dialog = page.getByRole(AriaRole.DIALOG);
            dialog.getByLabel("文件").setInputFiles(picture);
            dialog.getByRole(AriaRole.BUTTON, inside("添加附件")).click();
            assertThat(dialog.getByRole(AriaRole.ALERT)).isVisible();
        }
    }

    private String contract(String department) throws IOException, InterruptedException {
        JsonNode contracts = stack.as("office")
                .get("/api/kpi/v1/contracts?department=" + department + "&year=" + DemoStack.year())
                .path("items");
        return contracts.path(0).path("id").asText();
    }
}
