package org.huisheng.gateway.edge;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/** Addresses that begin alike, {@code 10.0.0.0/8} or one alone. */
record Network(byte[] address, int prefix) {

    static Network parse(String text) {
        var parts = text.strip().split("/", -1);
        var address = bytes(parts[0]);
        if (address == null || parts.length > 2) {
            throw new IllegalArgumentException("Not an address or network: " + text);
        }
        var prefix = parts.length == 2 ? Integer.parseInt(parts[1]) : address.length * Byte.SIZE;
        if (prefix < 0 || prefix > address.length * Byte.SIZE) {
            throw new IllegalArgumentException("Not an address or network: " + text);
        }
        return new Network(address, prefix);
    }

    boolean contains(String text) {
        var other = bytes(text);
        if (other == null || other.length != address.length) {
            return false;
        }
        for (var bit = 0; bit < prefix; bit++) {
            var mask = 0x80 >> bit % Byte.SIZE;
            if ((address[bit / Byte.SIZE] & mask) != (other[bit / Byte.SIZE] & mask)) {
                return false;
            }
        }
        return true;
    }

    static boolean isAddress(String text) {
        return bytes(text) != null;
    }

    /** Of an address only: a name is not looked up. */
    private static byte @Nullable [] bytes(String text) {
        try {
            return InetAddress.ofLiteral(text).getAddress();
        } catch (IllegalArgumentException notAnAddress) {
            return null;
        }
    }
}
