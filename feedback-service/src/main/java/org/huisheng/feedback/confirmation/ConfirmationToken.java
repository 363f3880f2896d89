package org.huisheng.feedback.confirmation;

import java.security.SecureRandom;
import java.util.Base64;
import org.huisheng.feedback.intake.FieldDigest;

/** What a stakeholder holds instead of an account. Known to them only: we keep its hash. */
record ConfirmationToken(String value) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    static ConfirmationToken random() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return new ConfirmationToken(BASE64.encodeToString(bytes));
    }

    String hash() {
        return BASE64.encodeToString(FieldDigest.of(value));
    }

    @Override
    public String toString() {
        return "ConfirmationToken[…]";
    }
}
