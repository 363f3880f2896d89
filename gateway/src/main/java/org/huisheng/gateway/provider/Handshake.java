package org.huisheng.gateway.provider;

import org.huisheng.gateway.identity.RandomSecret;
import org.jspecify.annotations.Nullable;

/**
 * What ties the browser that comes back from the provider to the one that was sent there: a secret in a cookie, of which
 * everything else is made, so that nothing is stored here. The cookie is {@code Lax}, or it would not come along from there.
 */
record Handshake(RandomSecret secret) {

    static final String COOKIE = "huisheng_handshake";

    private static final String PREFIX = "hshs_";
    private static final int SECONDS = 600;
    private static final String ATTRIBUTES = "; HttpOnly; SameSite=Lax; Path=/api/auth/v1/provider";

    static Handshake begin() {
        return new Handshake(RandomSecret.make(PREFIX));
    }

    static @Nullable Handshake of(@Nullable String cookie) {
        return cookie == null || !cookie.startsWith(PREFIX) ? null : new Handshake(new RandomSecret(cookie));
    }

    String state() {
        return secret.derived("state");
    }

    String nonce() {
        return secret.derived("nonce");
    }

    /** Of the code (RFC 7636); shown only when the code is redeemed. */
    String verifier() {
        return secret.derived("verifier");
    }

    String challenge() {
        return new RandomSecret(verifier()).fingerprint();
    }

    String cookie(boolean https) {
        return COOKIE + "=" + secret.text() + "; Max-Age=" + SECONDS + ATTRIBUTES + (https ? "; Secure" : "");
    }

    static String gone(boolean https) {
        return COOKIE + "=; Max-Age=0" + ATTRIBUTES + (https ? "; Secure" : "");
    }

    @Override
    public String toString() {
        return "Handshake";
    }
}
