package org.huisheng.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.huisheng.e2e.Console.CASES;
import static org.huisheng.e2e.Console.button;
import static org.huisheng.e2e.Console.heading;
import static org.huisheng.e2e.Console.inside;
import static org.huisheng.e2e.Console.named;
import static org.huisheng.e2e.Console.openCase;
import static org.huisheng.e2e.Console.row;
import static org.huisheng.e2e.Console.send;
import static org.huisheng.e2e.Console.signIn;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.huisheng.demo.Api;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the office keeps: the register of enterprises, and who is told of what. */
@ExtendWith(WithChromium.class)
class ConsoleRegisterIT {

    private static final String ENTERPRISES = "/api/feedback/v1/enterprises";

    private final Chromium chromium;
    private final DemoStack stack;

    ConsoleRegisterIT(Chromium chromium, DemoStack stack) {
        this.chromium = chromium;
        this.stack = stack;
    }

    @Test
    void a_table_of_enterprises_is_tried_and_only_what_is_right_in_it_is_imported() throws Exception {
        var name = "导入的企业 " + UUID.randomUUID();
        var park = stack.as("office")
                .get("/api/feedback/v1/parks")
                .at("/items/0/code")
                .asText();
        try (var desktop = chromium.desktop("zh-CN")) {
            var page = signIn(desktop, "office", "/enterprises/import");
            choose(page, "园区,企业名称,规模,联系人,电话,备注\n%1$s,%2$s,小型,周工,000-1234\nNOWHERE,没有园区的,,,\n".formatted(park, name));
            button(page, "试导入").click();

            assertThat(heading(page, "试导入结果")).isVisible();
            assertThat(row(page, "没有园区的")).containsText("园区：");
            assertThat(page.getByText("不认识的列，已忽略：备注")).isVisible();
            button(page, "新增 1").click();
            assertThat(row(page, name)).containsText("新增");
            assertThat(Chromium.barriers(page)).isEmpty();
            Chromium.picture(page, "console import tried");
            assertThat(inTheRegister(name)).isZero();

            button(page, "正式导入（1 行有变动）").click();
            assertThat(page.getByRole(AriaRole.HEADING, named("导入结果").setExact(true)))
                    .isVisible();
            assertThat(inTheRegister(name)).isEqualTo(1);
            button(page, "新增 1").click();
            page.getByRole(AriaRole.LINK, named(name)).click();
            assertThat(heading(page, name)).isVisible();
            assertThat(page.getByText("周工")).isVisible();
        }
    }

    @Test
    void a_file_that_is_no_table_is_not_sent() throws Exception {
        try (var phone = chromium.phone("zh-CN")) {
            var page = signIn(phone, "office", "/enterprises/import");

            page.getByLabel("表格文件").setInputFiles(new FilePayload("名录.pdf", "application/pdf", new byte[] {1}));

            assertThat(page.getByRole(AriaRole.ALERT)).hasText("只能导入 CSV 和 XLSX 文件。");
            assertThat(button(page, "试导入")).isDisabled();
        }
    }

    @Test
    void whoever_is_entered_as_a_recipient_is_told_and_once_removed_is_not_named_any_more() throws Exception {
        var address = UUID.randomUUID() + "@grid.example";
        try (var desktop = chromium.desktop("zh-CN")) {
            var page = signIn(desktop, "office", "/administration/recipients");
            enter(page, address);
            var id = openCase("有人要被告知的一件事");
            stack.as("office")
                    .created(CASES + "/" + id + "/assignment", Api.object().put("department", "SAFE"));

            page.getByRole(AriaRole.LINK, named("通知记录")).click();
            assertThat(row(page, address)).containsText("派单");
            assertThat(Chromium.barriers(page)).isEmpty();
            Chromium.picture(page, "console notices");

            page.getByRole(AriaRole.LINK, named("通知接收人")).click();
            button(page, "删除接收人：" + address).click();
            send(page, "删除", _ -> {});
            assertThat(row(page, address)).hasCount(0);
        }
    }

    /** With an address that is none first. */
    private static void enter(Page page, String address) throws IOException {
        button(page, "新增接收人").click();
        var dialog = page.getByRole(AriaRole.DIALOG);
        dialog.getByLabel("关于哪个部门").selectOption("SAFE");
        dialog.getByLabel("号码或邮箱").fill("不是邮箱");
        assertThat(Chromium.barriers(page)).isEmpty();
        dialog.getByRole(AriaRole.BUTTON, inside("新增接收人")).click();
        assertThat(dialog.getByRole(AriaRole.ALERT)).isVisible();
        dialog.getByLabel("号码或邮箱").fill(address);
        dialog.getByRole(AriaRole.BUTTON, inside("新增接收人")).click();
        assertThat(dialog).hasCount(0);
        assertThat(row(page, address)).containsText("联络员");
        Chromium.picture(page, "console recipients");
    }

    private static void choose(Page page, String csv) {
        page.getByLabel("表格文件")
                .setInputFiles(new FilePayload("名录.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)));
    }

    private int inTheRegister(String name) throws IOException, InterruptedException {
        var search = URLEncoder.encode(name, StandardCharsets.UTF_8);
        return stack.as("office")
                .get(ENTERPRISES + "?search=" + search)
                .path("items")
                .size();
    }
}
