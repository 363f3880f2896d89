package org.huisheng.feedback.confirmation;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.huisheng.feedback.casework.Case;
import org.huisheng.feedback.intake.FieldDigest;

/** What a stakeholder holds instead of an account. Known to them only: we keep its hash. */
record ConfirmationToken(String value) {

    private static final String ALGORITHM = "HmacSHA256";
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    static ConfirmationToken random() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return new ConfirmationToken(BASE64.encodeToString(bytes));
    }

    /** The same for the same resolution and holder, and to be made by nobody else. */
    static ConfirmationToken of(String secret, Case matter, Case asked) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return new ConfirmationToken(
                    BASE64.encodeToString(mac.doFinal(FieldDigest.of(matter.id(), asked.id(), asked.attempt()))));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    String hash() {
        return BASE64.encodeToString(FieldDigest.of(value));
    }

    @Override
    public String toString() {
        return "ConfirmationToken[…]";
    }
}
