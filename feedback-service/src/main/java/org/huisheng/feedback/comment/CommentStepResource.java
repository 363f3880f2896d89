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
import org.huisheng.feedback.request.Checks;
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

    record ReplyRequest(@Nullable Instant sentAt, @Nullable String reference) {}

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
        requirePast(checks, "/sentAt", wanted.sentAt());
        var reference = checks.optionalText("/reference", wanted.reference(), 200);
        checks.passed();
        return CommentView.answer(
                handleComment.answer(id, EntityVersion.expected(ifMatch), wanted.sentAt(), reference));
    }

    @POST
    @Path("acknowledgement")
    @RolesAllowed(Role.OFFICE)
    public RestResponse<CommentView> acknowledge(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable AcknowledgementRequest request) {
        var wanted = CompleteBody.required(request);
        var checks = new Checks();
        requirePast(checks, "/acknowledgedAt", wanted.acknowledgedAt());
        var words = checks.optionalText("/words", wanted.words(), 2000);
        checks.passed();
        return CommentView.answer(
                handleComment.acknowledge(id, EntityVersion.expected(ifMatch), wanted.acknowledgedAt(), words));
    }

    private void requirePast(Checks checks, String path, @Nullable Instant when) {
        if (when != null && when.isAfter(clock.instant())) {
            checks.add(path, "in-the-future");
        }
        if (when != null && when.isBefore(Instant.parse("2000-01-01T00:00:00Z"))) {
            checks.add(path, "too-old", "2000-01-01T00:00:00Z");
        }
    }
}
