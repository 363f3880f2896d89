package org.huisheng.survey.response;

import java.util.Arrays;
import java.util.HexFormat;

/** What was posted, as 32 bytes that can be compared. */
final class ContentHash {

    private final byte[] sha256;

    ContentHash(byte[] sha256) {
        this.sha256 = sha256;
    }

    byte[] bytes() {
        return sha256.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ContentHash hash && Arrays.equals(sha256, hash.sha256);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(sha256);
    }

    @Override
    public String toString() {
        return HexFormat.of().formatHex(sha256);
    }
}
