package org.huisheng.survey.kiosk;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicInteger;
import org.huisheng.kit.problem.DomainException.TooMany;

/** Lets nobody try codes until one fits. Addresses are kept in memory only, and forgotten with the window. */
@ApplicationScoped
class WrongCodes {

    private static final String ANYBODY = "";

    private final KioskConfig config;
    private final Cache<String, AtomicInteger> tries;

    WrongCodes(KioskConfig config) {
        this.config = config;
        this.tries = Caffeine.newBuilder()
                .maximumSize(100_000)
                .expireAfterWrite(config.wrongCodesWithin())
                .build();
    }

    /** @throws TooMany if there were too many wrong ones */
    void check(String address) {
        if (of(address) >= config.wrongCodes() || of(ANYBODY) >= config.wrongCodesInAll()) {
            throw new TooMany("too-many-codes", config.wrongCodesWithin());
        }
    }

    void failed(String address) {
        count(address);
        count(ANYBODY);
    }

    private int of(String address) {
        var known = tries.getIfPresent(address);
        return known == null ? 0 : known.get();
    }

    private void count(String address) {
        tries.get(address, first -> new AtomicInteger()).incrementAndGet();
    }
}
