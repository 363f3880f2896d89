package org.huisheng.localstack.remote;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;

/** Asks every service whether its audit log is what was written, and whether it still has the head it had last time. */
public final class VerifyAudit {

    private static final Map<String, String> LOGS = new LinkedHashMap<>();
    private static final String TIMELINES = "/api/feedback/v1/audit/verification";

    static {
        LOGS.put("gateway", "/api/auth/v1/audit");
        LOGS.put("survey", "/api/survey/v1/audit");
        LOGS.put("feedback", "/api/feedback/v1/audit");
        LOGS.put("kpi", "/api/kpi/v1/audit");
    }

    private final StackClient client;
    private final KnownHeads heads;
    private final PrintStream out;

    public VerifyAudit(StackClient client, KnownHeads heads, PrintStream out) {
        this.client = client;
        this.heads = heads;
        this.out = out;
    }

    /** @return whether all is; a line about each log is printed, and one about each finding */
    public boolean run() throws InterruptedException {
        var whole = true;
        for (var log : LOGS.entrySet()) {
            whole &= verify(log.getKey(), log.getValue());
        }
        whole &= verifyTimelines();
        out.println(whole ? "All whole" : "NOT whole");
        return whole;
    }

    private boolean verify(String service, String path) throws InterruptedException {
        var findings = 0;
        var query = heads.of(service).map(head -> "?known=" + head).orElse("");
        JsonNode page;
        do {
            page = client.get(path + "/log-verification" + query);
            for (var finding : page.path("findings")) {
                findings++;
                out.printf(
                        "  %s %d: %s%n",
                        service,
                        finding.path("position").asLong(),
                        finding.path("flaw").asText());
            }
            query = "?cursor=" + page.path("next").asText();
        } while (page.path("next").isNumber());
        var end = page.path("end");
        var head = end.path("position").asLong() + ":" + end.path("hash").asText();
        out.printf(
                "%-10s%8d entries  head %s  %s%n",
                service, end.path("position").asLong(), end.path("hash").asText(), verdict(findings));
        if (findings == 0) {
            heads.remember(service, head);
        }
        return findings == 0;
    }

    private boolean verifyTimelines() throws InterruptedException {
        var findings = 0;
        var cases = 0L;
        var query = "";
        JsonNode page;
        do {
            page = client.get(TIMELINES + query);
            cases += page.path("cases").asLong();
            for (var finding : page.path("findings")) {
                findings++;
                out.printf(
                        "  case %s, step %d: %s%n",
                        finding.path("caseId").asText(),
                        finding.path("seq").asInt(),
                        finding.path("flaw").asText());
            }
            query = "?cursor=" + page.path("next").asText();
        } while (page.path("next").isTextual());
        out.printf("%-10s%8d timelines  %s%n", "cases", cases, verdict(findings));
        return findings == 0;
    }

    private static String verdict(int findings) {
        return findings == 0 ? "ok" : findings + " wrong";
    }
}
