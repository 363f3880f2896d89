package org.huisheng.gateway.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.huisheng.gateway.database.Database;
import org.huisheng.gateway.identity.IdentityConfig;
import org.huisheng.gateway.testing.MigratedDatabase;
import org.huisheng.gateway.testing.SetClock;
import org.huisheng.gateway.testing.Settings;
import org.huisheng.kit.problem.DomainException.TooMany;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SignInLocksTest {

    private final SetClock clock = new SetClock(Instant.parse("2026-11-26T08:00:00Z"));
    private final Account account =
            Account.made("office", "Office", "hash", Set.of("OFFICE"), null, false, clock.instant());
    private Database database;
    private SignInLocks locks;

    @BeforeEach
    void oneAccount() throws SQLException {
        database = new Database(MigratedDatabase.fresh());
        locks = gateway(clock);
        new Accounts(database).add(account);
    }

    @Test
    void guesses_from_ever_new_addresses_are_slowed_at_every_gateway() throws SQLException {
        failTimes(SignInLocks.FREE - 1);
        assertThatCode(() -> locks.check("office", "6.6.6.6")).doesNotThrowAnyException();

        locks.failed("office", account);

        for (var gateway : List.of(locks, gateway(clock))) {
            assertThatThrownBy(() -> gateway.check("office", "6.6.6.6")).isInstanceOf(TooMany.class);
        }
        assertThat(locks.locked(List.of("office", "li"), clock.instant())).containsExactly("office");
    }

    @Test
    void the_wait_doubles_up_to_five_minutes_and_is_forgotten_after_a_quiet_quarter_of_an_hour() throws SQLException {
        failTimes(SignInLocks.FREE + 3);
        assertThat(waitOf("6.6.6.6")).isEqualTo(8);

        failTimes(10);
        assertThat(waitOf("6.6.6.6")).isEqualTo(300);

        clock.advance(Duration.ofMinutes(16));
        locks.failed("office", account);
        assertThatCode(() -> locks.check("office", "6.6.6.6")).doesNotThrowAnyException();
    }

    @Test
    void whoever_has_signed_in_from_there_before_is_not_kept_out_by_strangers() throws SQLException {
        locks.succeeded("office", "10.0.0.7");
        failTimes(SignInLocks.FREE + 2);

        assertThatCode(() -> locks.check("office", "10.0.0.7")).doesNotThrowAnyException();
        assertThatThrownBy(() -> locks.check("office", "10.0.0.8")).isInstanceOf(TooMany.class);
    }

    @Test
    void an_address_is_familiar_for_thirty_days() throws SQLException {
        locks.succeeded("office", "10.0.0.7");
        clock.advance(Duration.ofDays(31));
        failTimes(SignInLocks.FREE + 2);

        assertThatThrownBy(() -> locks.check("office", "10.0.0.7")).isInstanceOf(TooMany.class);
    }

    @Test
    void an_administrator_opens_it_again() throws SQLException {
        failTimes(SignInLocks.FREE + 2);

        locks.unlock("office");

        assertThatCode(() -> locks.check("office", "6.6.6.6")).doesNotThrowAnyException();
        assertThat(locks.locked(List.of("office"), clock.instant())).isEmpty();
    }

    @Test
    void a_name_nobody_has_looks_the_same() throws SQLException {
        for (var i = 0; i < SignInLocks.FREE; i++) {
            locks.failed("nobody", null);
        }

        assertThatThrownBy(() -> locks.check("nobody", "6.6.6.6")).isInstanceOf(TooMany.class);
    }

    @Test
    void who_guesses_does_not_fill_the_audit_log() throws SQLException {
        failTimes(200);

        assertThat(entries("sign-in.refused"))
                .extracting(entry -> entry.replaceAll("\\D", ""))
                .containsExactly("1", "2", "3", "4", "5", "8", "16", "32", "64", "128");
        assertThat(entries("sign-in.locked")).containsExactly("office {\"count\":\"20\"}");
    }

    @Test
    void of_names_that_are_nobody_s_only_the_number_is_written_down() throws SQLException {
        for (var i = 0; i < 40; i++) {
            locks.failed(SignInLocks.stranger("correct horse " + i), null);
        }

        assertThat(entries("sign-in.refused"))
                .hasSize(8)
                .allSatisfy(entry -> assertThat(entry).startsWith("null {\"count\":"));
        assertThat(database.rows("SELECT username FROM failed_sign_in", row -> row.getString("username")))
                .hasSize(40)
                .allSatisfy(name -> assertThat(name).startsWith("?").doesNotContain("horse"));
    }

    private List<String> entries(String action) throws SQLException {
        return database.rows(
                "SELECT subject_id, detail FROM audit_entry WHERE action = ? ORDER BY seq",
                row -> row.getString("subject_id") + " " + row.getString("detail"),
                action);
    }

    private SignInLocks gateway(Clock clock) {
        return new SignInLocks(
                database, clock, Settings.defaults(IdentityConfig.class), new SignInLog(database, clock));
    }

    private long waitOf(String address) throws SQLException {
        try {
            locks.check("office", address);
            return 0;
        } catch (TooMany locked) {
            return locked.retryAfterSeconds();
        }
    }

    private void failTimes(int times) throws SQLException {
        for (var i = 0; i < times; i++) {
            locks.failed("office", account);
        }
    }
}
