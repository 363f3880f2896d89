package org.huisheng.gateway.session;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A browser that is signed in, and whose it is now.
 *
 * @param foreign whether an OIDC provider vouches for them; there is no password then
 * @param expiresAt whatever happens
 */
record Session(
        String username,
        String name,
        Set<String> roles,
        @Nullable String department,
        boolean mustChangePassword,
        boolean foreign,
        Instant lastUsedAt,
        Instant expiresAt) {

    Session {
        roles = Set.copyOf(roles);
    }

    /** Whether a token made for that one says what is true of this one. */
    boolean isLike(Session other) {
        return username.equals(other.username)
                && roles.equals(other.roles)
                && mustChangePassword == other.mustChangePassword
                && (department == null ? other.department == null : department.equals(other.department));
    }
}
