package org.huisheng.gateway.session;

import org.jspecify.annotations.Nullable;

/**
 * What whoever vouches for somebody says when they do.
 *
 * @param idToken opens nothing; shown again it says whom to sign out there
 * @param session what it calls the session there, if it has a name for it
 */
public record Voucher(String idToken, @Nullable String session) {
    @Override
    public String toString() {
        return "Voucher";
    }
}
