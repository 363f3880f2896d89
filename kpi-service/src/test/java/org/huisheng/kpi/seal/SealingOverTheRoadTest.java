package org.huisheng.kpi.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.huisheng.events.Side;
import org.huisheng.kpi.observation.Cell;
import org.huisheng.kpi.sql.Database;
import org.huisheng.kpi.testing.Road;
import org.huisheng.kpi.testing.StoredCells;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SealingOverTheRoadTest extends SealableHalf {

    private static final int COUNT = 2000;

    @Inject
    Database database;

    @Test
    void a_seal_given_while_events_come_from_kafka_loses_and_doubles_none() {
        var events = responses(Side.CUSTOMER, 3, COUNT, 4);
        try (var road = new Road()) {
            // Half: were all but a handful in the sealed month, the year would be suppressed, being that month and the
            // handful.
            events.subList(0, COUNT / 2).forEach(road::send);
            await().atMost(Duration.ofSeconds(30)).until(() -> counted() > 0);

            seal(month(3));

            events.subList(COUNT / 4, COUNT).forEach(road::send);
        }

        await().atMost(Duration.ofSeconds(60)).until(() -> counted() >= COUNT);
        assertThat(scores(year()).getInt("rows.find{it.code=='service'}.n")).isEqualTo(COUNT);
        assertThat(read("/v1/seals/verification?limit=500").getList("broken")).isEmpty();
        assertRecounted();
    }

    private long counted() {
        return StoredCells.of(database, List.of(department)).values().stream()
                .mapToLong(Cell::n)
                .sum();
    }
}
