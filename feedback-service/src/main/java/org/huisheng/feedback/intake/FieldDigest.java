package org.huisheng.feedback.intake;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/** SHA-256 over a list of fields, each with its length, so that no two lists read the same. */
public final class FieldDigest {

    private FieldDigest() {}

    public static byte[] of(@Nullable Object... fields) {
        var sha256 = sha256();
        for (var field : fields) {
            if (field == null) {
                sha256.update(length(-1));
            } else {
                var bytes = field instanceof byte[] raw ? raw : field.toString().getBytes(StandardCharsets.UTF_8);
                sha256.update(length(bytes.length));
                sha256.update(bytes);
            }
        }
        return sha256.digest();
    }

    private static byte[] length(int length) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(length).array();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
