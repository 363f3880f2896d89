package org.huisheng.feedback.comment;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.huisheng.events.CommentEvent.CommentKind;
import org.huisheng.events.FeedbackEvent.Ending;
import org.huisheng.feedback.casework.CaseStatus;
import org.huisheng.feedback.casework.Resolution;
import org.huisheng.feedback.comment.CaseOfComment.Followed;
import org.huisheng.kit.web.EntityVersion;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/**
 * A comment with its tasks and its history.
 *
 * @param caseId of the case that was opened for it
 * @param followedBy how far that has got; null where there is none
 * @param replyPending what was still to come when the letter left
 */
record CommentView(
        UUID id,
        CommentKind kind,
        String level,
        String title,
        String sourceDocument,
        String verbatim,
        Instant receivedAt,
        @Nullable Instant deadline,
        @Nullable String leadDepartment,
        @Nullable UUID caseId,
        @Nullable CommentCaseView followedBy,
        CommentStatus status,
        @Nullable Instant repliedAt,
        @Nullable String replyReference,
        @Nullable String replyPending,
        @Nullable Instant acknowledgedAt,
        Instant registeredAt,
        String registeredBy,
        Instant updatedAt,
        List<CommentTaskView> tasks,
        List<CommentEntryView> history) {

    /**
     * @param id of the case that goes on, which is another one where the comment's became part of it
     * @param unsettled whether somebody still has to do something about the matter
     * @param readable whether the caller may read the case itself
     * @param outcome what was done, for those who may read the case; null until somebody says it is done
     */
    record CommentCaseView(
            UUID id,
            CaseStatus status,
            boolean unsettled,
            boolean readable,
            @Nullable Instant dueAt,
            @Nullable Instant overdueSince,
            @Nullable Instant updatedAt,
            @Nullable String outcome,
            @Nullable Ending ending,
            @Nullable Integer rating) {

        static CommentCaseView of(Followed followed) {
            var matter = followed.matter();
            return new CommentCaseView(
                    matter.id(),
                    matter.status(),
                    matter.status().isUnsettled(),
                    followed.readable(),
                    matter.deadlines().resolutionDueAt(),
                    matter.deadlines().overdueSince(),
                    matter.updatedAt(),
                    followed.readable()
                            ? matter.resolution().map(Resolution::actionTaken).orElse(null)
                            : null,
                    matter.ending().orElse(null),
                    matter.rating().orElse(null));
        }
    }

    record CommentTaskView(
            String department,
            CommentTask.Part role,
            CommentTask.Progress status,
            @Nullable String result,
            @Nullable String doneBy,
            @Nullable Instant doneAt) {

        static CommentTaskView of(CommentTask task) {
            return new CommentTaskView(
                    task.department(),
                    task.role(),
                    task.status(),
                    task.result().orElse(null),
                    task.doneBy().orElse(null),
                    task.doneAt().orElse(null));
        }
    }

    record CommentEntryView(
            Instant at,
            String actor,
            CommentStep step,
            @Nullable String department,
            @Nullable String words,
            @Nullable Instant formerDeadline,
            @Nullable String formerDepartment) {

        static CommentEntryView of(CommentEntry entry) {
            return new CommentEntryView(
                    entry.at(),
                    entry.actor(),
                    entry.step(),
                    entry.department().orElse(null),
                    entry.words().orElse(null),
                    entry.formerDeadline().orElse(null),
                    entry.formerDepartment().orElse(null));
        }
    }

    static CommentView of(CommentFile file) {
        var comment = file.comment();
        return new CommentView(
                comment.id(),
                comment.kind(),
                comment.level(),
                comment.title(),
                comment.sourceDocument(),
                comment.verbatim(),
                comment.receivedAt(),
                comment.deadline().orElse(null),
                comment.leadDepartment().orElse(null),
                comment.caseId().orElse(null),
                file.followed().map(CommentCaseView::of).orElse(null),
                comment.status(),
                comment.repliedAt().orElse(null),
                comment.replyReference().orElse(null),
                comment.replyPending().orElse(null),
                comment.acknowledgedAt().orElse(null),
                comment.registeredAt(),
                comment.registeredBy(),
                comment.updatedAt(),
                file.tasks().stream().map(CommentTaskView::of).toList(),
                file.history().stream().map(CommentEntryView::of).toList());
    }

    static RestResponse<CommentView> answer(CommentFile file) {
        return answer(ResponseBuilder.create(200), file);
    }

    /** The whole comment with the tag of its version; nobody on the way keeps a copy. */
    static RestResponse<CommentView> answer(ResponseBuilder<CommentView> response, CommentFile file) {
        return response.entity(of(file))
                .tag(EntityVersion.tag(file.comment().version()))
                .header("Cache-Control", "no-store")
                .build();
    }
}
