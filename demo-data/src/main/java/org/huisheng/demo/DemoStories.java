package org.huisheng.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The case library: the dark corridors with pictures and in English, a story of a case, and one that waits to be read. */
final class DemoStories {

    private static final String STORIES = "/api/feedback/v1/stories";
    private static final int MONTHS = 6;

    private record Tale(String title, String summary, String body, String titleEn, String summaryEn, String bodyEn) {}

    private static final Tale LIGHTS = new Tale(
            "让黑楼道持续亮起来",
            "61 个老旧小区、891 盏楼道灯，过去亮了又黑。政府、社区、供电企业、居民和媒体各尽其责，楼道灯终于一直亮着。",
            """
            ## 问题

            全市共有 **61 个老旧小区、891 盏楼道灯**长久失修，旧城区近 40% 的楼道一到晚上就黑。黑楼道引发了 2 次社区盗窃、3 起老人摔伤、\
            6 起撞伤、8 起搬运物品受损。

            供电企业“义诊”、社区请电工、居民自己修，三种办法都试过，楼道亮了又黑。

            ## 思路

            黑楼道不能只靠一方。供电企业推动各方坐到一起，摸清每一方的意愿、资源和可负担的成本，划清责任边界。

            ## 各方举措

            - **政府**：下发“点亮楼道”长效机制实施方案，定期召开协调会
            - **社区（街道）**：排查黑楼道，确定楼道长，协调电费和维护费
            - **供电企业**：网格经理受理维修申请，制定施工方案，选派人员维修
            - **楼道长及居民**：按“谁所有谁缴费”缴纳电费和维护费
            - **媒体**：跟进各方活动，向居民普及表后产权维护常识

            没有物业的小区由楼道长主导运维，有物业的由小区主导；电费收缴也有了三种办法。

            ## 成效

            参与治理的 61 个老旧小区，没有再发生因黑楼道引发的盗窃、摔伤、撞伤和物品受损。停电投诉明显下降，没有再发生居民上访。

            > 灯亮了，邻里之间的话也多了。
            """,
            "Lights that stay on in dark corridors",
            "61 old estates and 891 corridor lights that went out again each time they were repaired. Five groups agreed who"
                    + " does what, and the lights have stayed on.",
            """
            ## The problem

            In **61 old estates 891 corridor lights** had been broken for years, and nearly 40 % of the stairways in the old town \
            were dark at night. That led to 2 thefts, 3 falls, 6 collisions and 8 damaged goods.

            Volunteers of the power company, electricians hired by the community and residents themselves had all tried. Each time \
            the light went out again.

            ## The idea

            No single party can keep a corridor lit. The power company brought everybody together and found out what each wants, \
            has and can afford, so that it was clear who is responsible for what.

            ## Who did what

            - **Government** issued a plan for all estates and held regular meetings
            - **Communities** looked for dark corridors, named a warden for each, and settled who pays
            - **The power company** took in requests, planned the work and sent its people
            - **Wardens and residents** pay for power and upkeep: whoever owns, pays
            - **The media** reported on it and explained who owns the wires behind the meter

            ## What came of it

            In the 61 estates there has been no theft, fall, collision or damage because of a dark corridor since. Complaints about \
            outages have become far fewer.
            """);

    private static final Tale NOTICE = new Tale(
            "停电消息，早七天知道",
            "一条来得太晚的停电通知，换来了一套提前七天、多渠道告知的办法。",
            """
            ## 问题

            企业反映计划停电的消息来得太晚，生产来不及安排。

            ## 原因

            通知渠道单一，只在公告栏和现场张贴。

            ## 举措

            - 计划停电提前七天告知
            - 增加短信和园区群两种渠道
            - 停电前一天再提醒一次

            ## 成效

            利益相关方确认已解决。园区企业普遍反映能够提前调整班次。
            """,
            "Seven days' notice of an outage",
            "News of a planned outage that came too late became seven days' notice in three ways.",
            """
            ## The problem

            Enterprises heard of planned outages too late to plan production.

            ## What was done

            - Outages are announced seven days ahead
            - By text message and in the parks' groups, too
            - And once more the day before

            ## What came of it

            The stakeholder agreed that it is solved. Shifts in the parks are planned around outages now.
            """);

