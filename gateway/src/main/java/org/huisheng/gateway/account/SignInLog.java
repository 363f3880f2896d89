package org.huisheng.gateway.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import org.huisheng.gateway.database.Database;
import org.huisheng.gateway.database.Database.Transaction;
import org.huisheng.kit.audit.AuditTrail;
import org.huisheng.kit.audit.Happening;
import org.jspecify.annotations.Nullable;

/**
 * Who signed in and out, and who was refused, in the audit log. What was typed is never in it: it may be a password. Of
 * many refusals only some are written down, so that nobody fills the log by guessing.
 */
@ApplicationScoped
public class SignInLog {

    /** No username begins so. */
    private static final String NOBODY = "(nobody)";

    private static final String USERS = "users";
    private static final String UNKNOWN_NAME = "?name";
    private static final String UNKNOWN_TOKEN = "?token";
    private static final String PROVIDER = "?provider";

    /** What somebody has after signing in, or no more after signing out. */
    public enum Way {
        SESSION("session"),
        PROVIDER("provider"),
        TOKEN("token"),
        EVERYWHERE("everywhere");

        private final String word;

        Way(String word) {
            this.word = word;
        }
    }

    private final Database database;
    private final Clock clock;
    private final Refusals refusals = new Refusals();

    SignInLog(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** With what they are given, or not at all. */
    public void signedIn(Transaction transaction, Account account, Way way) throws SQLException {
        transaction.write(
                "UPDATE account SET last_signed_in_at = ? WHERE username = ?", clock.instant(), account.username());
        note(transaction, by(account.username(), account.roles(), account.department(), "sign-in." + way.word));
    }

    public void signedOut(
            Transaction transaction, String username, Set<String> roles, @Nullable String department, Way way)
            throws SQLException {
        note(transaction, by(username, roles, department, "sign-out." + way.word));
    }

    private static Happening by(String username, Set<String> roles, @Nullable String department, String action) {
        return new Happening(username, roles, department, action, USERS, username, Map.of());
    }

    /**
     * A wrong password.
     *
     * @param account null if there is none of the name that was typed
     * @param failures of this name so far, at all gateways
     */
    void refused(Transaction transaction, @Nullable Account account, int failures) throws SQLException {
        var username = account == null ? null : account.username();
        refused(
                transaction,
                "sign-in.refused",
                username,
                username == null ? refusals.another(UNKNOWN_NAME, clock.instant()) : failures);
        if (username != null && failures == SignInLocks.FREE) {
            note(transaction, "sign-in.locked", username, failures);
        }
    }

    /** @param username null if the refresh token is nobody's */
    public void refreshRefused(Transaction transaction, @Nullable String username) throws SQLException {
        var count = refusals.another(username == null ? UNKNOWN_TOKEN : UNKNOWN_TOKEN + username, clock.instant());
        refused(transaction, "refresh.refused", username, count);
    }

    /** Whom the provider vouches for is nobody here, or it vouches for nobody. */
    public void providerRefused() throws SQLException {
        var count = refusals.another(PROVIDER, clock.instant());
        database.together(transaction -> {
            refused(transaction, "sign-in.provider-refused", null, count);
            return count;
        });
    }

    private void refused(Transaction transaction, String action, @Nullable String username, int count)
            throws SQLException {
        if (Refusals.isTold(count)) {
            note(transaction, action, username, count);
        }
    }

    private void note(Transaction transaction, String action, @Nullable String username, int count)
            throws SQLException {
        var counted = Map.of("count", String.valueOf(count));
        note(transaction, new Happening(NOBODY, Set.of(), null, action, USERS, username, counted));
    }

    private void note(Transaction transaction, Happening what) throws SQLException {
        AuditTrail.note(transaction.connection(), what, clock.instant());
    }
}
