package org.huisheng.feedback.casework;

import jakarta.persistence.Embeddable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is special about a step that does not move the case. */
@Embeddable
public record Particulars(
        @Nullable String changedFrom,
        @Nullable String changedTo,
        @Nullable String channel,
        @Nullable String outcome,
        @Nullable String reference) {

    static Particulars change(Object from, Object to) {
        return new Particulars(from.toString(), to.toString(), null, null, null);
    }

    static Particulars contact(ContactChannel channel, ContactOutcome outcome) {
        return new Particulars(null, null, channel.name(), outcome.name(), null);
    }

    /** @param changed which parts of the contact, and nothing of what stands there */
    static Particulars reach(String changed, boolean vouched) {
        return new Particulars(null, changed.isEmpty() ? null : changed, null, vouched ? "VOUCHED" : "UNVOUCHED", null);
    }

    static Particulars outcome(OverrideOutcome outcome) {
        return new Particulars(null, null, null, outcome.name(), null);
    }

    /** Why a case goes on that nobody has resumed. */
    static Particulars waitingOver() {
        return new Particulars(null, null, null, "WAITING_OVER", null);
    }

    /** @param sha256 of the content, which is so part of the chain */
    static Particulars attachment(UUID id, String sha256) {
        return new Particulars(null, sha256, null, null, id.toString());
    }

    /** @param id of the case that is about the same matter */
    static Particulars other(UUID id) {
        return new Particulars(null, null, null, null, id.toString());
    }

    static Particulars followed(UUID id, StepKind step) {
        return new Particulars(null, null, null, step.name(), id.toString());
    }

    /** @param department whose it is */
    static Particulars task(int number, String department) {
        return new Particulars(null, department, null, null, String.valueOf(number));
    }
}
