package org.huisheng.gateway.account;

import io.quarkus.elytron.security.common.BcryptUtil;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.huisheng.kit.problem.DomainException.Busy;

/** Hashes and checks passwords; slow on purpose, so only a few at a time. */
final class Passwords {

    /** bcrypt ignores what comes after, so a longer password would promise more than it gives. */
    static final int MAX_BYTES = 72;

    /** Checked for usernames nobody has, so that they cannot be told from wrong passwords by the time it takes. */
    private static final String NOBODY = BcryptUtil.bcryptHash("nobody has this password");

    /** Without what is read as something else. */
    private static final String LEGIBLE = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private static final int TEMPORARY_LENGTH = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private static final Semaphore AT_A_TIME =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2));

    private Passwords() {}

    /** One to be told once and changed at the first sign-in. */
    static String temporary() {
        var password = new StringBuilder();
        for (var i = 0; i < TEMPORARY_LENGTH; i++) {
            password.append(LEGIBLE.charAt(RANDOM.nextInt(LEGIBLE.length())));
        }
        return password.toString();
    }

    static String hash(String password) {
        if (!fits(password)) {
            throw new IllegalArgumentException("A password has at most " + MAX_BYTES + " bytes");
        }
        return BcryptUtil.bcryptHash(password);
    }

    /** Runs what checks a password as soon as few enough others do; hashing must not take every processor. */
    static boolean oneOfAFew(BooleanSupplier check) {
        try {
            if (!AT_A_TIME.tryAcquire(5, TimeUnit.SECONDS)) {
                throw new Busy();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new Busy();
        }
        try {
            return check.getAsBoolean();
        } finally {
            AT_A_TIME.release();
        }
    }

    static boolean matches(String password, Optional<Account> account) {
        var hash = account.map(Account::passwordHash).orElse(NOBODY);
        return BcryptUtil.matches(fits(password) ? password : "", hash) && account.isPresent() && fits(password);
    }

    static boolean fits(String password) {
        return password.getBytes(StandardCharsets.UTF_8).length <= MAX_BYTES;
    }
}
