package org.huisheng.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What feedback-service tells the others of the government register; never the words of a comment. */
public sealed interface CommentEvent extends IntegrationEvent {

    UUID commentId();

    CommentKind kind();

    /** Who answers, or who is commended; null as long as nobody was named. */
    @Nullable
    String leadDepartment();

    Instant receivedAt();

    /** Until when it is to be answered; null when nobody waits for an answer. */
    @Nullable
    Instant deadline();

    @Override
    default String aggregateId() {
        return commentId().toString();
    }

    /** It was entered in the register. @param level of the authority: COUNTY, CITY, PROVINCE, NATION or another word */
    record CommentRegistered(
            UUID commentId,
            CommentKind kind,
            String level,
            @Nullable String leadDepartment,
            List<String> coLeadDepartments,
            Instant receivedAt,
            @Nullable Instant deadline,
            Instant occurredAt)
            implements CommentEvent {}

    /**
     * It was given to another department, or has to be answered by another time, than was known when it was entered.
     *
     * @param newDepartments who had no part in it before; one of them may lead now
     * @param newlyDue whether a reply is due from now on, which was not before
     * @param previousLead who led and has no part in it any more; null as long as nobody was replaced
     */
    record CommentArranged(
            UUID commentId,
            CommentKind kind,
            String level,
            @Nullable String leadDepartment,
            List<String> newDepartments,
            boolean newlyDue,
            Instant receivedAt,
            @Nullable Instant deadline,
            Instant occurredAt,
            @Nullable String previousLead)
            implements CommentEvent {}

    /** The reply was sent, at {@code occurredAt}. @param onTime null when there was no deadline */
    record CommentAnswered(
            UUID commentId,
            CommentKind kind,
            @Nullable String leadDepartment,
            Instant receivedAt,
            @Nullable Instant deadline,
            @Nullable Boolean onTime,
            Instant occurredAt)
            implements CommentEvent {}

    /** What the government says. */
    enum CommentKind {
        COMMENT,
        CRITICISM,
        ENDORSEMENT
    }
}
