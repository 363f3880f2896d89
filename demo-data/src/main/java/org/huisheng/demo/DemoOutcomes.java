package org.huisheng.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;

/** "You said, we did": of cases of the last months; the office drafts, and a leader lets most of it through. */
final class DemoOutcomes {

    private static final String OUTCOMES = "/api/feedback/v1/outcomes";
    private static final int MONTHS = 4;
    private static final int DRAFTS = 2;
    private static final int MOST = 12;

    private record Words(String youSaid, String weDid, String youSaidEn, String weDidEn) {}

    /** By category of the case. */
    private static final Map<String, Words> WORDS = Map.of(
            "outage.corridor-light",
                    new Words(
                            "老小区的楼道一到晚上就黑，老人孩子走路不安全。",
                            "和社区一起给每个楼道找到了“楼道长”，换上了新灯，坏了由谁修也写清楚了。",
                            "At night the stairways of old estates are dark and not safe to walk.",
                            "Each stairway now has a warden and new lamps, and it is settled who repairs them."),
            "power-quality",
                    new Words(
                            "园区电压不稳，设备时常停下来。",
                            "先装了稳压装置并调整了运行方式，增容工程已经列入计划。",
                            "Voltage in the park is unsteady and machines stop.",
                            "Stabilisers are in place and the grid is run differently; more capacity is planned."),
            "outage.planned-notice",
                    new Words(
                            "停电的消息来得太晚，生产来不及安排。",
                            "计划停电改为提前七天告知，短信和园区群里都能看到。",
                            "News of planned outages comes too late to plan production.",
                            "They are announced seven days ahead, by text message and in the parks' groups."),
            "connection",
                    new Words(
                            "新厂房办用电，材料要跑好几趟。",
                            "需要什么材料一次说清，每家企业有一位客户经理跟到底。",
                            "Connecting a new plant takes several rounds of papers.",
                            "One list says all that is needed, and one account manager stays with each enterprise."),
            "billing",
                    new Words(
                            "电费比上个月多，看不懂为什么。",
                            "上门核对了用电，把账单逐项讲明白，并给出了省电的建议。",
                            "The bill is higher than last month's, and nobody understands why.",
                            "The meter was checked on site, each line explained, and ways to save were shown."));

    private enum Fate {
        DRAFTED,
        PUBLISHED,
        WITHDRAWN
    }

    private DemoOutcomes() {}

    static void tell(Api office, Api leader, List<YearMonth> months, Instant now)
            throws IOException, InterruptedException {
        var settled = new ArrayList<DemoCases.Settled>();
        for (var month : months.reversed().subList(1, 1 + MONTHS)) {
            settled.addAll(DemoCases.settled(month, now));
        }
        var told = new ArrayList<Callable<Void>>();
        for (var number = 0; number < Math.min(MOST, settled.size()); number++) {
            var matter = settled.get(number);
            var fate = number < DRAFTS ? Fate.DRAFTED : number == DRAFTS ? Fate.WITHDRAWN : Fate.PUBLISHED;
            told.add(() -> {
                tell(office, leader, matter, fate);
                return null;
            });
        }
        Together.run(told);
    }

    /** Whoever has written it does not let it through. */
    private static void tell(Api office, Api leader, DemoCases.Settled matter, Fate fate)
            throws IOException, InterruptedException {
        var outcome = office.created(OUTCOMES, draft(matter));
        var path = OUTCOMES + "/" + outcome.path("id").asText();
        var status = outcome.path("status").asText();
        if (fate != Fate.DRAFTED && status.equals("DRAFT")) {
            status = leader.created(path + "/approval", Api.object())
                    .path("status")
                    .asText();
        }
        if (fate == Fate.WITHDRAWN && status.equals("PUBLISHED")) {
            office.created(path + "/withdrawal", Api.object().put("reason", "措辞有待核实，修改后再发布。"));
        }
    }

    private static ObjectNode draft(DemoCases.Settled matter) {
        var words = WORDS.get(matter.category());
        if (words == null) {
            throw new IllegalStateException("No words for " + matter.category());
        }
        var id = UUID.nameUUIDFromBytes(("outcome/" + matter.id()).getBytes(StandardCharsets.UTF_8));
        return Api.object()
                .put("id", id.toString())
                .put("caseId", matter.id().toString())
                .put("youSaid", words.youSaid())
                .put("weDid", words.weDid())
                .put("youSaidEn", words.youSaidEn())
                .put("weDidEn", words.weDidEn());
    }
}
