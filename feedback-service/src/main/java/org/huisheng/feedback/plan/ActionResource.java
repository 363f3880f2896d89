package org.huisheng.feedback.plan;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.huisheng.feedback.plan.Action.Measure;
import org.huisheng.feedback.plan.Figure.FigureRequest;
import org.huisheng.feedback.plan.PlanJson.ActionView;
import org.huisheng.feedback.request.Checks;
import org.huisheng.kit.security.Role;
import org.huisheng.kit.web.CompleteBody;
import org.huisheng.kit.web.EntityVersion;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** What is to be done about problems. */
@Path("/v1/plans/{id}/actions")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ActionResource {

    private static final UUID NONE = new UUID(0, 0);

    private final KeepPlan keepPlan;
    private final PlanTasks tasks;

    ActionResource(KeepPlan keepPlan, PlanTasks tasks) {
        this.keepPlan = keepPlan;
        this.tasks = tasks;
    }

    record ActionRequest(
            @Nullable UUID id,
            @Nullable UUID problem,
            @Nullable String title,
            @Nullable FigureRequest figure) {

        Measure check() {
            var checks = new Checks();
            var measure = new Measure(
                    checks.required("/problem", problem, NONE),
                    checks.text("/title", title, 200),
                    figure == null ? null : Figure.check(checks, "/figure", figure));
            checks.passed();
            return measure;
        }
    }

    record ConclusionRequest(@Nullable String conclusion) {}

    @POST
    @RolesAllowed(Role.OFFICE)
    @APIResponse(responseCode = "200", description = "Kept before, with the same content")
    @APIResponseSchema(value = ActionView.class, responseCode = "201")
    public RestResponse<ActionView> act(UUID id, @Nullable ActionRequest request, @Context UriInfo uri) {
        var wanted = CompleteBody.required(request);
        var kept = keepPlan.act(id, wanted.id(), wanted.check());
        return PlanJson.action(PlanJson.created(kept, uri.getRequestUri().getPath()), kept.part(), counts(kept.part()));
    }

    @PUT
    @Path("{action}")
    @RolesAllowed(Role.OFFICE)
    public RestResponse<ActionView> revise(
            UUID id, UUID action, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable ActionRequest request) {
        var measure = CompleteBody.required(request).check();
        return answer(keepPlan.revise(id, action, EntityVersion.expected(ifMatch), measure));
    }

    @POST
    @Path("{action}/closing")
    @RolesAllowed(Role.OFFICE)
    public RestResponse<ActionView> close(
            UUID id,
            UUID action,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Nullable ConclusionRequest request) {
        var checks = new Checks();
        var conclusion =
                checks.text("/conclusion", CompleteBody.required(request).conclusion(), 4000);
        checks.passed();
        return answer(keepPlan.close(id, action, EntityVersion.expected(ifMatch), conclusion));
    }

    private RestResponse<ActionView> answer(Action action) {
        return PlanJson.action(ResponseBuilder.create(200), action, counts(action));
    }

    private List<PlanTasks.Count> counts(Action action) {
        return tasks.countsOf(action.id());
    }
}
