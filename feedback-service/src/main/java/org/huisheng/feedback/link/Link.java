package org.huisheng.feedback.link;

import java.time.Instant;

/** The only moment at which the token is known here. */
public record Link(String token, String address, Instant expiresAt) {

    @Override
    public String toString() {
        return "Link[…]";
    }
}
