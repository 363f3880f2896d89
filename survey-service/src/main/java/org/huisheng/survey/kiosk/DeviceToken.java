package org.huisheng.survey.kiosk;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import org.huisheng.kit.problem.DomainException.NotAuthenticated;
import org.jspecify.annotations.Nullable;

/** What a kiosk shows to be itself: 256 random bits that only the device keeps; no JWT, so no issuer knows of it. */
record DeviceToken(String text) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String SCHEME = "Bearer ";

    static DeviceToken fresh() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return new DeviceToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** @throws NotAuthenticated if the header holds no token at all */
    static DeviceToken in(@Nullable String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw unknown();
        }
        return new DeviceToken(authorization.substring(SCHEME.length()).strip());
    }

    static NotAuthenticated unknown() {
        return new NotAuthenticated("unknown-device", "Bearer");
    }

    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Never into a log. */
    @Override
    public String toString() {
        return "DeviceToken";
    }
}
