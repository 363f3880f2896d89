package org.huisheng.feedback.link;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.huisheng.feedback.intake.FieldDigest;

/** What a stakeholder holds instead of an account. Known to them only: we keep its hash. */
public record LinkToken(String value) {

    private static final String ALGORITHM = "HmacSHA256";
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    public static LinkToken random() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return new LinkToken(BASE64.encodeToString(bytes));
    }

    /**
     * The same for the same holder and question, and to be made by nobody else.
     *
     * @param question told apart from all others by these
     */
    public static LinkToken of(String secret, Object... question) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return new LinkToken(BASE64.encodeToString(mac.doFinal(FieldDigest.of(question))));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public String hash() {
        return BASE64.encodeToString(FieldDigest.of(value));
    }

    @Override
    public String toString() {
        return "LinkToken[…]";
    }
}
