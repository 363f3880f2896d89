package org.huisheng.kpi.seal.frozen;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * One kind of one department's things in one period.
 *
 * @param hash of the document, byte for byte
 */
public record Part(Kind kind, String period, String department, String hash, String document) {

    private static final int SALT_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** @param salt keeps whoever knows the hash from trying out what the document may say */
    private record Document(Kind kind, String period, String department, String salt, Object content) {}

    public static Part of(Kind kind, String period, String department, Object content) {
        var salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        var document = CanonicalJson.of(
                new Document(kind, period, department, HexFormat.of().formatHex(salt), content));
        return new Part(kind, period, department, Sha256.of(document), document);
    }

    public JsonNode content() {
        return CanonicalJson.tree(document).path("content");
    }

    public <T> T content(Class<T> type) {
        return CanonicalJson.value(content(), type);
    }
}
