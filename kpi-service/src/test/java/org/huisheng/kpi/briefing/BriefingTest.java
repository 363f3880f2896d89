package org.huisheng.kpi.briefing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.UUID;
import org.huisheng.kit.problem.DomainException.Conflict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BriefingTest {

    private static final Instant NOON = Instant.parse("2026-11-03T04:00:00Z");

    @Test
    void an_issue_is_written_submitted_returned_submitted_again_and_published() {
        var briefing = draft();

        briefing.submit("li", NOON);
        briefing.giveBack("请补充案例", "wang", NOON);
        briefing.write("{\"more\": 1}", "zhang", NOON);
        briefing.submit("li", NOON);
        briefing.publish(3, "{}", "hash", "wang", NOON);

        assertThat(briefing.status()).isEqualTo(BriefingStatus.PUBLISHED);
        assertThat(briefing.number()).isEqualTo(3);
        assertThat(briefing.returnReason()).isEqualTo("请补充案例");
    }

    @Test
    void nobody_who_has_written_in_it_approves_it_be_it_submitted_by_others() {
        var briefing = draft();
        briefing.write("{\"more\": 1}", "zhang", NOON);
        briefing.submit("chen", NOON);

        for (var author : new String[] {"li", "zhang", "chen"}) {
            assertThatThrownBy(() -> briefing.publish(1, "{}", "hash", author, NOON))
                    .isInstanceOf(Conflict.class)
                    .hasMessageContaining("author-cannot-approve");
        }
    }

    @Test
    void what_was_submitted_or_published_is_not_written_in() {
        var briefing = draft();
        briefing.submit("li", NOON);
        assertThatThrownBy(() -> briefing.write("{}", "li", NOON)).isInstanceOf(Conflict.class);

        briefing.publish(1, "{}", "hash", "wang", NOON);

        assertThatThrownBy(() -> briefing.write("{}", "li", NOON)).isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> briefing.submit("li", NOON)).isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> briefing.giveBack("no", "wang", NOON)).isInstanceOf(Conflict.class);
    }

    @ParameterizedTest
    @EnumSource(BriefingStatus.class)
    void nothing_follows_what_is_published(BriefingStatus next) {
        assertThat(BriefingStatus.PUBLISHED.canBecome(next)).isFalse();
    }

    @Test
    void a_draft_is_not_published_past_whoever_submits_it() {
        assertThatThrownBy(() -> draft().publish(1, "{}", "hash", "wang", NOON)).isInstanceOf(Conflict.class);
    }

    private static Briefing draft() {
        return new Briefing(UUID.randomUUID(), "2026-10", "{}", "li", NOON);
    }
}
