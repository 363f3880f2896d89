package org.huisheng.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huisheng.kpi.testing.EventFixture.received;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.huisheng.events.Side;
import org.huisheng.events.SurveyEvent.ResponseWithdrawn;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RedeliveryTest extends RoadTest {

    @Test
    void a_redelivery_and_a_replay_change_nothing() {
        var events = responses(8, 5);
        publish(events);
        awaitScores(json ->
                assertThat(json.<Integer>get("rows.find{it.code=='service'}.n")).isEqualTo(8));

        publish(events.reversed());
        publish(events);
        publish(responses(1, 5));

        awaitScores(json ->
                assertThat(json.<Integer>get("rows.find{it.code=='service'}.n")).isGreaterThanOrEqualTo(9));
        assertThat(scores().<Integer>get("rows.find{it.code=='service'}.n")).isEqualTo(9);
        assertVerified();
    }

    @Test
    void a_withdrawn_response_counts_no_more_even_if_its_submission_is_replayed() {
        var events = responses(8, 5);
        publish(events);
        publish(List.of(received(new ResponseWithdrawn(
                UUID.fromString(events.getFirst().event().aggregateId()), Side.CUSTOMER, NOVEMBER))));

        publish(events);

        awaitScores(json ->
                assertThat(json.<Integer>get("rows.find{it.code=='service'}.n")).isEqualTo(7));
        assertThat(lineage("service").getList("items")).hasSize(7);
        assertVerified();
    }
}
