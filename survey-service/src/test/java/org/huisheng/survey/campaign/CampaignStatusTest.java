package org.huisheng.survey.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.huisheng.events.Side;
import org.huisheng.survey.definition.CompiledVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CampaignStatusTest {

    private static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");

    @ParameterizedTest
    @CsvSource(textBlock = """
            DRAFT,     SCHEDULED OPEN
            SCHEDULED, DRAFT OPEN CLOSED
            OPEN,      CLOSED
            CLOSED,    ''
            """)
    void a_campaign_goes_from_draft_to_closed_and_never_back_once_it_was_open(CampaignStatus from, String reachable) {
        var next = java.util.Arrays.stream(CampaignStatus.values())
                .filter(from::canBecome)
                .map(Enum::name)
                .toList();

        assertThat(String.join(" ", next)).isEqualTo(reachable);
    }

    @ParameterizedTest
    @CsvSource({
        "DRAFT,     0, NOT_YET_OPEN",
        "SCHEDULED, -1, NOT_YET_OPEN",
        "SCHEDULED, 0, OPEN",
        "OPEN,      0, OPEN",
        "OPEN,      59, OPEN",
        "OPEN,      60, CLOSED",
        "SCHEDULED, 60, CLOSED",
        "CLOSED,    0, CLOSED"
    })
    void what_a_respondent_finds_is_decided_by_the_times_to_the_second(
            CampaignStatus status, long secondsAfterOpening, LinkState expected) {
        assertThat(target(status).state(NOON.plusSeconds(secondsAfterOpening))).isEqualTo(expected);
    }

    @Test
    void a_person_who_was_asked_once_answers_once() {
        var spent = target(CampaignStatus.OPEN, true);

        assertThat(spent.state(NOON)).isEqualTo(LinkState.USED);
    }

    @ParameterizedTest
    @CsvSource({
        // answered and sent, in seconds from noon; the end is at 60, the grace two days
        "OPEN,   59, 60, true",
        "OPEN,   60, 61, false",
        "CLOSED, 59, 172859, true",
        "CLOSED, 59, 172860, false",
        "OPEN,   50, 59, false",
        "DRAFT,  50, 70, false"
    })
    void an_answer_given_before_the_end_comes_in_until_the_grace_is_over(
            CampaignStatus status, long answered, long sent, boolean taken) {
        assertThat(target(status).takesLate(NOON.plusSeconds(answered), NOON.plusSeconds(sent)))
                .isEqualTo(taken);
    }

    private static LinkTarget target(CampaignStatus status) {
        return target(status, false);
    }

    private static LinkTarget target(CampaignStatus status, boolean used) {
        return new LinkTarget(
                "t",
                UUID.randomUUID(),
                "开放日",
                status,
                NOON,
                NOON.plusSeconds(60),
                false,
                Access.OPEN,
                used,
                null,
                0,
                null,
                null,
                null,
                Duration.ofDays(2),
                new CompiledVersion(UUID.randomUUID(), 1, "t", Side.CUSTOMER, null, List.of(), null, List.of()));
    }
}
