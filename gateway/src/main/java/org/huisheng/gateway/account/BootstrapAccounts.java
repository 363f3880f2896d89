package org.huisheng.gateway.account;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Set;
import org.huisheng.gateway.identity.IdentityConfig;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Makes the first accounts from a file; an account that exists is left as it is. Their passwords need not be changed: who
 * wrote the file has chosen them, and programs sign in with them.
 */
@ApplicationScoped
class BootstrapAccounts {

    private static final Logger LOG = Logger.getLogger(BootstrapAccounts.class);

    record FirstAccount(
            String username,
            String password,
            Set<String> roles,
            @Nullable String department) {
        @Override
        public String toString() {
            return "FirstAccount[" + username + "]";
        }
    }

    private final Accounts accounts;
    private final ObjectMapper json;
    private final IdentityConfig config;
    private final Clock clock;

    BootstrapAccounts(Accounts accounts, ObjectMapper json, IdentityConfig config, Clock clock) {
        this.accounts = accounts;
        this.json = json;
        this.config = config;
        this.clock = clock;
    }

    void prepare(@Observes @Priority(1100) StartupEvent start) throws IOException, SQLException {
        if (config.bootstrapUsers().isPresent()) {
            addFrom(config.bootstrapUsers().get());
        }
    }

    void addFrom(Path file) throws IOException, SQLException {
        var added = 0;
        for (var first : read(file)) {
            if (accounts.find(first.username()).isEmpty()) {
                var account = Account.made(
                        first.username(),
                        first.username(),
                        Passwords.hash(first.password()),
                        first.roles(),
                        first.department(),
                        false,
                        clock.instant());
                added += accounts.add(account) ? 1 : 0;
            }
        }
        LOG.infof("%d accounts added from %s", added, file);
    }

    private FirstAccount[] read(Path file) throws IOException {
        try {
            return json.readValue(Files.readString(file), FirstAccount[].class);
        } catch (JsonProcessingException unreadable) {
            // Its message quotes the text, and the text holds passwords.
            throw new IOException(file + " is not a list of accounts: "
                    + unreadable.getClass().getSimpleName() + " in line "
                    + (unreadable.getLocation() == null
                            ? 0
                            : unreadable.getLocation().getLineNr()));
        }
    }
}
