package org.huisheng.feedback.plan;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.huisheng.feedback.plan.Figure.FigureRequest;
import org.huisheng.feedback.plan.PlanJson.ProblemView;
import org.huisheng.feedback.plan.Problem.Finding;
import org.huisheng.feedback.request.Checks;
import org.huisheng.kit.security.Role;
import org.huisheng.kit.web.CompleteBody;
import org.huisheng.kit.web.EntityVersion;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** What self-checks found, and what shows it. */
@Path("/v1/plans/{id}/problems")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ProblemResource {

    private final KeepPlan keepPlan;

    ProblemResource(KeepPlan keepPlan) {
        this.keepPlan = keepPlan;
    }

    /** @param dimension of the performance contract it belongs to */
    record ProblemRequest(
            @Nullable UUID id,
            @Nullable UUID parent,
            @Nullable String dimension,
            @Nullable String title,
            @Nullable String detail,
            @Nullable List<@Nullable FigureRequest> figures) {

        Finding check() {
            var checks = new Checks();
            var shown = new LinkedHashSet<Figure>();
            var given = figures == null ? List.<@Nullable FigureRequest>of() : figures;
            if (given.size() > Problem.MOST_FIGURES) {
                checks.add("/figures", "too-many", Problem.MOST_FIGURES);
            }
            for (var i = 0; i < Math.min(given.size(), Problem.MOST_FIGURES); i++) {
                var path = "/figures/" + i;
                shown.add(Figure.check(
                        checks, path, checks.required(path, given.get(i), new FigureRequest("-", "-", "2000"))));
            }
            var found = new Finding(
                    parent,
                    checks.code("/dimension", dimension),
                    checks.text("/title", title, 200),
                    checks.optionalText("/detail", detail, 4000),
                    shown);
            checks.passed();
            return found;
        }
    }

    @POST
    @RolesAllowed(Role.OFFICE)
    @APIResponse(responseCode = "200", description = "Kept before, with the same content")
    @APIResponseSchema(value = ProblemView.class, responseCode = "201")
    public RestResponse<ProblemView> find(UUID id, @Nullable ProblemRequest request, @Context UriInfo uri) {
        var wanted = CompleteBody.required(request);
        var kept = keepPlan.find(id, wanted.id(), wanted.check());
        return PlanJson.problem(PlanJson.created(kept, uri.getRequestUri().getPath()), kept.part());
    }

    @PUT
    @Path("{problem}")
    @RolesAllowed(Role.OFFICE)
    public RestResponse<ProblemView> revise(
            UUID id,
            UUID problem,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Nullable ProblemRequest request) {
        var found = CompleteBody.required(request).check();
        return answer(keepPlan.revise(id, problem, EntityVersion.expected(ifMatch), found));
    }

    @PUT
    @Path("{problem}/cases/{caseId}")
    @RolesAllowed(Role.OFFICE)
    public RestResponse<ProblemView> link(UUID id, UUID problem, UUID caseId) {
        return answer(keepPlan.link(id, problem, caseId));
    }

    @DELETE
    @Path("{problem}/cases/{caseId}")
    @RolesAllowed(Role.OFFICE)
    public RestResponse<ProblemView> unlink(UUID id, UUID problem, UUID caseId) {
        return answer(keepPlan.unlink(id, problem, caseId));
    }

    private static RestResponse<ProblemView> answer(Problem problem) {
        return PlanJson.problem(ResponseBuilder.create(200), problem);
    }
}
