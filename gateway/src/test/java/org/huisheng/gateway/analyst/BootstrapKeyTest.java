package org.huisheng.gateway.analyst;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.huisheng.gateway.database.Database;
import org.huisheng.localstack.testing.RealPostgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

class BootstrapKeyTest {

    private static final Instant NOW = Instant.parse("2026-11-26T02:00:00Z");
    private static final Secret FIRST = new Secret("the-first-key-nobody-guesses");
    private static final Secret SECOND = new Secret("the-second-key-nobody-guesses");

    @TempDir
    Path folder;

    private DataSource dataSource;
    private AnalystKeys keys;

    @BeforeEach
    void emptyDatabase() {
        var database = RealPostgres.freshDatabase();
        var source = new PGSimpleDataSource();
        source.setUrl(database.url());
        source.setUser(database.user());
        source.setPassword(database.password());
        dataSource = source;
        keys = new AnalystKeys(new Database(dataSource));
    }

    @Test
    void a_key_in_a_file_is_named_bootstrap_and_may_read_everything() throws Exception {
        migrate();

        start(FIRST);
        start(FIRST);

        assertThat(keys.after(null, 10)).singleElement().satisfies(key -> {
            assertThat(key.name()).isEqualTo("bootstrap");
            assertThat(key.sets()).isNull();
            assertThat(key.department()).isNull();
        });
        assertThat(admitted(FIRST)).isTrue();
        assertThat(admitted(SECOND)).isFalse();
        assertThat(stored()).doesNotContain(FIRST.text());
    }

    @Test
    void starting_again_does_not_bring_back_a_revoked_key() throws Exception {
        migrate();
        start(FIRST);
        keys.revoke(onlyKey().id(), NOW, "admin");

        start(FIRST);

        assertThat(admitted(FIRST)).isFalse();
        assertThat(keys.after(null, 10)).hasSize(1);
    }

    @Test
    void starting_again_does_not_bring_back_a_secret_that_was_rotated_out() throws Exception {
        migrate();
        start(FIRST);
        keys.rotate(onlyKey().id(), SECOND, NOW, Duration.ZERO);
        keys.rotate(onlyKey().id(), Secret.make(), NOW, Duration.ZERO);

        start(FIRST);

        assertThat(admitted(FIRST)).isFalse();
    }

    @Test
    void another_key_in_the_file_takes_the_place_of_the_old_one() throws Exception {
        migrate();
        start(FIRST);

        start(SECOND);

        assertThat(admitted(FIRST)).isFalse();
        assertThat(admitted(SECOND)).isTrue();
        assertThat(keys.after(null, 10)).hasSize(1);
    }

    @Test
    void another_key_in_the_file_after_a_revocation_is_a_key_of_its_own() throws Exception {
        migrate();
        start(FIRST);
        keys.revoke(onlyKey().id(), NOW, "admin");

        start(SECOND);

        assertThat(admitted(FIRST)).isFalse();
        assertThat(admitted(SECOND)).isTrue();
        assertThat(keys.after(null, 10)).hasSize(2);
    }

    @Test
    void gateways_that_start_at_once_know_the_key_once() throws Exception {
        migrate();

        try (var threads = Executors.newFixedThreadPool(6)) {
            var gateways = IntStream.range(0, 6)
                    .<Callable<Void>>mapToObj(_ -> () -> {
                        start(FIRST);
                        return null;
                    })
                    .toList();
            for (var started : threads.invokeAll(gateways)) {
                started.get();
            }
        }

        assertThat(keys.after(null, 10)).hasSize(1);
        assertThat(admitted(FIRST)).isTrue();
    }

    @Test
    void a_short_key_is_refused_without_being_shown() throws Exception {
        migrate();

        assertThatThrownBy(() -> start(new Secret("short")))
                .isInstanceOf(IOException.class)
                .hasMessageNotContaining("short\"")
                .hasMessageContaining("fewer than 20");
    }

    @Test
    void keys_from_before_they_had_names_are_let_in_as_before() throws Exception {
        Flyway.configure().dataSource(dataSource).target("001").load().migrate();
        try (var connection = dataSource.getConnection();
                var insert = connection.prepareStatement("INSERT INTO analyst_key (digest) VALUES (?)")) {
            insert.setBytes(1, FIRST.digest());
            insert.executeUpdate();
            insert.setBytes(1, SECOND.digest());
            insert.executeUpdate();
        }

        migrate();
        start(FIRST);

        assertThat(admitted(FIRST)).isTrue();
        assertThat(admitted(SECOND)).isTrue();
        assertThat(onlyKey().name()).isEqualTo("bootstrap");
    }

    private void migrate() {
        Flyway.configure().dataSource(dataSource).load().migrate();
    }

    private void start(Secret secret) throws IOException, SQLException {
        var file = Files.createTempFile(folder, "bi", ".key");
        Files.writeString(file, secret.text() + "\n");
        new BootstrapKey(keys, new Settings(), Clock.systemUTC()).addFrom(file);
    }

    private AnalystKey onlyKey() throws SQLException {
        assertThat(keys.after(null, 10)).hasSize(1);
        return keys.after(null, 10).getFirst();
    }

    private boolean admitted(Secret secret) throws SQLException {
        return keys.presented(secret)
                .filter(presented -> presented.admits(Instant.now()))
                .isPresent();
    }

    private String stored() throws SQLException {
        try (var connection = dataSource.getConnection();
                var rows = connection
                        .createStatement()
                        .executeQuery(
                                "SELECT string_agg(k::text || s::text, ' ') FROM analyst_key k, analyst_secret s")) {
            rows.next();
            return rows.getString(1);
        }
    }

    private record Settings() implements AnalystConfig {
        @Override
        public Optional<Path> keyFile() {
            return Optional.empty();
        }

        @Override
        public Set<String> sets() {
            return Set.of("Scores");
        }

        @Override
        public Duration tokenLife() {
            return Duration.ofMinutes(5);
        }

        @Override
        public Duration keyMemory() {
            return Duration.ofSeconds(5);
        }

        @Override
        public Duration rotationOverlap() {
            return Duration.ZERO;
        }
    }
}
