package org.huisheng.feedback.intake;

import org.huisheng.feedback.request.Checks;
import org.jspecify.annotations.Nullable;

/** Whom to call back, as clients send it. */
public record StakeholderRequest(
        @Nullable String name,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String organisation) {

    /** @param path of this in what was sent */
    public @Nullable Stakeholder check(String path, Checks checks) {
        var stakeholder = new Stakeholder(
                checks.optionalText(path + "/name", name, 100),
                checks.optionalPhone(path + "/phone", phone),
                checks.optionalEmail(path + "/email", email),
                checks.optionalText(path + "/organisation", organisation, 200));
        return stakeholder.equals(Stakeholder.UNKNOWN) ? null : stakeholder;
    }

    @Override
    public String toString() {
        return "StakeholderRequest[…]";
    }
}
