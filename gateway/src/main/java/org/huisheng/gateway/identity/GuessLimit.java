package org.huisheng.gateway.identity;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import org.huisheng.kit.problem.DomainException.TooMany;

/** Slows guessing of one account from one address, and of many accounts from one address. */
@ApplicationScoped
public class GuessLimit {

    private final boolean enabled;
    private final Clock clock;
    private final Attempts byAccount = new Attempts(5);
    // An office behind one address has many people who mistype; a guesser needs thousands of tries.
    private final Attempts byAddress = new Attempts(100);

    GuessLimit(IdentityConfig config, Clock clock) {
        this.enabled = config.rateLimits();
        this.clock = clock;
    }

    /** @throws TooMany if the caller has to wait */
    public void check(String username, String address) {
        if (enabled) {
            refuseDuring(byAccount.waitOf(username + '@' + address, clock.instant()));
            refuseDuring(byAddress.waitOf(address, clock.instant()));
        }
    }

    public void failed(String username, String address) {
        byAccount.failed(username + '@' + address, clock.instant());
        byAddress.failed(address, clock.instant());
    }

    public void succeeded(String username, String address) {
        byAccount.succeeded(username + '@' + address);
        byAddress.succeeded(address);
    }

    /** Lets everybody try at this account again; other gateways remember for some minutes what they have seen. */
    public void forget(String username) {
        byAccount.forgetAll(caller -> caller.startsWith(username + '@'));
    }

    private static void refuseDuring(Duration wait) {
        if (wait.isPositive()) {
            throw new TooMany("too-many-attempts", wait);
        }
    }
}
