package org.huisheng.feedback.casework;

import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/** What is special about a step that does not move the case. */
@Embeddable
public record Particulars(
        @Nullable String changedFrom,
        @Nullable String changedTo,
        @Nullable String channel,
        @Nullable String outcome) {

    static Particulars change(Object from, Object to) {
        return new Particulars(from.toString(), to.toString(), null, null);
    }

    static Particulars contact(ContactChannel channel, ContactOutcome outcome) {
        return new Particulars(null, null, channel.name(), outcome.name());
    }

    static Particulars outcome(OverrideOutcome outcome) {
        return new Particulars(null, null, null, outcome.name());
    }
}
