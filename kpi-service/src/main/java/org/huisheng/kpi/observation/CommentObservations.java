package org.huisheng.kpi.observation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.huisheng.events.CommentEvent;
import org.huisheng.events.CommentEvent.CommentAnswered;
import org.huisheng.events.CommentEvent.CommentArranged;
import org.huisheng.events.CommentEvent.CommentKind;
import org.huisheng.events.CommentEvent.CommentRegistered;
import org.huisheng.events.Side;
import org.jspecify.annotations.Nullable;

/**
 * What the government register says, in numbers, in the month the government spoke. A reply is due as soon as there is a
 * deadline, so one that never comes lowers the rate as one that comes late does.
 */
final class CommentObservations {

    private CommentObservations() {}

    static List<Observation> of(UUID eventId, CommentEvent event) {
        return switch (event) {
            case CommentRegistered comment -> registration(eventId, comment);
            case CommentArranged comment -> arrangement(eventId, comment);
            case CommentAnswered comment -> {
                var lead = comment.leadDepartment();
                yield lead != null && Boolean.TRUE.equals(comment.onTime())
                        ? List.of(fact(eventId, 0, "government.reply-on-time", comment, lead, null))
                        : List.of();
            }
        };
    }

    private static List<Observation> registration(UUID eventId, CommentRegistered comment) {
        Plausibility.refuseUnless(
                comment.coLeadDepartments().size() <= Plausibility.VALUES_PER_RESPONSE, "too many departments");
        var facts = new ArrayList<Observation>();
        var lead = comment.leadDepartment();
        if (comment.kind() == CommentKind.ENDORSEMENT) {
            if (lead != null) {
                facts.add(fact(eventId, facts.size(), "government.endorsement", comment, lead, comment.level()));
            }
            for (var department : comment.coLeadDepartments()) {
                facts.add(fact(eventId, facts.size(), "government.endorsement", comment, department, comment.level()));
            }
        }
        if (lead != null && comment.deadline() != null) {
            facts.add(fact(eventId, facts.size(), "government.reply-due", comment, lead, comment.level()));
        }
        return facts;
    }

    private static List<Observation> arrangement(UUID eventId, CommentArranged comment) {
        Plausibility.refuseUnless(
                comment.newDepartments().size() <= Plausibility.VALUES_PER_RESPONSE, "too many departments");
        var facts = new ArrayList<Observation>();
        if (comment.kind() == CommentKind.ENDORSEMENT) {
            for (var department : comment.newDepartments()) {
                facts.add(fact(eventId, facts.size(), "government.endorsement", comment, department, comment.level()));
            }
        }
        var lead = comment.leadDepartment();
        var previous = comment.previousLead();
        if (lead != null && (comment.newlyDue() || (previous != null && comment.deadline() != null))) {
            facts.add(fact(eventId, facts.size(), "government.reply-due", comment, lead, comment.level()));
        }
        return previous == null ? facts : handedOn(eventId, facts, comment, previous);
    }

    /** Who leads no more owes no reply, and was praised by mistake. */
    private static List<Observation> handedOn(
            UUID eventId, List<Observation> facts, CommentArranged comment, String previous) {
        if (comment.deadline() != null) {
            facts.add(takenBack(eventId, facts.size(), "government.reply-due", comment, previous));
        }
        if (comment.kind() == CommentKind.ENDORSEMENT) {
            facts.add(takenBack(eventId, facts.size(), "government.endorsement", comment, previous));
        }
        return facts;
    }

    private static Observation takenBack(
            UUID eventId, int ordinal, String metric, CommentArranged comment, String department) {
        return fact(eventId, ordinal, metric, comment, department, comment.level(), Observations.ONE.negate());
    }

    private static Observation fact(
            UUID eventId, int ordinal, String metric, CommentEvent comment, String department, @Nullable String level) {
        return fact(eventId, ordinal, metric, comment, department, level, Observations.ONE);
    }

    private static Observation fact(
            UUID eventId,
            int ordinal,
            String metric,
            CommentEvent comment,
            String department,
            @Nullable String level,
            BigDecimal value) {
        return new Observation(
                eventId,
                ordinal,
                metric,
                Side.GOVERNMENT,
                Plausibility.department(department),
                Plausibility.month(comment.receivedAt()),
                Plausibility.date(comment.occurredAt()),
                value,
                new Source(Source.Type.COMMENT, comment.commentId()),
                null,
                null,
                null,
                Plausibility.tag(level),
                1);
    }
}
