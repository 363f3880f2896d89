package org.huisheng.feedback.comment;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.UUID;
import org.huisheng.feedback.request.Checks;
import org.huisheng.feedback.request.Moments;
import org.huisheng.kit.security.Role;
import org.huisheng.kit.web.CompleteBody;
import org.huisheng.kit.web.EntityVersion;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What is known of a comment only after it was registered. */
@Path("/v1/comments/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ArrangementResource {

    private final ArrangeComment arrangeComment;
    private final ReplaceLead replaceLead;

    ArrangementResource(ArrangeComment arrangeComment, ReplaceLead replaceLead) {
        this.arrangeComment = arrangeComment;
        this.replaceLead = replaceLead;
    }

    /** @param role CO_LEAD if it is left out; @param opensCase whether a case follows a lead, as it does unless said otherwise */
    record EntrustingRequest(
            @Nullable String department,
            CommentTask.@Nullable Part role,
            @Nullable Boolean opensCase) {}

    record LeadRequest(
            @Nullable String department, @Nullable String reason) {}

    record DeadlineRequest(
            @Nullable Instant deadline, @Nullable String reason) {}

    @POST
    @Path("tasks")
    @RolesAllowed(Role.OFFICE)
    public RestResponse<CommentView> entrust(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable EntrustingRequest request) {
        var wanted = CompleteBody.required(request);
        var checks = new Checks();
        var department = checks.text("/department", wanted.department(), 64);
        var part = wanted.role() == null ? CommentTask.Part.CO_LEAD : wanted.role();
        if (part == CommentTask.Part.CO_LEAD) {
            checks.absent("/opensCase", wanted.opensCase());
        }
        checks.passed();
        return CommentView.answer(
                arrangeComment.entrust(id, EntityVersion.expected(ifMatch), department, part, wanted.opensCase()));
    }

    @POST
    @Path("lead")
    @RolesAllowed(Role.OFFICE)
    public RestResponse<CommentView> replaceLead(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable LeadRequest request) {
        var wanted = CompleteBody.required(request);
        var checks = new Checks();
        var department = checks.text("/department", wanted.department(), 64);
        var reason = checks.text("/reason", wanted.reason(), 2000);
        checks.passed();
        return CommentView.answer(replaceLead.by(id, EntityVersion.expected(ifMatch), department, reason));
    }

    @POST
    @Path("deadline")
    @RolesAllowed(Role.OFFICE)
    public RestResponse<CommentView> moveDeadline(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable DeadlineRequest request) {
        var wanted = CompleteBody.required(request);
        var checks = new Checks();
        var deadline = checks.required("/deadline", wanted.deadline(), Moments.OLDEST);
        if (deadline.isAfter(RegistrationRequest.LATEST)) {
            checks.add("/deadline", "out-of-range", Moments.OLDEST, RegistrationRequest.LATEST);
        }
        var reason = checks.text("/reason", wanted.reason(), 2000);
        checks.passed();
        return CommentView.answer(arrangeComment.moveDeadline(id, EntityVersion.expected(ifMatch), deadline, reason));
    }
}
