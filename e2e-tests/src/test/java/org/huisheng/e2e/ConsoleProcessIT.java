package org.huisheng.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.huisheng.e2e.Console.CASES;
import static org.huisheng.e2e.Console.address;
import static org.huisheng.e2e.Console.button;
import static org.huisheng.e2e.Console.heading;
import static org.huisheng.e2e.Console.named;
import static org.huisheng.e2e.Console.openCase;
import static org.huisheng.e2e.Console.row;
import static org.huisheng.e2e.Console.send;
import static org.huisheng.e2e.Console.signIn;
import static org.huisheng.e2e.Console.take;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.huisheng.demo.Api;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The five-in-one register: from a model to a process, from a process to what is embedded in it, from a case to its step. */
@ExtendWith(WithChromium.class)
class ConsoleProcessIT {

    private static final String MODEL = """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="aris">
              <process id="%s" name="客户回访流程">
                <laneSet id="lanes"><lane id="desk" name="社责联络员"><flowNodeRef>call</flowNodeRef></lane></laneSet>
                <userTask id="call" name="电话回访"/>
                <userTask id="note" name="记录意见"/>
                <sequenceFlow id="flow" sourceRef="call" targetRef="note"/>
              </process>
            </definitions>
            """;

    private final Chromium chromium;
    private final DemoStack stack;

    ConsoleProcessIT(Chromium chromium, DemoStack stack) {
        this.chromium = chromium;
        this.stack = stack;
    }

    @Test
    void a_model_is_imported_and_social_responsibility_embedded_in_it_step_by_step() throws Exception {
        var code = "P" + UUID.randomUUID().toString().substring(0, 8);
        try (var desktop = chromium.desktop("zh-CN")) {
            var page = signIn(desktop, "office", "/processes/import");
            page.getByLabel("文件", new Page.GetByLabelOptions().setExact(true))
                    .setInputFiles(new FilePayload(
                            "回访.bpmn",
                            "application/octet-stream",
                            MODEL.formatted(code).getBytes(StandardCharsets.UTF_8)));
            button(page, "试导入").click();
            assertThat(heading(page, "试导入结果")).isVisible();
            assertThat(row(page, code)).containsText("新增");
            assertThat(row(page, code)).containsText("电话回访");
            assertThat(Chromium.barriers(page)).isEmpty();
            Chromium.picture(page, "console processes tried");
            button(page, "正式导入（1 项有变动）").click();
            row(page, code).getByRole(AriaRole.LINK).click();

            assertThat(heading(page, "客户回访流程").first()).isVisible();
            assertThat(page.getByText("先确定归口部门，再规划责任要素")).isVisible();
            take(page, "修改基本信息", dialog -> dialog.getByLabel("归口部门").selectOption("MKT"));
            take(page, "规划责任要素", dialog -> {
                dialog.getByLabel("要素内容").fill("回访时间由客户选择");
                dialog.getByLabel("步骤").selectOption("call");
            });
            take(page, "登记融入", dialog -> {
                dialog.getByLabel("佐证材料").fill("作业指导书");
                dialog.getByLabel("文号或存放位置").fill("示例 3 号");
            });
            assertThat(page.locator("[aria-current=step]")).hasText("已融入");
            page.getByText("推进记录").click();
            assertThat(page.getByText("作业指导书 · 示例 3 号")).isVisible();
            take(page, "修改步骤", "保存", dialog -> {
                dialog.getByRole(AriaRole.BUTTON, Console.inside("第 2 行上移")).click();
                dialog.getByLabel("第 1 行 英文名称").fill("Write it down");
            });
            assertThat(page.locator(".steps li").first()).containsText("记录意见");
            assertThat(Chromium.barriers(page)).isEmpty();
            Chromium.picture(page, "console process embedded");
        }
    }

    @Test
    void whoever_resolves_a_case_names_the_step_it_comes_from_and_the_map_shows_it() throws Exception {
        var id = openCase("材料要了三次");
        stack.as("office")
                .created(CASES + "/" + id + "/assignment", Api.object().put("department", "MKT"));
        stack.as("liaison-mkt").created(CASES + "/" + id + "/start", Api.object());
        try (var phone = chromium.phone("zh-CN")) {
            var page = signIn(phone, "liaison-mkt", "/cases/" + id);
            button(page, "办结").click();
            var form = page.getByRole(AriaRole.DIALOG);
            form.getByLabel("原因所在流程").selectOption("CONNECTION");
            assertThat(Chromium.barriers(page)).isEmpty();
            send(page, "办结", dialog -> {
                dialog.getByLabel("问题原因").fill("没有一次性告知");
                dialog.getByLabel("流程步骤").selectOption("RECEIVE");
                dialog.getByLabel("采取的措施").fill("公开告知清单");
            });
            assertThat(page.getByText("业扩报装流程 · 受理申请 · 营业厅受理员").first()).isVisible();

            page.navigate(address("/processes/heat"));
            assertThat(page.getByRole(AriaRole.IMG, named("诉求热力图"))).isVisible();
            page.getByText("以表格查看").first().click();
            assertThat(page.locator("figure td").first()).not().isEmpty();
            assertThat(page.getByRole(AriaRole.LINK, named("业扩报装流程")).first()).isVisible();
            Chromium.picture(page, "console process heat of a liaison");
        }
    }
}
