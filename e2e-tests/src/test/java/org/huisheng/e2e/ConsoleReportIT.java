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
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.UUID;
import org.huisheng.demo.Api;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two reports that leave the house: to the government each quarter, and of the improvement plan to the parent company each month. */
@ExtendWith(WithChromium.class)
class ConsoleReportIT {

    private static final String FIGURES = """
            代码,数值,上年同期
            society-energy,12.8,12.1
            industry-energy,8.3,8
            resident-energy,2.2,2.3
            peak-load,70.5,68
            new-connections,1402,1350
            new-capacity,10.4,9.8
            key-projects,14,12
            reliability,99.96,99.95
            outage-hours,1.2,1.3
            voltage-quality,99.98,99.97
            visits,102,98
            requests,205,214
            requests-solved,203,209
            satisfaction,98.1,97.6
            """;

    private final Chromium chromium;
    private final DemoStack stack;

    ConsoleReportIT(Chromium chromium, DemoStack stack) {
        this.chromium = chromium;
        this.stack = stack;
    }

    @Test
    void a_quarter_is_reported_from_a_table_to_the_endorsement() throws Exception {
        var authority = "区政府" + UUID.randomUUID().toString().substring(0, 8);
        try (var desktop = chromium.desktop("zh-CN");
                var phone = chromium.phone("zh-CN")) {
            var page = signIn(desktop, "office", "/supply-reports");
            take(page, "新建汇报", dialog -> {
                dialog.getByLabel("报送单位").fill(authority);
                dialog.getByLabel("责任部门").selectOption("MKT");
            });
            assertThat(heading(page, "尚缺的数据")).isVisible();
            button(page, "上传表格").click();
            page.getByLabel("文件", new Page.GetByLabelOptions().setExact(true)).setInputFiles(table("x,1\n"));
            assertThat(page.getByText("有不能识别的行")).isVisible();
            page.getByLabel("文件", new Page.GetByLabelOptions().setExact(true)).setInputFiles(table(""));
            assertThat(Chromium.barriers(page)).isEmpty();
            Chromium.picture(page, "console supply report tried");
            button(page, "写入 14 项").click();
            assertThat(heading(page, "尚缺的数据")).hasCount(0);
            assertThat(page.getByText("全社会用电量12.8亿千瓦时，同比上升5.8%")).isVisible();
            assertThat(page.getByText("您参与了编写")).isVisible();
            assertThat(Chromium.barriers(page)).isEmpty();
            Chromium.picture(page, "console supply report drafted");
            var path = page.url().substring(page.url().indexOf("/supply-reports/"));

            var leader = signIn(phone, "leader", path);
            take(leader, "批准", dialog -> {});
            assertThat(leader.getByText("已批准的版本")).isVisible();
            assertThat(Chromium.barriers(leader)).isEmpty();
            Chromium.picture(leader, "console supply report approved on a phone");

            page.reload();
            take(page, "登记报送", dialog -> dialog.getByLabel("文号").fill("供电汇报示例1号"));
            assertThat(page.getByText("尚无回音")).isVisible();
            page.navigate(address("/government"));
            button(page, "登记意见").click();
            send(page, "登记意见", dialog -> {
                dialog.getByLabel("类型").selectOption("ENDORSEMENT");
                var reports = dialog.getByLabel("批示的汇报");
                var ours = reports.locator("option").filter(new Locator.FilterOptions().setHasText(authority));
                ours.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
                reports.selectOption(ours.getAttribute("value"));
                dialog.getByLabel("来文").fill("批示示例");
                dialog.getByLabel("原文").fill("很好");
            });
            page.navigate(address(path));
            assertThat(page.getByText("获批示")).isVisible();
            page.getByRole(AriaRole.LINK, Console.named("查看批示")).click();
            assertThat(page.getByText("批示的汇报")).isVisible();
            assertThat(Chromium.barriers(page)).isEmpty();
            Chromium.picture(page, "console endorsement of a supply report");
        }
    }

    private static FilePayload table(String more) {
        return new FilePayload("数据.csv", "text/csv", (FIGURES + more).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_plan_is_worked_on_with_a_file_as_evidence_and_its_month_is_reported() throws Exception {
        var office = stack.as("office");
        var plan = office.created(
                        "/api/feedback/v1/plans", Api.object().put("year", 2026).put("title", "月报演练计划"))
                .path("id")
                .asText();
        var problem = office.created(
                        "/api/feedback/v1/plans/" + plan + "/problems",
                        Api.object().put("dimension", "AWARENESS").put("title", "理念停留在上层"))
                .path("id")
                .asText();
        var action = office.created(
                        "/api/feedback/v1/plans/" + plan + "/actions",
                        Api.object().put("problem", problem).put("title", "开展巡讲"))
                .path("id")
                .asText();
        var task = office.created(
                        "/api/feedback/v1/plan-tasks",
                        Api.object()
                                .put("action", action)
                                .put("title", "宣讲一场")
                                .put("department", "MKT")
                                .put(
                                        "dueOn",
                                        LocalDate.now(ZoneId.of("Asia/Shanghai"))
                                                .plusDays(20)
                                                .toString()))
                .path("id")
                .asText();
        try (var phone = chromium.phone("zh-CN");
                var other = chromium.phone("zh-CN");
                var desktop = chromium.desktop("zh-CN")) {
            var liaison = signIn(phone, "liaison-mkt", "/improvement/tasks/" + task);
            take(
                    liaison,
                    "上传佐证文件",
                    dialog -> dialog.locator("input[type=file]")
                            .setInputFiles(
                                    new FilePayload("签到表.txt", "text/plain", "签到".getBytes(StandardCharsets.UTF_8))));
            assertThat(liaison.getByRole(AriaRole.LINK, Console.named("签到表.txt")))
                    .isVisible();
            take(liaison, "提交完成", dialog -> dialog.getByLabel("完成情况").fill("已宣讲"));
            assertThat(Chromium.barriers(liaison)).isEmpty();
            Chromium.picture(liaison, "console evidence as a file on a phone");

            var page = signIn(desktop, "office", "/improvement/" + plan);
            var month = YearMonth.now(ZoneId.of("Asia/Shanghai")).minusMonths(1);
            take(page, "编制月报", dialog -> dialog.getByLabel("月份").fill(month.toString()));
            page.getByLabel("总体情况补充").fill("进展顺利");
            button(page, "保存").click();
            assertThat(page.getByText("已保存")).isVisible();
            assertThat(page.locator(".paper").getByText("进展顺利")).isVisible();
            assertThat(Chromium.barriers(page)).isEmpty();
            Chromium.picture(page, "console monthly report drafted");
            var path = page.url().substring(page.url().indexOf("/improvement/reports/"));

            var leader = signIn(other, "leader", path);
            take(leader, "批准", dialog -> {});
            assertThat(leader.getByText("已批准的版本")).isVisible();
            page.reload();
            take(page, "登记报送", dialog -> dialog.getByLabel("报送方式与文号").fill("办公系统 9 号"));
            assertThat(page.getByText("办公系统 9 号")).isVisible();
        }
    }
}
