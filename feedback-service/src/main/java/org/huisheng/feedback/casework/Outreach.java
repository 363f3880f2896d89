package org.huisheng.feedback.casework;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** On how many different days it was tried in vain to ask the stakeholder about the present resolution. */
@Embeddable
record Outreach(
        @Column(name = "contact_days") int days,
        @Column(name = "last_contact_day") @Nullable LocalDate lastDay) {

    private static final ZoneId BUSINESS_ZONE = ZoneId.of("Asia/Shanghai");

    static final Outreach NONE = new Outreach(0, null);

    /** Ten calls on one afternoon are one attempt. */
    Outreach inVain(Instant at) {
        var day = LocalDate.ofInstant(at, BUSINESS_ZONE);
        return lastDay != null && !day.isAfter(lastDay) ? this : new Outreach(days + 1, day);
    }
}
