package org.huisheng.feedback.comment;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.huisheng.feedback.comment.HandleComment.Reply;
import org.huisheng.feedback.request.Checks;
import org.huisheng.feedback.request.Moments;
import org.huisheng.kit.security.Role;
import org.huisheng.kit.web.CompleteBody;
import org.huisheng.kit.web.EntityVersion;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** One sub-resource per step from a comment to its acknowledged answer. */
@Path("/v1/comments/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class CommentStepResource {

    private final HandleComment handleComment;
    private final Clock clock;

    CommentStepResource(HandleComment handleComment, Clock clock) {
        this.handleComment = handleComment;
        this.clock = clock;
    }

    record ResultRequest(@Nullable String result) {}

    record ReturnRequest(@Nullable String reason) {}

    record ReminderRequest(
            @Nullable String department, @Nullable String words) {}

    /** @param pending what is still to come, of a letter that left while the case of the comment was at work */
    record ReplyRequest(
            @Nullable Instant sentAt,
            @Nullable String reference,
            @Nullable String pending) {}

    record AcknowledgementRequest(
            @Nullable Instant acknowledgedAt, @Nullable String words) {}

    @POST
    @Path("tasks/{department}/completion")
    @RolesAllowed({Role.OFFICE, Role.LIAISON})
    public RestResponse<CommentView> completeTask(
            UUID id,
            String department,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Nullable ResultRequest request) {
        var checks = new Checks();
        var result = checks.text("/result", CompleteBody.required(request).result(), 4000);
        checks.passed();
        return CommentView.answer(handleComment.completeTask(id, EntityVersion.expected(ifMatch), department, result));
    }

    @POST
    @Path("tasks/{department}/return")
    @RolesAllowed(Role.OFFICE)
    public RestResponse<CommentView> returnTask(
            UUID id,
            String department,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Nullable ReturnRequest request) {
        var checks = new Checks();
        var reason = checks.text("/reason", CompleteBody.required(request).reason(), 2000);
        checks.passed();
        return CommentView.answer(handleComment.returnTask(id, EntityVersion.expected(ifMatch), department, reason));
    }

    @POST
    @Path("reminders")
    @RolesAllowed(Role.OFFICE)
    public RestResponse<CommentView> remind(UUID id, @Nullable ReminderRequest request) {
        var wanted = CompleteBody.required(request);
        var checks = new Checks();
        var department = checks.optionalText("/department", wanted.department(), 64);
        var words = checks.optionalText("/words", wanted.words(), 2000);
        checks.passed();
        return CommentView.answer(handleComment.remind(id, department, words));
    }

    /** The letter has been sent. */
    @POST
    @Path("reply")
    @RolesAllowed(Role.OFFICE)
    public RestResponse<CommentView> answer(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable ReplyRequest request) {
        var wanted = CompleteBody.required(request);
        var checks = new Checks();
        Moments.checkPast(checks, "/sentAt", wanted.sentAt(), clock.instant());
        var reference = checks.optionalText("/reference", wanted.reference(), 200);
        var pending = checks.optionalText("/pending", wanted.pending(), 2000);
        checks.passed();
        return CommentView.answer(handleComment.answer(
                id, EntityVersion.expected(ifMatch), new Reply(wanted.sentAt(), reference, pending)));
    }

    @POST
    @Path("acknowledgement")
    @RolesAllowed(Role.OFFICE)
    public RestResponse<CommentView> acknowledge(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable AcknowledgementRequest request) {
        var wanted = CompleteBody.required(request);
        var checks = new Checks();
        Moments.checkPast(checks, "/acknowledgedAt", wanted.acknowledgedAt(), clock.instant());
        var words = checks.optionalText("/words", wanted.words(), 2000);
        checks.passed();
        return CommentView.answer(
                handleComment.acknowledge(id, EntityVersion.expected(ifMatch), wanted.acknowledgedAt(), words));
    }
}
