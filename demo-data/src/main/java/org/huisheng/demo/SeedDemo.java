package org.huisheng.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Tells a running stack the story of a year: {@code SeedDemo STACK_JSON RESULT_JSON}. Cut off anywhere, it can be run
 * again: everything has a name or an id of its own by which it is found.
 */
public final class SeedDemo {

    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int MONTHS = 12;

    private SeedDemo() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var stack = Api.JSON.readTree(Path.of(arguments[0]).toFile());
        var result = Path.of(arguments[1]);
        var users = users(stack);
        var everybody = Api.of(stack.path("gateway").asText());
        var admin = everybody.as("admin", password(users, "admin"));
        var office = everybody.as("office", password(users, "office"));
        var now = begun(result.resolveSibling("demo.begun"));
        var months = months(YearMonth.from(now.atZone(ZONE)));

        say("部门 departments");
        DemoDepartments.establish(admin);
        say("绩效合约 contracts");
        var liaisons = DemoDepartments.liaisons(everybody, users);
        var leader = everybody.as("leader", password(users, "leader"));
        for (var year : months.stream().map(YearMonth::getYear).distinct().toList()) {
            DemoContracts.conclude(office, year);
            DemoContracts.sign(office, liaisons, year);
        }
        DemoContracts.grant(office, months.getLast());
        say("问卷与活动 surveys and campaigns");
        var campaigns = DemoCampaigns.open(office, months.getFirst(), now);
        say("一年的答卷 a year of responses");
        for (var campaign : campaigns) {
            DemoResponses.submit(everybody, campaign, months, now);
        }
        say("流程 processes");
        DemoProcesses.register(office);
        say("反馈事项 cases");
        DemoCases.handle(everybody, office, liaisons, months, now);
        say("你说我做 what was said and done");
        DemoOutcomes.tell(office, leader, months, now);
        say("岗位履责 duties");
        DemoDuties.record(office, months);
        say("责任要素 social responsibility in processes");
        DemoProcesses.embed(office, liaisons);
        say("规则 rules");
        DemoRules.enable(office, campaigns);
        say("走访 visits");
        var surveyor = everybody.as("surveyor", password(users, "surveyor"));
        DemoVisits.tell(everybody, office, surveyor, liaisons, months.getLast(), now);
        say("政府意见 government register");
        DemoGovernment.tell(office, liaisons, months.getLast());
        say("提升计划 improvement plan");
        DemoPlan.tell(office, liaisons, months.getLast(), now);
        say("供电信息汇报与月报 reports");
        DemoReports.tell(office, leader, months.getLast(), now);
        say("根植项目与履责案例 projects and stories");
        DemoProjects.tell(office, leader, liaisons, months.getLast());
        DemoStories.tell(office, leader, liaisons, months, now);
        say("培训巡讲 lectures");
        DemoLectures.tell(everybody, office, liaisons, now);
        say("社责简报 briefings");
        DemoBriefings.tell(office, leader, months.getLast());
        say("自助终端 kiosks");
        write(result, campaigns, DemoKiosks.enrol(everybody, office, campaigns, Instant.now()));
        say("done");
    }

    static Map<String, String> users(JsonNode stack) {
        var users = new HashMap<String, String>();
        stack.path("users")
                .forEach(user -> users.put(
                        user.path("username").asText(), user.path("password").asText()));
        return users;
    }

    static String password(Map<String, String> users, String name) {
        var password = users.get(name);
        if (password == null) {
            throw new IllegalStateException("stack.json has no user " + name);
        }
        return password;
    }

    /** When the first attempt began: a second one tells the same story, whatever the date has become. */
    private static Instant begun(Path file) throws IOException {
        if (!Files.exists(file)) {
            Files.writeString(file, Instant.now().toString());
        }
        return Instant.parse(Files.readString(file).strip());
    }

    private static List<YearMonth> months(YearMonth last) {
        return IntStream.rangeClosed(1 - MONTHS, 0).mapToObj(last::plusMonths).toList();
    }

    private static void write(Path result, List<DemoCampaigns.Open> campaigns, String kioskCode) throws IOException {
        var demo = Api.object();
        var links = demo.putArray("links");
        for (var campaign : campaigns) {
            for (var link : campaign.links()) {
                links.addObject()
                        .put("side", campaign.side())
                        .put("campaignId", campaign.id())
                        .put("token", link.token())
                        .put("url", link.url());
            }
        }
        demo.put("kioskEnrolmentCode", kioskCode);
        var written = result.resolveSibling(result.getFileName() + ".part");
        Files.writeString(written, demo.toPrettyString());
        Files.move(written, result, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void say(String what) {
        System.out.println("demo: " + what);
    }
}
