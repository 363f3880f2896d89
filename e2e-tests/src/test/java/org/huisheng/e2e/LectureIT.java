package org.huisheng.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.huisheng.e2e.Console.button;
import static org.huisheng.e2e.Console.signIn;
import static org.huisheng.e2e.Console.take;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.huisheng.demo.Api;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A lecture, from the plan to the figure: people sign in on their telephones, and what is counted is how many. */
@ExtendWith(WithChromium.class)
class LectureIT {

    private static final int PHONE_WIDTH = 360;
    private static final String DEPARTMENT = "LECT";
    private static final DateTimeFormatter FIELD = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final Words CHINESE = new Words("工号", "所在部门", "签到", "签到成功");
    private static final Words ENGLISH = new Words("Staff number", "Your department", "Sign in", "You are signed in");

    private final Chromium chromium;
    private final DemoStack stack;

    /** What stands on the page. */
    private record Words(String number, String department, String signIn, String done) {}

    LectureIT(Chromium chromium, DemoStack stack) {
        this.chromium = chromium;
        this.stack = stack;
    }

    @Test
    void who_signs_in_by_the_code_on_the_wall_is_in_the_figure_once() throws Exception {
        var topic = "供电所里的社会责任 " + UUID.randomUUID();
        departmentWithContract();
        try (var desk = chromium.desktop("zh-CN");
                var first = chromium.phone("zh-CN");
                var second = chromium.phone("en-GB")) {
            var page = signIn(desk, "office", "/lectures/plans/" + DemoStack.year());
            page.getByLabel("培训中心 基层班组").fill("12");
            button(page, "保存").click();
            page.getByText("各部门覆盖情况").waitFor();

            button(page, "安排巡讲").click();
            page.getByLabel("主题 · 必填").fill(topic);
            page.getByLabel("主办部门 · 必填").selectOption(DEPARTMENT);
            page.getByLabel("开讲时间 · 必填")
                    .fill(FIELD.format(Instant.now().minusSeconds(600).atZone(ZONE)));
            page.getByLabel("地点 · 必填").fill("培训楼 201");
            page.getByLabel("主讲人身份 · 必填").fill("社会责任办公室");
            assertThat(Chromium.barriers(page)).isEmpty();
            button(page, "保存").click();
            take(page, "开放签到", _ -> {});
            var address = page.locator(".address a").textContent();
            assertThat(page.getByAltText("“" + topic + "”签到二维码")).isVisible();
            assertThat(Chromium.barriers(page)).isEmpty();
            Chromium.picture(page, "lecture that people sign in to");

            signInTo(address, first.newPage(), CHINESE, "g-7001");
            signInTo(address, second.newPage(), ENGLISH, "G7002");
            // Once more, from a telephone that is lent.
            signInTo(address, second.newPage(), ENGLISH, "G-7001");
            assertThat(page.getByText("已签到 2 人")).isVisible();
            take(
                    page,
                    "登记到场人员",
                    dialog -> dialog.getByLabel("工号 · 必填")
                            .fill(IntStream.range(0, 8).mapToObj(n -> "H80" + n).collect(Collectors.joining("\n"))));
            assertThat(page.getByText("已签到 10 人")).isVisible();
            take(page, "结束并确定人数", _ -> {});
            assertThat(page.getByText("已举办").first()).isVisible();

            var late = first.newPage();
            late.navigate(address);
            assertThat(late.getByText("本场巡讲已结束")).isVisible();
            Chromium.picture(late, "lecture that is over on a phone");
        }
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            var scores = stack.as("office")
                    .get("/api/kpi/v1/scores?department=" + DEPARTMENT + "&level=indicator&period=" + DemoStack.year());
            assertThat(value(scores, "HELD")).isEqualTo(1);
            assertThat(value(scores, "COVERAGE")).isEqualTo(83.333333);
        });
        var lineage = stack.as("office")
                .get("/api/kpi/v1/scores/%s/%s/HELD/lineage".formatted(DEPARTMENT, DemoStack.year()))
                .path("items");
        assertThat(lineage.at("/0/source/type").asText()).isEqualTo("LECTURE");
    }

    private static void signInTo(String address, Page phone, Words words, String number) throws Exception {
        phone.navigate(address);
        phone.getByLabel(words.number()).fill(number);
        phone.getByLabel(words.department()).selectOption(DEPARTMENT);
        assertThat(Chromium.barriers(phone)).isEmpty();
        assertThat((int) phone.evaluate("document.documentElement.scrollWidth")).isLessThanOrEqualTo(PHONE_WIDTH);
        Chromium.picture(phone, "sign-in of a lecture on a phone, " + words.signIn());
        phone.getByRole(AriaRole.BUTTON, exactly(words.signIn())).tap();
        assertThat(phone.getByRole(AriaRole.HEADING, exactly(words.done()))).isVisible();
        assertThat(Chromium.barriers(phone)).isEmpty();
        Chromium.picture(phone, "signed in to a lecture on a phone, " + words.signIn());
    }

    private static Page.GetByRoleOptions exactly(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static double value(JsonNode scores, String code) {
        return DemoStack.row(scores, "indicator", code).path("value").asDouble();
    }

    /** Of its own, so that no other story's figures are touched. */
    private void departmentWithContract() throws Exception {
        var made = stack.as("admin")
                .post(
                        "/api/kpi/v1/departments",
                        Api.object()
                                .put("code", DEPARTMENT)
                                .put("name", "培训中心")
                                .put("nameEn", "Training Centre")
                                .put("class", "SUPPORT"));
        assertThat(made.status()).isIn(201, 409);
        var contract = Api.object()
                .put("department", DEPARTMENT)
                .put("year", Integer.parseInt(DemoStack.year()))
                .put("effectiveFrom", DemoStack.year() + "-01-01");
        var dimension = contract.putArray("dimensions")
                .addObject()
                .put("code", "AWARENESS")
                .put("weight", 100);
        var indicators = dimension.putArray("indicators");
        indicator(indicators, "HELD", "lecture.held", "SUM", 1);
        indicator(indicators, "COVERAGE", "lecture.people-covered", "RATE", 80)
                .put("denominatorMetric", "lecture.people-due");
        stack.as("office").created("/api/kpi/v1/contracts", contract);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> stack.count("feedback", "SELECT count(*) FROM department WHERE code = 'LECT'") == 1);
    }

    private static ObjectNode indicator(
            ArrayNode indicators, String code, String metric, String statistic, int target) {
        var indicator = indicators
                .addObject()
                .put("code", code)
                .put("name", code)
                .put("nameEn", code)
                .put("metric", metric)
                .put("statistic", statistic)
                .put("direction", "HIGHER")
                .put("base", 0)
                .put("target", target)
                .put("weight", 50)
                .put("minimumSample", 1);
        indicator.putArray("sides").add("EMPLOYEE");
        return indicator;
    }
}
