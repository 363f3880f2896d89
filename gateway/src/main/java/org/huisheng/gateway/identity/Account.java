package org.huisheng.gateway.identity;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Somebody who may log in. @param department null for those who belong to none */
record Account(
        String username,
        String passwordHash,
        Set<String> roles,
        @Nullable String department) {

    @Override
    public String toString() {
        return "Account[" + username + " " + roles + " " + department + "]";
    }
}
