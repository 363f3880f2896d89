package org.huisheng.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.huisheng.e2e.Console.heading;
import static org.huisheng.e2e.Console.signIn;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A leader reads the briefing and does not believe a number without having seen what it is made of. */
@ExtendWith(WithChromium.class)
class BriefingIT {

    private final Chromium chromium;

    BriefingIT(Chromium chromium) {
        this.chromium = chromium;
    }

    @Test
    void a_leader_follows_a_footnote_of_the_published_issue_to_the_observations_behind_it() throws Exception {
        var stack = DemoStack.running();
        var leader = stack.as("leader");
        var issue = leader.get("/api/kpi/v1/briefings?status=PUBLISHED")
                .at("/items/0/id")
                .asText();
        var edition = leader.get("/api/kpi/v1/briefings/" + issue + "/edition");
        var figure = shown(edition, "AWARENESS_EMPLOYEE");

        try (var desktop = chromium.desktop("zh-CN")) {
            var page = signIn(desktop, "leader", "/briefings/" + issue);
            page.getByRole(
                            AriaRole.LINK,
                            Console.named("[" + figure.path("number").asInt() + "]"))
                    .first()
                    .click();

            assertThat(page).hasURL(figure.path("lineage").asText());
            assertThat(heading(page, "观测值")).isVisible();
            assertThat(page.locator("tbody td[data-label=计量项]").first()).containsText("awareness.employee");
            page.getByRole(AriaRole.LINK, Console.named("←")).first().click();
            assertThat(page.locator(".explanation").first()).isVisible();
        }
    }

    @Test
    void papers_in_english_are_made_while_one_watches_and_are_what_anybody_gets() throws Exception {
        var leader = DemoStack.running().as("leader");
        var issue = leader.get("/api/kpi/v1/briefings?status=PUBLISHED")
                .at("/items/0/id")
                .asText();

        try (var phone = chromium.phone("zh-CN")) {
            var page = signIn(phone, "leader", "/briefings/" + issue);
            page.getByRole(AriaRole.GROUP, Console.named("文件语言"))
                    .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("English"))
                    .click();
            var file = page.waitForDownload(() ->
                    page.getByRole(AriaRole.BUTTON, Console.named("PDF 文件")).click());

            assertThat(Files.readString(file.path(), StandardCharsets.ISO_8859_1))
                    .startsWith("%PDF");
            Chromium.picture(page, "console briefing papers in english");
        }
        assertThat(leader.get("/api/kpi/v1/briefings/" + issue + "/productions/en")
                        .path("percent")
                        .asInt())
                .isEqualTo(100);
    }

    private static JsonNode shown(JsonNode edition, String indicator) {
        for (var figure : edition.path("figures")) {
            if (figure.path("indicator").asText().equals(indicator)
                    && figure.path("state").asText().equals("SHOWN")) {
                return figure;
            }
        }
        throw new AssertionError("No " + indicator + " in " + edition);
    }
}
