package org.huisheng.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.huisheng.demo.Api;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Staff at work: each as they are, with what they may see and do. */
class ConsoleIT {

    private static final int PHONE_WIDTH = 360;
    private static final String OWN_PASSWORD = "Harbour lantern 27 quiet";
    private static final String CASES = "/api/feedback/v1/cases";
    private static Chromium chromium;
    private static DemoStack stack;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        chromium = Chromium.start();
        stack = DemoStack.running();
    }

    @AfterAll
    static void end() {
        if (chromium != null) {
            chromium.close();
        }
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
    void a_liaison_sees_their_own_department_and_nothing_else() throws Exception {
        var foreign = openCase("别的部门的事");
        stack.as("office")
                .created(CASES + "/" + foreign + "/assignment", Api.object().put("department", "DIST"));
        try (var desktop = chromium.desktop("zh-CN")) {
            var page = signIn(desktop, "liaison-mkt", "/");
            assertThat(page.getByRole(AriaRole.HEADING, named("本部门得分"))).isVisible();
            var navigation = page.getByRole(AriaRole.NAVIGATION, named("主导航"));
            assertThat(navigation.getByText("绩效合约")).isVisible();
            assertThat(navigation.getByText("封账")).hasCount(0);

            page.navigate(console("/cases"));
            var departments = page.locator("tbody td[data-label=部门]");
            assertThat(departments.first()).hasText("市场营销部");
            assertThat(departments.allTextContents().stream().map(String::strip))
                    .containsOnly("市场营销部");
            assertThat(page.getByRole(AriaRole.CHECKBOX, named("全选本页"))).hasCount(0);

            page.navigate(console("/cases/" + foreign));
            assertThat(page.getByText("没有这个事项，或者您无权查看")).isVisible();
            page.navigate(console("/seals"));
            assertThat(page.getByRole(AriaRole.HEADING, named("没有权限"))).isVisible();
        }
    }

    @Test
    void a_leader_goes_from_the_ranking_down_to_the_observations_behind_a_figure() throws Exception {
        try (var desktop = chromium.desktop("zh-CN")) {
            var page = signIn(desktop, "leader", "/scores?period=" + DemoStack.year() + "-YTD");
            page.getByRole(AriaRole.LISTITEM)
                    .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("市场营销部"))
                    .click();
            assertThat(page.getByRole(AriaRole.HEADING, named("四个维度"))).isVisible();
            page.getByRole(AriaRole.LINK, named("员工责任意识")).first().click();

            assertThat(page.getByRole(AriaRole.HEADING, named("观测值"))).isVisible();
            assertThat(page.locator("tbody td[data-label=计量项]").first()).containsText("awareness.employee");
            assertThat(page.locator("tbody td[data-label=来源]").first()).containsText("答卷");
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
    void a_contract_is_only_concluded_while_its_weights_add_up() throws Exception {
        var contract = contract("FIN");
        try (var desktop = chromium.desktop("zh-CN")) {
            var page = signIn(desktop, "office", "/contracts/" + contract + "/next");
            var weight = page.getByLabel("增强意识", new Page.GetByLabelOptions().setExact(true));
            assertThat(button(page, "订立新版")).isDisabled();
            weight.fill("35");
            assertThat(page.getByText("还差 5%")).isVisible();
            assertThat(button(page, "订立新版")).isDisabled();
            page.getByLabel("完善管理", new Page.GetByLabelOptions().setExact(true)).fill("35");
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
    void whoever_signs_out_or_has_not_signed_in_sees_nothing() {
        try (var desktop = chromium.desktop("zh-CN")) {
            var page = signIn(desktop, "office", "/cases");
            button(page, "退出").click();
            assertThat(page.getByRole(AriaRole.HEADING, named("回声工作台"))).isVisible();

            page.navigate(console("/cases"));
            assertThat(page.getByLabel("用户名")).isVisible();
            page.getByLabel("用户名").fill("office");
            page.getByLabel("密码").fill("wrong");
            page.getByRole(AriaRole.BUTTON, named("登录")).click();
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("用户名或密码不正确");
        }
    }

    @Test
    void somebody_new_chooses_a_password_of_their_own_before_anything_else() throws Exception {
        var name = "new-" + UUID.randomUUID().toString().substring(0, 8);
        var user = Api.object().put("username", name).put("name", "新来的同事");
        user.putArray("roles").add("OFFICE");
        var temporary = stack.as("admin")
                .created("/api/auth/v1/users", user)
                .path("temporaryPassword")
                .asText();
        try (var desktop = chromium.desktop("zh-CN")) {
            var page = desktop.newPage();
            page.navigate(console("/cases"));
            page.getByLabel("用户名").fill(name);
            page.getByLabel("密码").fill(temporary);
            page.getByRole(AriaRole.BUTTON, named("登录")).click();

            assertThat(page.getByRole(AriaRole.HEADING, named("修改密码"))).isVisible();
            assertThat(Chromium.barriers(page)).isEmpty();
            Chromium.picture(page, "console first password");
            page.getByLabel("当前密码").fill(temporary);
            page.getByLabel("新密码", new Page.GetByLabelOptions().setExact(true)).fill(OWN_PASSWORD);
            page.getByLabel("再输一次新密码").fill(OWN_PASSWORD);
            page.getByRole(AriaRole.BUTTON, named("修改")).click();

            assertThat(page.getByRole(AriaRole.HEADING, named("您好，新来的同事"))).isVisible();
            page.reload();
            assertThat(page.getByRole(AriaRole.HEADING, named("您好，新来的同事"))).isVisible();
        }
    }

    @Test
    void every_page_is_without_barriers_on_a_desk_and_on_a_phone_in_both_languages() throws Exception {
        var id = stack.as("office")
                .get(CASES + "?limit=1&status=CLOSED")
                .at("/items/0/id")
                .asText();
        var contract = contract("MKT");
        var year = DemoStack.year();
        var pages = new TreeMap<>(Map.of(
                "home",
                "/",
                "cases",
                "/cases",
                "board",
                "/cases?view=board",
                "case",
                "/cases/" + id,
                "scores",
                "/scores",
                "department score",
                "/scores/MKT/" + year + "-YTD",
                "lineage",
                "/scores/MKT/" + year + "-YTD/RESPONSE_RATE",
                "contract",
                "/contracts/" + contract,
                "next contract",
                "/contracts/" + contract + "/next",
                "seals",
                "/seals"));
        try (var desktop = chromium.desktop("zh-CN");
                var phone = chromium.phone("en-GB")) {
            var onDesk = signIn(desktop, "office", "/");
            var onPhone = signIn(phone, "office", "/");
            for (var page : pages.entrySet()) {
                look(onDesk, page.getValue(), page.getKey() + " on a desk");
                look(onPhone, page.getValue(), page.getKey() + " on a phone");
                assertThat((int) onPhone.evaluate("document.documentElement.scrollWidth"))
                        .as(page.getKey())
                        .isLessThanOrEqualTo(PHONE_WIDTH);
                assertThat((String) onPhone.evaluate("document.querySelector('main').innerText"))
                        .as(page.getKey())
                        .doesNotContain("undefined", "NaN");
            }
        }
    }

    private static void look(Page page, String path, String name) throws IOException {
        page.navigate(console(path));
        page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setLevel(1)).waitFor();
        page.waitForFunction("() => document.querySelectorAll('.el-skeleton').length === 0");
        assertThat(page.locator("main [role=alert]")).hasCount(0);
        assertThat(Chromium.barriers(page)).as(name).isEmpty();
        Chromium.picture(page, "console " + name);
    }

    private static Page signIn(BrowserContext browser, String user, String path) {
        var page = browser.newPage();
        page.navigate(console(path));
        page.locator("input[name=username]").fill(user);
        page.locator("input[name=password]").fill(stack.password(user));
        page.locator("button[type=submit]").click();
        page.locator("#content").waitFor();
        return page;
    }

    private interface Filling {
        void fill(Locator dialog);
    }

    private static void take(Page page, String step, Filling filling) {
        button(page, step).click();
        var dialog = page.getByRole(AriaRole.DIALOG);
        filling.fill(dialog);
        dialog.getByRole(AriaRole.BUTTON, inside(step)).click();
        assertThat(dialog).hasCount(0);
    }

    private static Locator status(Page page) {
        return page.locator("article > .stack > p .tag").first();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, named(name).setExact(true)).first();
    }

    private static GetByRoleOptions named(String name) {
        return new GetByRoleOptions().setName(name);
    }

    private static Locator.GetByRoleOptions inside(String name) {
        return new Locator.GetByRoleOptions().setName(name).setExact(true);
    }

    private static String console(String path) {
        return stack.gateway() + "/console" + path;
    }

    private static String contract(String department) throws IOException, InterruptedException {
        JsonNode contracts = stack.as("office")
                .get("/api/kpi/v1/contracts?department=" + department + "&year=" + DemoStack.year())
                .path("items");
        return contracts.path(0).path("id").asText();
    }

    private static UUID openCase(String title) throws IOException, InterruptedException {
        var id = UUID.randomUUID();
        stack.as("office")
                .created(
                        CASES,
                        Api.object()
                                .put("caseId", id.toString())
                                .put("side", "CUSTOMER")
                                .put("category", "public-lighting")
                                .put("title", title)
                                .put("description", "楼道灯不亮"));
        return id;
    }
}
