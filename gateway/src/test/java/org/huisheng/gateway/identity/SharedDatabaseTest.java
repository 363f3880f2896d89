package org.huisheng.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.huisheng.gateway.testing.MigratedDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SharedDatabaseTest {

    private DataSource dataSource;

    @BeforeEach
    void emptyDatabase() {
        dataSource = MigratedDatabase.fresh();
    }

    @Test
    void gateways_that_start_at_once_share_one_signing_key() throws Exception {
        var active = new ArrayList<UUID>();
        try (var threads = Executors.newFixedThreadPool(6)) {
            var gateways = IntStream.range(0, 6)
                    .<Callable<UUID>>mapToObj(_ -> () -> {
                        var keys = new SigningKeys(dataSource, Clock.systemUTC());
                        keys.load();
                        return keys.active().id();
                    })
                    .toList();
            for (var started : threads.invokeAll(gateways)) {
                active.add(started.get());
            }
        }

        assertThat(active).hasSize(6).containsOnly(active.getFirst());
    }

    @Test
    void a_restart_keeps_the_signing_key_and_its_halves_belong_together() throws Exception {
        var before = new SigningKeys(dataSource, Clock.systemUTC());
        before.load();

        var after = new SigningKeys(dataSource, Clock.systemUTC());
        after.load();

        assertThat(after.active().id()).isEqualTo(before.active().id());
        assertThat(after.active().publicKey()).isEqualTo(before.active().publicKey());
        assertThat(after.active().privateKey()).isEqualTo(before.active().privateKey());
    }
}
