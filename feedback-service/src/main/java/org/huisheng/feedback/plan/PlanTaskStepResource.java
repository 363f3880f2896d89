package org.huisheng.feedback.plan;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.UUID;
import org.huisheng.feedback.request.Checks;
import org.huisheng.feedback.request.Days;
import org.huisheng.kit.security.Role;
import org.huisheng.kit.web.CompleteBody;
import org.huisheng.kit.web.EntityVersion;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** One sub-resource per step of a task. */
@Path("/v1/plan-tasks/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class PlanTaskStepResource {

    private final WorkOnTasks workOnTasks;

    PlanTaskStepResource(WorkOnTasks workOnTasks) {
        this.workOnTasks = workOnTasks;
    }

    record DueRequest(@Nullable LocalDate dueOn, @Nullable String reason) {}

    record ReachedRequest(@Nullable LocalDate reachedOn) {}

    record EvidenceRequest(@Nullable String title, @Nullable String reference) {}

    record PlanResultRequest(@Nullable String result) {}

    record PlanWordsRequest(@Nullable String words) {}

    record PlanReasonRequest(@Nullable String reason) {

        static String check(@Nullable PlanReasonRequest request) {
            var checks = new Checks();
            var reason = checks.text("/reason", CompleteBody.required(request).reason(), 2000);
            checks.passed();
            return reason;
        }
    }

    @PUT
    @Path("due-date")
    @RolesAllowed(Role.OFFICE)
    public RestResponse<PlanTaskView> postpone(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable DueRequest request) {
        var wanted = CompleteBody.required(request);
        var checks = new Checks();
        var day = Days.check(checks, "/dueOn", wanted.dueOn());
        var reason = checks.text("/reason", wanted.reason(), 2000);
        checks.passed();
        return answer(workOnTasks.postpone(id, EntityVersion.expected(ifMatch), day, reason));
    }

    @PUT
    @Path("milestones/{number}")
    @RolesAllowed({Role.OFFICE, Role.LIAISON})
    public RestResponse<PlanTaskView> reach(
            UUID id, int number, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable ReachedRequest request) {
        var checks = new Checks();
        var day =
                Days.check(checks, "/reachedOn", CompleteBody.required(request).reachedOn());
        checks.passed();
        return answer(workOnTasks.reach(id, EntityVersion.expected(ifMatch), number, day));
    }

    @POST
    @Path("evidence")
    @RolesAllowed({Role.OFFICE, Role.LIAISON})
    public RestResponse<PlanTaskView> prove(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable EvidenceRequest request) {
        var wanted = CompleteBody.required(request);
        var checks = new Checks();
        var title = checks.text("/title", wanted.title(), 200);
        var reference = checks.text("/reference", wanted.reference(), 500);
        checks.passed();
        return answer(workOnTasks.prove(id, EntityVersion.expected(ifMatch), title, reference));
    }

    @POST
    @Path("submission")
    @RolesAllowed({Role.OFFICE, Role.LIAISON})
    public RestResponse<PlanTaskView> submit(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable PlanResultRequest request) {
        var checks = new Checks();
        var result = checks.text("/result", CompleteBody.required(request).result(), 4000);
        checks.passed();
        return answer(workOnTasks.submit(id, EntityVersion.expected(ifMatch), result));
    }

    @POST
    @Path("acceptance")
    @RolesAllowed(Role.OFFICE)
    public RestResponse<PlanTaskView> accept(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable PlanWordsRequest request) {
        return answer(workOnTasks.accept(id, EntityVersion.expected(ifMatch), words(request)));
    }

    @POST
    @Path("return")
    @RolesAllowed(Role.OFFICE)
    public RestResponse<PlanTaskView> giveBack(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable PlanReasonRequest request) {
        return answer(workOnTasks.giveBack(id, EntityVersion.expected(ifMatch), PlanReasonRequest.check(request)));
    }

    @POST
    @Path("cancellation")
    @RolesAllowed(Role.OFFICE)
    public RestResponse<PlanTaskView> cancel(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable PlanReasonRequest request) {
        return answer(workOnTasks.cancel(id, EntityVersion.expected(ifMatch), PlanReasonRequest.check(request)));
    }

    @POST
    @Path("supervisions")
    @RolesAllowed({Role.OFFICE, Role.LEADER})
    public RestResponse<PlanTaskView> supervise(UUID id, @Nullable PlanWordsRequest request) {
        return answer(workOnTasks.supervise(id, words(request)));
    }

    private static @Nullable String words(@Nullable PlanWordsRequest request) {
        var checks = new Checks();
        var words = checks.optionalText("/words", CompleteBody.required(request).words(), 2000);
        checks.passed();
        return words;
    }

    private static RestResponse<PlanTaskView> answer(PlanTask task) {
        return PlanTaskView.answer(ResponseBuilder.create(200), task);
    }
}
