package org.huisheng.feedback.intake;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/** Whom to call back: personal data, which never leaves this service and never shows in a log. */
@Embeddable
public record Stakeholder(
        @Column(name = "stakeholder_name") @Nullable String name,
        @Column(name = "stakeholder_phone") @Nullable String phone,
        @Column(name = "stakeholder_email") @Nullable String email,
        @Column(name = "stakeholder_organisation") @Nullable String organisation) {

    public static final Stakeholder UNKNOWN = new Stakeholder(null, null, null, null);

    @Override
    public String toString() {
        return "Stakeholder[…]";
    }
}
