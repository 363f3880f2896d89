package org.huisheng.gateway.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An account as administrators see it.
 *
 * @param foreign whether an OIDC provider says who they are
 * @param locked whether strangers' addresses have to wait after wrong passwords
 * @param temporaryPassword shown once; absent ever after
 */
record UserView(
        String username,
        String name,
        List<String> roles,
        @Nullable String department,
        boolean disabled,
        boolean foreign,
        boolean locked,
        boolean mustChangePassword,
        @Nullable Instant lastSignedInAt,
        Instant createdAt,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String temporaryPassword) {

    static UserView of(Account account, Set<String> locked, @Nullable String temporaryPassword) {
        return new UserView(
                account.username(),
                account.name(),
                account.roles().stream().sorted().toList(),
                account.department(),
                account.disabled(),
                account.foreign(),
                locked.contains(account.username()),
                account.mustChangePassword(),
                account.lastSignedInAt(),
                account.createdAt(),
                temporaryPassword);
    }

    @Override
    public String toString() {
        return "UserView[" + username + "]";
    }
}
