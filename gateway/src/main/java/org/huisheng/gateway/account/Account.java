package org.huisheng.gateway.account;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may sign in.
 *
 * @param name as people know them
 * @param department null for those who belong to none
 * @param foreign whether an OIDC provider vouches for them; there is no password then
 * @param generation what was given out under an earlier one has ended
 */
public record Account(
        String username,
        String name,
        String passwordHash,
        Set<String> roles,
        @Nullable String department,
        boolean mustChangePassword,
        boolean disabled,
        boolean foreign,
        int generation,
        @Nullable Instant lastSignedInAt,
        Instant createdAt) {

    public Account {
        roles = Set.copyOf(roles);
    }

    /** One that nobody has used yet. */
    static Account made(
            String username,
            String name,
            String passwordHash,
            Set<String> roles,
            @Nullable String department,
            boolean mustChangePassword,
            Instant now) {
        return new Account(
                username, name, passwordHash, roles, department, mustChangePassword, false, false, 0, null, now);
    }

    @Override
    public String toString() {
        return "Account[" + username + " " + roles + " " + department + "]";
    }
}
