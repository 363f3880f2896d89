package org.huisheng.gateway.pages;

import io.vertx.core.buffer.Buffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One built file in the forms it is sent in. @param tag a strong one, of the plain form */
record WebFile(
        String mediaType,
        String caching,
        String tag,
        Buffer plain,
        @Nullable Buffer gzipped) {

    /** Their names hold a digest of what is in them. */
    private static final String NEVER_CHANGING_FOLDER = "assets/";

    private static final String FOR_EVER = "public, max-age=31536000, immutable";
    private static final String ASK_EACH_TIME = "no-cache";

    private static final Map<String, String> MEDIA_TYPES = Map.of(
            "html", "text/html;charset=UTF-8",
            "js", "text/javascript;charset=UTF-8",
            "css", "text/css;charset=UTF-8",
            "svg", "image/svg+xml",
            "webmanifest", "application/manifest+json");

    /** @param digest of the plain form, since going through all files takes its time at each start */
    static WebFile asBuilt(String name, String digest, byte[] plain, byte @Nullable [] gzipped) {
        return new WebFile(
                mediaType(name),
                name.startsWith(NEVER_CHANGING_FOLDER) ? FOR_EVER : ASK_EACH_TIME,
                digest,
                Buffer.buffer(plain),
                gzipped == null ? null : Buffer.buffer(gzipped));
    }

    /** With what we have written into it. */
    static WebFile ofPage(String name, byte[] content) {
        return asBuilt(name, digest(content), content, null);
    }

    private static String mediaType(String name) {
        var type = MEDIA_TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        if (type == null) {
            throw new IllegalStateException("No media type for " + name);
        }
        return type;
    }

    private static String digest(byte[] content) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(sha256, 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
