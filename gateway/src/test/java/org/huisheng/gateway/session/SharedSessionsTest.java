package org.huisheng.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.huisheng.gateway.account.Account;
import org.huisheng.gateway.account.SignInLog.Way;
import org.huisheng.gateway.account.TestAccounts;
import org.huisheng.gateway.database.Database;
import org.huisheng.gateway.identity.RandomSecret;
import org.huisheng.gateway.identity.TestIssuer;
import org.huisheng.gateway.testing.MigratedDatabase;
import org.huisheng.gateway.testing.SetClock;
import org.huisheng.gateway.testing.Settings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two gateways on one database, at a time of the test's choosing. */
class SharedSessionsTest {

    private static final Duration MEMORY = Duration.ofSeconds(5);

    private final SetClock clock = new SetClock(Instant.parse("2026-11-26T08:00:00Z"));
    private final RandomSecret secret = RandomSecret.make("hsse_");

    private DataSource dataSource;
    private Database database;
    private Sessions sessions;
    private SessionAccess here;
    private SessionAccess there;
    private SignOut signOut;

    @BeforeEach
    void signedIn() throws Exception {
        dataSource = MigratedDatabase.fresh();
        database = new Database(dataSource);
        database.write(
                "INSERT INTO account (username, name, password_hash, roles, department) VALUES ('li', 'Li', 'x', ?, ?)",
                Set.of("LIAISON"),
                "DIST");
        sessions = new Sessions(database, Settings.defaults(SessionConfig.class), TestAccounts.log(database, clock));
        here = gateway();
        there = gateway();
        signOut = new SignOut(sessions, here, TestAccounts.in(database), _ -> Optional.empty());
        sessions.begin(secret, account(), Way.SESSION, null, clock.instant());
    }

    @Test
    void a_session_is_good_at_every_gateway_and_is_not_asked_about_for_a_while() throws SQLException {
        assertThat(here.admit(secret)).isPresent();
        assertThat(there.admit(secret)).isPresent();

        database.write("DELETE FROM session");

        assertThat(there.remembered(secret.text())).isNotNull();
        clock.advance(MEMORY);
        assertThat(there.remembered(secret.text())).isNull();
        assertThat(there.admit(secret)).isEmpty();
    }

    @Test
    void signing_out_counts_here_at_once_and_elsewhere_after_some_seconds() throws SQLException {
        var grant = here.admit(secret).orElseThrow();
        assertThat(there.admit(secret)).isPresent();

        signOut.here(grant);

        assertThat(here.remembered(secret.text())).isNull();
        assertThat(here.admit(secret)).isEmpty();
        clock.advance(MEMORY);
        assertThat(there.remembered(secret.text())).isNull();
        assertThat(there.admit(secret)).isEmpty();
    }

    @Test
    void signing_out_everywhere_ends_all_sessions() throws SQLException {
        var other = RandomSecret.make("hsse_");
        sessions.begin(other, account(), Way.SESSION, null, clock.instant());
        assertThat(here.admit(other)).isPresent();

        signOut.everywhere("li");

        assertThat(here.remembered(other.text())).isNull();
        assertThat(here.admit(secret)).isEmpty();
        assertThat(here.admit(other)).isEmpty();
    }

    @Test
    void who_signs_out_twice_has_done_so_once() throws SQLException {
        var grant = here.admit(secret).orElseThrow();

        signOut.here(grant);
        signOut.here(grant);

        assertThat(database.rows(
                        "SELECT action FROM audit_entry WHERE subject_id = 'li' ORDER BY seq",
                        row -> row.getString("action")))
                .containsExactly("sign-in.session", "sign-out.session");
    }

    @Test
    void a_session_that_is_not_used_ends_and_one_that_is_used_does_not() throws SQLException {
        for (var hour = 0; hour < 3; hour++) {
            clock.advance(Duration.ofMinutes(50));
            assertThat(here.admit(secret)).isPresent();
        }

        clock.advance(Duration.ofMinutes(61));

        assertThat(here.admit(secret)).isEmpty();
    }

    @Test
    void no_session_outlives_twelve_hours_however_busy() throws SQLException {
        for (var half = 0; half < 23; half++) {
            clock.advance(Duration.ofMinutes(30));
            assertThat(here.admit(secret)).isPresent();
        }

        clock.advance(Duration.ofMinutes(30));

        assertThat(here.admit(secret)).isEmpty();
    }

    @Test
    void other_roles_and_a_closed_account_count_after_the_same_seconds() throws SQLException {
        var before = here.admit(secret).orElseThrow();

        database.write("UPDATE account SET roles = ?", Set.of("LEADER"));
        clock.advance(MEMORY);
        var after = here.admit(secret).orElseThrow();

        assertThat(after.session().roles()).containsExactly("LEADER");
        assertThat(after.bearer()).isNotEqualTo(before.bearer());
        database.write("UPDATE account SET disabled = true");
        assertThat(here.admit(secret)).isEmpty();
    }

    @Test
    void the_token_inside_is_used_again_while_it_has_half_its_life() throws SQLException {
        var first = here.admit(secret).orElseThrow();
        clock.advance(MEMORY);
        assertThat(here.admit(secret).orElseThrow().bearer()).isEqualTo(first.bearer());

        clock.advance(Duration.ofMinutes(3));

        assertThat(here.admit(secret).orElseThrow().bearer()).isNotEqualTo(first.bearer());
    }

    @Test
    void the_database_knows_digests_only() throws SQLException {
        var stored = database.rows("SELECT session::text AS all FROM session", row -> row.getString("all"));

        assertThat(stored).hasSize(1).noneMatch(row -> row.contains(secret.text()));
    }

    private SessionAccess gateway() throws Exception {
        return new SessionAccess(
                sessions, TestIssuer.on(dataSource, clock), clock, Settings.defaults(SessionConfig.class));
    }

    private Account account() throws SQLException {
        return TestAccounts.in(database).require("li");
    }
}
