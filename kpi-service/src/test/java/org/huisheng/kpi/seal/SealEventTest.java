package org.huisheng.kpi.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.huisheng.kpi.period.Period;
import org.huisheng.kpi.sql.Database;
import org.huisheng.kpi.testing.Road;
import org.junit.jupiter.api.Test;

/** Others hear of each seal, once. */
@QuarkusTest
class SealEventTest extends SealableHalf {

    private static final String TYPE = "kpi.period-sealed.v1";

    @Inject
    SealPeriod sealPeriod;

    @Inject
    Database database;

    @Test
    void a_seal_is_told_with_all_it_closes_and_its_place_in_the_chain() {
        seal(month(2));
        seal(quarter(1));

        await().atMost(Duration.ofSeconds(30)).until(() -> told().size() == 2);
        var hash = read("/v1/periods/" + quarter(1) + "/seal").getString("hash");
        var event = new JsonPath(new String(told().getLast().value(), StandardCharsets.UTF_8));
        assertThat(event.getString("period")).isEqualTo(quarter(1));
        assertThat(event.<String>getList("periods")).containsExactly(month(1), month(3), quarter(1));
        assertThat(event.getString("hash")).isEqualTo(hash);
        assertThat(told()).extracting(ConsumerRecord::key).containsOnly("seals");
        assertThat(told())
                .extracting(ConsumerRecord::partition)
                .containsOnly(told().getFirst().partition());
    }

    /** A process killed before the commit leaves what a rollback leaves, and after it the outbox has the event. */
    @Test
    void seal_and_event_are_there_together_or_not_at_all() {
        var period = Period.parse(month(1));
        sealPeriod.seal(period, "li", true);

        QuarkusTransaction.begin();
        sealPeriod.seal(period, "wang", false);
        QuarkusTransaction.rollback();

        assertThat(database.read("SELECT 1 FROM sealed_period WHERE period = ?", row -> true, period.text()))
                .isEmpty();
        sealPeriod.seal(period, "wang", false);
        seal(month(2));
        await().atMost(Duration.ofSeconds(30)).until(() -> told().size() >= 2);
        assertThat(told())
                .extracting(
                        record -> new JsonPath(new String(record.value(), StandardCharsets.UTF_8)).getString("period"))
                .containsExactly(month(1), month(2));
    }

    private List<ConsumerRecord<String, byte[]>> told() {
        return Road.contents("huisheng.kpi").stream()
                .filter(record -> TYPE.equals(
                        new String(record.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8)))
                .filter(record -> new JsonPath(new String(record.value(), StandardCharsets.UTF_8))
                        .<String>getList("periods").stream().anyMatch(this::isOfThisHalf))
                .toList();
    }

    private boolean isOfThisHalf(String period) {
        return List.of(month(1), month(2), month(3)).contains(period);
    }
}