    private static final Tale CONNECTION =
            new Tale("一张清单，办电少跑几趟", "一条办电要跑好几趟的意见，促成了一次性告知单和客户经理跟到底的做法。", """
            ## 问题

            企业新装用电，材料来回补了几次才齐。

            ## 举措

            - 提供一次性告知单，需要什么材料一次说清
            - 为每家企业指定一位客户经理跟到底
            """, "", "", "");

    private DemoStories() {}

    static void tell(Api office, Api leader, Map<String, Api> liaisons, List<YearMonth> months, Instant now)
            throws IOException, InterruptedException {
        var present = months.getLast();
        var lights = lights(leader, liaisons.getOrDefault("DIST", office), present);
        office.put("/api/feedback/v1/story-months/" + present, Api.object().put("story", lights));
        ofCase(office, leader, "outage.planned-notice", NOTICE, months, now, true);
        ofCase(office, leader, "connection", CONNECTION, months, now, false);
    }

    private static String lights(Api leader, Api liaison, YearMonth present) throws IOException, InterruptedException {
        var telling = telling("lights", LIGHTS, "DIST", present);
        telling.putArray("projects").add(DemoProjects.lights(present));
        var id = telling.path("id").asText();
        var path = STORIES + "/" + id;
        if (status(liaison, telling).equals("DRAFT")) {
            var pictures = telling.putArray("pictures");
            var before = liaison.attached(path + "/pictures", "治理前（示意图）.png", DemoPictures.corridor(false));
            var after = liaison.attached(path + "/pictures", "治理后（示意图）.png", DemoPictures.corridor(true));
            pictures.addObject()
                    .put("picture", after.path("id").asText())
                    .put("words", "治理后：楼道灯亮着，台阶和扶手看得清楚（示意图）")
                    .put("wordsEn", "After: the lamp is lit, steps and rail can be seen (drawing)");
            pictures.addObject()
                    .put("picture", before.path("id").asText())
                    .put("words", "治理前：楼道灯不亮，台阶几乎看不见（示意图）")
                    .put("wordsEn", "Before: the lamp is out, the steps can hardly be seen (drawing)");
            telling.remove("id");
            liaison.put(path, telling);
        }
        publish(liaison, leader, path);
        return id;
    }

    /** A case of the last months that was closed with its stakeholder's consent; the office writes, a leader reads. */
    private static void ofCase(
            Api office, Api leader, String category, Tale tale, List<YearMonth> months, Instant now, boolean published)
            throws IOException, InterruptedException {
        for (var month : months.reversed().subList(1, 1 + MONTHS)) {
            for (var matter : DemoCases.settled(month, now)) {
                if (matter.category().equals(category)) {
                    var telling = telling(category, tale, "MKT", months.getLast());
                    telling.putArray("cases").add(matter.id().toString());
                    var status = status(office, telling);
                    var path = STORIES + "/" + telling.path("id").asText();
                    if (published) {
                        publish(office, leader, path);
                    } else if (status.equals("DRAFT")) {
                        office.created(path + "/submission", Api.object());
                    }
                    return;
                }
            }
        }
    }

    private static void publish(Api writer, Api leader, String path) throws IOException, InterruptedException {
        var status = writer.get(path).path("story").path("status").asText();
        if (status.equals("DRAFT")) {
            status = writer.created(path + "/submission", Api.object())
                    .path("story")
                    .path("status")
                    .asText();
        }
        if (status.equals("SUBMITTED")) {
            leader.created(path + "/publication", Api.object());
        }
    }

    /** Written, unless it was already. @return how far it is */
    private static String status(Api writer, ObjectNode telling) throws IOException, InterruptedException {
        return writer.created(STORIES, telling).path("story").path("status").asText();
    }

    private static ObjectNode telling(String what, Tale tale, String department, YearMonth present) {
        var id = UUID.nameUUIDFromBytes(("story/" + present.getYear() + "/" + what).getBytes(StandardCharsets.UTF_8));
        var telling = Api.object()
                .put("id", id.toString())
                .put("department", department)
                .put("title", tale.title())
                .put("summary", tale.summary())
                .put("body", tale.body());
        if (!tale.titleEn().isEmpty()) {
            telling.put("titleEn", tale.titleEn())
                    .put("summaryEn", tale.summaryEn())
                    .put("bodyEn", tale.bodyEn());
        }
        return telling;
    }
}
