package org.huisheng.gateway.provider;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.huisheng.gateway.account.ForeignAccounts;
import org.huisheng.gateway.identity.Tokens;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jspecify.annotations.Nullable;

/** Tokens of ours for tokens of the provider. One is remembered for some seconds, and never longer than theirs is good. */
@ApplicationScoped
class ExchangedTokens {

    private static final int REMEMBERED = 10_000;

    /** Longer than the longest exchange. */
    private static final Duration LIFE = Duration.ofMinutes(5);

    private record Exchanged(String token, Instant until) {}

    private final ProviderTokens theirs;
    private final ForeignAccounts accounts;
    private final Tokens ours;
    private final Clock clock;
    private final Duration memory;
    private final Map<String, Exchanged> known = new ConcurrentHashMap<>();

    ExchangedTokens(ProviderTokens theirs, ForeignAccounts accounts, Tokens ours, Clock clock, ProviderConfig config) {
        this.theirs = theirs;
        this.accounts = accounts;
        this.ours = ours;
        this.clock = clock;
        this.memory = config.tokenMemory();
    }

    /** Does not block. */
    @Nullable
    String remembered(String token) {
        var exchanged = known.get(token);
        return exchanged != null && clock.instant().isBefore(exchanged.until()) ? exchanged.token() : null;
    }

    /** Asks the database and, about new keys, the provider. @return empty if theirs is not to be believed */
    Optional<String> exchange(String token) throws SQLException {
        try {
            var now = clock.instant();
            var vouched = theirs.brought(token);
            var account = accounts.of(vouched.person());
            var own = ours.sign(account.username(), account.roles(), account.department(), LIFE);
            remember(token, new Exchanged(own, earlier(now.plus(memory), vouched.until())), now);
            return Optional.of(own);
        } catch (InvalidJwtException unbelievable) {
            return Optional.empty();
        }
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private void remember(String token, Exchanged exchanged, Instant now) {
        if (known.size() >= REMEMBERED) {
            known.values().removeIf(old -> !now.isBefore(old.until()));
        }
        if (known.size() < REMEMBERED) {
            known.put(token, exchanged);
        }
    }
}
