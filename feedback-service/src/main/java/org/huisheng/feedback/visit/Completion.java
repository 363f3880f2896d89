package org.huisheng.feedback.visit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.huisheng.feedback.enterprise.Contact;
import org.huisheng.feedback.intake.FieldDigest;
import org.jspecify.annotations.Nullable;

/**
 * What a surveyor brings home from a visit.
 *
 * @param satisfaction 1 (worst) to 5
 * @param visitedAt null for now
 * @param contact whom they met
 */
record Completion(
        int satisfaction,
        List<Slip> slips,
        @Nullable Instant visitedAt,
        @Nullable Contact contact,
        @Nullable String note) {

    Completion {
        slips = List.copyOf(slips);
    }

    /** The same for the same content, so that a repeated report is known. */
    byte[] digest() {
        var fields = new ArrayList<@Nullable Object>();
        fields.add(satisfaction);
        fields.add(visitedAt);
        fields.add(
                contact == null
                        ? null
                        : FieldDigest.of(contact.name(), contact.post(), contact.phone(), contact.email()));
        fields.add(note);
        for (var slip : slips) {
            fields.add(FieldDigest.of(
                    slip.title(), slip.description(), slip.category(), slip.severity(), slip.department()));
        }
        return FieldDigest.of(fields.toArray());
    }

    @Override
    public String toString() {
        return "Completion[" + slips.size() + " slips, …]";
    }
}
