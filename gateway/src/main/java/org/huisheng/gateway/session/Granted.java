package org.huisheng.gateway.session;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import org.huisheng.gateway.identity.RandomSecret;
import org.jspecify.annotations.Nullable;

/**
 * A session that was found good.
 *
 * @param bearer the {@code Authorization} to go on with
 * @param bearerUntil when another one has to be made
 * @param until when the database has to be asked again
 */
record Granted(
        RandomSecret secret, Session session, String csrfToken, String bearer, Instant bearerUntil, Instant until) {

    boolean knows(@Nullable String shown) {
        return shown != null
                && MessageDigest.isEqual(
                        csrfToken.getBytes(StandardCharsets.UTF_8), shown.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "Granted[" + session.username() + "]";
    }
}
