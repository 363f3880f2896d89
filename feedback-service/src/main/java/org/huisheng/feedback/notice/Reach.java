package org.huisheng.feedback.notice;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.Locale;
import org.huisheng.feedback.delivery.Channel;
import org.jspecify.annotations.Nullable;

/**
 * Of what somebody hears, and how they are reached. The address is personal data and shows in no log.
 *
 * @param department of whose matters; null for those of all
 * @param locale of the language they are told in
 */
@Embeddable
record Reach(
        @Enumerated(EnumType.STRING) Audience audience,
        @Nullable String department,
        @Enumerated(EnumType.STRING) Channel channel,
        String address,
        String locale) {

    Locale language() {
        return Locale.forLanguageTag(locale);
    }

    @Override
    public String toString() {
        return "Reach[" + audience + ", " + department + ", …]";
    }
}
