package org.huisheng.feedback.comment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.huisheng.events.CommentEvent.CommentKind;
import org.huisheng.feedback.intake.FieldDigest;
import org.jspecify.annotations.Nullable;

/**
 * What the government said, as it was entered.
 *
 * @param verbatim its very words
 * @param opensCase whether something is asked for that a case has to follow
 * @param report of the register, which an endorsement is about
 */
record Registration(
        CommentKind kind,
        String level,
        String title,
        String sourceDocument,
        String verbatim,
        Instant receivedAt,
        @Nullable Instant deadline,
        @Nullable String leadDepartment,
        List<String> coLeadDepartments,
        boolean opensCase,
        @Nullable UUID report) {

    Registration {
        coLeadDepartments = List.copyOf(coLeadDepartments);
    }

    byte[] digest() {
        var fields = new ArrayList<@Nullable Object>();
        fields.add(kind);
        fields.add(level);
        fields.add(title);
        fields.add(sourceDocument);
        fields.add(verbatim);
        fields.add(receivedAt);
        fields.add(deadline);
        fields.add(leadDepartment);
        fields.add(opensCase);
        fields.addAll(coLeadDepartments);
        if (report != null) {
            fields.add(report);
        }
        return FieldDigest.of(fields.toArray());
    }

    @Override
    public String toString() {
        return "Registration[" + kind + ", " + level + ", …]";
    }
}
