package org.huisheng.feedback.sla;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.huisheng.events.FeedbackEvent.ClockKind;
import org.huisheng.events.FeedbackEvent.Severity;
import org.huisheng.feedback.sla.Ladder.Recipient;
import org.huisheng.feedback.sla.Ladder.Rung;
import org.huisheng.feedback.sla.Policy.Scope;
import org.huisheng.feedback.sla.Policy.Terms;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyTest {

    private static final List<Policy> POLICIES = List.of(
            policy(1, null, null),
            policy(2, null, Severity.HIGH),
            policy(3, "power", null),
            policy(4, "power.outage", null),
            policy(5, "power.outage", Severity.HIGH));

    @ParameterizedTest(name = "{0} and {1}: {2}")
    @CsvSource({
        "service, NORMAL, 1",
        "service, HIGH, 2",
        "power, NORMAL, 3",
        "power, HIGH, 3",
        "power.quality, LOW, 3",
        // Not below the dot, so not the same category
        "powerful, NORMAL, 1",
        "power.outage, NORMAL, 4",
        "power.outage.street, CRITICAL, 4",
        "power.outage.street, HIGH, 5",
        "power.outages, HIGH, 3",
    })
    void the_longest_category_counts_then_the_severity(String category, Severity severity, int minutes) {
        var best = Policies.best(POLICIES, ClockKind.RESOLUTION, category, severity);

        assertThat(best)
                .hasValueSatisfying(
                        policy -> assertThat(policy.terms().minutes()).isEqualTo(minutes));
        assertThat(Policies.best(POLICIES, ClockKind.CONFIRMATION, category, severity))
                .isEmpty();
    }

    @Test
    void a_ladder_is_kept_as_it_was_written() {
        var ladder = new Ladder(List.of(
                new Rung(-120, Recipient.LIAISON), new Rung(0, Recipient.OFFICE), new Rung(450, Recipient.LEADER)));

        assertThat(ladder.text()).isEqualTo("-120 LIAISON, 0 OFFICE, 450 LEADER");
        assertThat(Ladder.parse(ladder.text())).isEqualTo(ladder);
    }

    private static Policy policy(int minutes, @Nullable String category, @Nullable Severity severity) {
        return new Policy(
                new UUID(0, minutes),
                1,
                new Scope(ClockKind.RESOLUTION, category, severity),
                new Terms("OFFICE", minutes, Ladder.parse("0 OFFICE")),
                "office",
                Instant.EPOCH);
    }
}
