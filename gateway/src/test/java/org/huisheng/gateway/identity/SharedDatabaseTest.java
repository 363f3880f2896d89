package org.huisheng.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.huisheng.localstack.testing.RealPostgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

class SharedDatabaseTest {

    @TempDir
    Path folder;

    private DataSource dataSource;

    @BeforeEach
    void emptyDatabase() {
        var database = RealPostgres.freshDatabase();
        var source = new PGSimpleDataSource();
        source.setUrl(database.url());
        source.setUser(database.user());
        source.setPassword(database.password());
        dataSource = source;
        Flyway.configure().dataSource(dataSource).load().migrate();
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

    @Test
    void an_account_that_exists_is_left_as_it_is() throws Exception {
        var accounts = new Accounts(dataSource);
        var bootstrap = new BootstrapAccounts(accounts, new ObjectMapper(), new Settings());

        bootstrap.addFrom(users("first words"));
        bootstrap.addFrom(users("second words"));

        var stored = accounts.find("office");
        assertThat(stored).isPresent();
        assertThat(stored.get().roles()).isEqualTo(Set.of("OFFICE"));
        assertThat(Passwords.matches("first words", stored)).isTrue();
        assertThat(Passwords.matches("second words", stored)).isFalse();
        assertThat(Passwords.matches("", Optional.empty())).isFalse();
    }

    @Test
    void a_broken_file_of_accounts_is_named_without_its_passwords() throws Exception {
        var file = folder.resolve("broken.json");
        Files.writeString(file, "[{\"username\": \"a\", \"password\": very-secret}]");
        var bootstrap = new BootstrapAccounts(new Accounts(dataSource), new ObjectMapper(), new Settings());

        assertThatThrownBy(() -> bootstrap.addFrom(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("broken.json")
                .hasMessageNotContaining("very")
                .hasNoCause();
    }

    @Test
    void an_account_cannot_have_a_role_nobody_knows() {
        var accounts = new Accounts(dataSource);

        assertThatThrownBy(() -> accounts.add(new Account("x", "hash", Set.of("EMPEROR"), null)))
                .hasMessageContaining("account_roles_check");
    }

    private Path users(String password) throws IOException {
        return Files.writeString(
                folder.resolve("users.json"),
                "[{\"username\": \"office\", \"password\": \"%s\", \"roles\": [\"OFFICE\"], \"department\": null}]"
                        .formatted(password));
    }

    private record Settings() implements IdentityConfig {
        @Override
        public String issuer() {
            return "huisheng";
        }

        @Override
        public Duration tokenLife() {
            return Duration.ofHours(1);
        }

        @Override
        public Optional<Path> bootstrapUsers() {
            return Optional.empty();
        }

        @Override
        public boolean rateLimits() {
            return true;
        }
    }
}
