package org.huisheng.feedback.enterprise;

import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/** Whom to talk to: personal data, which never leaves this service and never shows in a log. */
@Embeddable
public record Contact(
        String name,
        @Nullable String post,
        @Nullable String phone,
        @Nullable String email) {

    /** By the same number and address, or by one of them and no other. */
    boolean isReachedAs(Contact known) {
        return (phone == null || phone.equals(known.phone)) && (email == null || email.equals(known.email));
    }

    @Override
    public String toString() {
        return "Contact[…]";
    }
}
