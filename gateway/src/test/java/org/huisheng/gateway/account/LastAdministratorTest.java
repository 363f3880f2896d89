package org.huisheng.gateway.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.huisheng.gateway.account.ChangeUser.Change;
import org.huisheng.gateway.database.Database;
import org.huisheng.gateway.testing.MigratedDatabase;
import org.huisheng.kit.problem.DomainException.Conflict;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LastAdministratorTest {

    private static final Change NOT_ANY_MORE = new Change(null, List.of("OFFICE"), null, null);
    private static final Change CLOSED = new Change(null, null, null, true);

    private Accounts accounts;
    private ChangeUser changeUser;

    @BeforeEach
    void twoAdministrators() throws SQLException {
        var database = new Database(MigratedDatabase.fresh());
        accounts = new Accounts(database);
        changeUser = new ChangeUser(database);
        for (var username : List.of("first", "second")) {
            accounts.add(Account.made(username, username, "hash", Set.of("ADMIN"), null, false, Instant.EPOCH));
        }
    }

    @Test
    void one_always_remains() throws SQLException {
        changeUser.change("first", CLOSED, "second");

        for (var change : List.of(NOT_ANY_MORE, CLOSED)) {
            assertThatThrownBy(() -> changeUser.change("second", change, "second"))
                    .isInstanceOf(Conflict.class);
        }
        assertThat(accounts.require("second").roles()).containsExactly("ADMIN");
    }

    @Test
    void two_who_remove_each_other_at_once_do_not_both_succeed() throws Exception {
        for (var round = 0; round < 10; round++) {
            try (var threads = Executors.newFixedThreadPool(2)) {
                threads.invokeAll(List.<Callable<Account>>of(
                        () -> changeUser.change("first", NOT_ANY_MORE, "second"),
                        () -> changeUser.change("second", NOT_ANY_MORE, "first")));
            }

            var left = List.of(accounts.require("first"), accounts.require("second")).stream()
                    .filter(account -> account.roles().contains("ADMIN"))
                    .toList();
            assertThat(left).hasSize(1);
            for (var username : List.of("first", "second")) {
                changeUser.change(username, new Change(null, List.of("ADMIN"), null, null), "test");
            }
        }
    }
}
