package org.huisheng.gateway.analyst;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** What is sent with a request. It is long and random, so a plain digest of it is as good as a slow one. */
record Secret(String text) {

    /** Tells whoever finds it in a file or a log what it is. */
    private static final String PREFIX = "hsbi_";

    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    static Secret make() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new Secret(PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    byte[] digest() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Tells it from others without telling what it is. */
    String fingerprint() {
        return HexFormat.of().formatHex(digest(), 0, 8);
    }

    @Override
    public String toString() {
        return "Secret";
    }
}
