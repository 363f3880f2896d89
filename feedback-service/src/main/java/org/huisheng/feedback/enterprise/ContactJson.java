package org.huisheng.feedback.enterprise;

import org.huisheng.feedback.request.Checks;
import org.jspecify.annotations.Nullable;

/** A contact as clients send it and, if they may, see it. */
public record ContactJson(
        @Nullable String name,
        @Nullable String post,
        @Nullable String phone,
        @Nullable String email) {

    public static ContactJson of(Contact contact) {
        return new ContactJson(contact.name(), contact.post(), contact.phone(), contact.email());
    }

    public Contact check(String path, Checks checks) {
        return new Contact(
                checks.text(path + "/name", name, 100),
                checks.optionalText(path + "/post", post, 100),
                checks.optionalPhone(path + "/phone", phone),
                checks.optionalEmail(path + "/email", email));
    }

    @Override
    public String toString() {
        return "ContactJson[…]";
    }
}
