package org.huisheng.gateway.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.huisheng.gateway.database.Database;
import org.huisheng.gateway.identity.IdentityConfig;
import org.huisheng.gateway.testing.MigratedDatabase;
import org.huisheng.gateway.testing.Settings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BootstrapAccountsTest {

    @TempDir
    Path folder;

    private Accounts accounts;
    private BootstrapAccounts bootstrap;

    @BeforeEach
    void emptyDatabase() {
        accounts = new Accounts(new Database(MigratedDatabase.fresh()));
        bootstrap = new BootstrapAccounts(
                accounts, new ObjectMapper(), Settings.defaults(IdentityConfig.class), Clock.systemUTC());
    }

    @Test
    void an_account_that_exists_is_left_as_it_is() throws Exception {
        bootstrap.addFrom(users("first words"));
        bootstrap.addFrom(users("second words"));

        var stored = accounts.find("office");
        assertThat(stored).isPresent();
        assertThat(stored.get().roles()).isEqualTo(Set.of("OFFICE"));
        assertThat(stored.get().mustChangePassword()).isFalse();
        assertThat(Passwords.matches("first words", stored)).isTrue();
        assertThat(Passwords.matches("second words", stored)).isFalse();
        assertThat(Passwords.matches("", Optional.empty())).isFalse();
    }

    @Test
    void a_broken_file_of_accounts_is_named_without_its_passwords() throws Exception {
        var file = folder.resolve("broken.json");
        Files.writeString(file, "[{\"username\": \"a\", \"password\": very-secret}]");

        assertThatThrownBy(() -> bootstrap.addFrom(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("broken.json")
                .hasMessageNotContaining("very")
                .hasNoCause();
    }

    @Test
    void an_account_cannot_have_a_role_nobody_knows() {
        assertThatThrownBy(() ->
                        accounts.add(Account.made("x", "X", "hash", Set.of("EMPEROR"), null, false, Instant.EPOCH)))
                .hasMessageContaining("account_roles_check");
    }

    private Path users(String password) throws IOException {
        return Files.writeString(
                folder.resolve("users.json"),
                "[{\"username\": \"office\", \"password\": \"%s\", \"roles\": [\"OFFICE\"], \"department\": null}]"
                        .formatted(password));
    }
}
