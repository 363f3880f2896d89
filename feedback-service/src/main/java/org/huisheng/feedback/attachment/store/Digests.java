package org.huisheng.feedback.attachment.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** By what is known whether a file is whole. */
public final class Digests {

    private static final int AT_ONCE = 64 * 1024;

    private Digests() {}

    public static byte[] sha256(Path file) throws IOException {
        return digest(sha256(), file);
    }

    public static MessageDigest sha256() {
        return named("SHA-256");
    }

    /** Between here and a bucket: against accidents, which is all that {@code Content-MD5} is for. */
    static byte[] md5(Path file) throws IOException {
        return digest(named("MD5"), file);
    }

    private static byte[] digest(MessageDigest digest, Path file) throws IOException {
        try (var content = Files.newInputStream(file)) {
            var piece = content.readNBytes(AT_ONCE);
            while (piece.length > 0) {
                digest.update(piece);
                piece = content.readNBytes(AT_ONCE);
            }
        }
        return digest.digest();
    }

    private static MessageDigest named(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
