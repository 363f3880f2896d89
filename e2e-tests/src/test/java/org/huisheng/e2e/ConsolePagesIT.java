package org.huisheng.e2e;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.huisheng.e2e.Console.CASES;
import static org.huisheng.e2e.Console.lookAt;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every page, as axe sees it. */
@ExtendWith(WithChromium.class)
class ConsolePagesIT {

    private final Chromium chromium;
    private final DemoStack stack;

    ConsolePagesIT(Chromium chromium, DemoStack stack) {
        this.chromium = chromium;
        this.stack = stack;
    }

    @Test
    void every_page_is_without_barriers_on_a_desk_and_on_a_phone_in_both_languages() throws Exception {
        var id = stack.as("office")
                .get(CASES + "?limit=1&status=CLOSED")
                .at("/items/0/id")
                .asText();
        var contract = contract("MKT");
        var briefing = first("/api/kpi/v1/briefings");
        var year = DemoStack.year();
        var pages = new TreeMap<>(Map.ofEntries(
                entry("home", "/"),
                entry("cases", "/cases"),
                entry("board", "/cases?view=board"),
                entry("case", "/cases/" + id),
                entry("scores", "/scores"),
                entry("department score", "/scores/MKT/" + year + "-YTD"),
                entry("lineage", "/scores/MKT/" + year + "-YTD/RESPONSE_RATE"),
                entry("contract", "/contracts/" + contract),
                entry("next contract", "/contracts/" + contract + "/next"),
                entry("seals", "/seals"),
                entry("import", "/enterprises/import"),
                entry("outcomes", "/outcomes"),
                entry("plans", "/improvement"),
                entry("plan", "/improvement/" + first("/api/feedback/v1/plans")),
                entry("tasks", "/improvement/tasks"),
                entry("task", "/improvement/tasks/" + first("/api/feedback/v1/plan-tasks")),
                entry("duties", "/duties"),
                entry("briefings", "/briefings"),
                entry("briefing", "/briefings/" + briefing),
                entry("briefing being written", "/briefings/" + briefing + "/text"),
                entry("template of briefings", "/briefings/template")));
        lookAt(chromium, "office", pages);
    }

    @Test
    void what_a_page_s_policy_forbids_does_not_pass_unnoticed() throws Exception {
        var other = Chromium.start();
        try (var desktop = other.desktop("zh-CN")) {
            var page = desktop.newPage();
            page.navigate(Console.address("/sign-in"));
            page.evaluate("document.body.setAttribute('style', 'color: red')");
            page.waitForTimeout(0);
        }

        assertThatThrownBy(other::close).hasMessageContaining("style-src");
    }

    private String first(String list) throws IOException, InterruptedException {
        return stack.as("office").get(list + "?limit=1").at("/items/0/id").asText();
    }

    private String contract(String department) throws IOException, InterruptedException {
        JsonNode contracts = stack.as("office")
                .get("/api/kpi/v1/contracts?department=" + department + "&year=" + DemoStack.year())
                .path("items");
        return contracts.path(0).path("id").asText();
    }
}
