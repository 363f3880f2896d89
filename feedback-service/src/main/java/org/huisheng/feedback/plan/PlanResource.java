package org.huisheng.feedback.plan;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.huisheng.feedback.plan.PlanJson.ImprovementPlanView;
import org.huisheng.feedback.plan.PlanJson.PlanLine;
import org.huisheng.feedback.plan.PlanJson.PlanPage;
import org.huisheng.feedback.plan.SuggestProblems.Recurring;
import org.huisheng.feedback.request.Checks;
import org.huisheng.feedback.request.Keyset;
import org.huisheng.feedback.request.QueryParameters;
import org.huisheng.feedback.request.Slice;
import org.huisheng.kit.audit.ReadsPersonalData;
import org.huisheng.kit.security.Role;
import org.huisheng.kit.web.CompleteBody;
import org.huisheng.kit.web.EntityVersion;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** Improvement plans. */
@Path("/v1/plans")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class PlanResource {

    private static final int OLDEST = 2000;
    private static final int LAST = 2099;

    private static final int HALF_A_YEAR = 6;
    private static final int A_YEAR = 12;

    private final KeepPlan keepPlan;
    private final SuggestProblems suggestProblems;

    PlanResource(KeepPlan keepPlan, SuggestProblems suggestProblems) {
        this.keepPlan = keepPlan;
        this.suggestProblems = suggestProblems;
    }

    record ImprovementPlanRequest(
            @Nullable UUID id,
            @Nullable Integer year,
            @Nullable String title) {}

    @POST
    @RolesAllowed(Role.OFFICE)
    @APIResponse(responseCode = "200", description = "Kept before, with the same content")
    @APIResponseSchema(value = PlanLine.class, responseCode = "201")
    public RestResponse<PlanLine> begin(@Nullable ImprovementPlanRequest request, @Context UriInfo uri) {
        var wanted = CompleteBody.required(request);
        var checks = new Checks();
        var year = checks.range("/year", wanted.year(), OLDEST, LAST);
        var title = checks.text("/title", wanted.title(), 200);
        checks.passed();
        var kept = keepPlan.begin(wanted.id(), year, title);
        return PlanJson.plan(PlanJson.created(kept, uri.getRequestUri().getPath()), kept.part());
    }

    @GET
    @RolesAllowed({Role.OFFICE, Role.ADMIN, Role.LEADER, Role.LIAISON})
    @Parameter(name = "year", in = ParameterIn.QUERY, schema = @Schema(implementation = Integer.class))
    @Parameter(name = "limit", in = ParameterIn.QUERY, schema = @Schema(implementation = Integer.class))
    @Parameter(name = "cursor", in = ParameterIn.QUERY, schema = @Schema(implementation = String.class))
    public PlanPage latest(@Context UriInfo uri) {
        var query = QueryParameters.of(uri, "year", "limit", "cursor");
        var limit = Slice.limit(query);
        var year = query.number("year", OLDEST, LAST).orElse(null);
        var slice = Slice.of(
                keepPlan.latest(year, Slice.after(query), limit + 1),
                limit,
                plan -> new Keyset(Integer.toString(plan.year()), plan.id()));
        return new PlanPage(slice.items().stream().map(PlanLine::of).toList(), slice.next());
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Role.OFFICE, Role.ADMIN, Role.LEADER, Role.LIAISON})
    public RestResponse<ImprovementPlanView> one(UUID id) {
        var whole = keepPlan.whole(id);
        return ResponseBuilder.ok(ImprovementPlanView.of(whole))
                .tag(EntityVersion.tag(whole.plan().version()))
                .build();
    }

    @POST
    @Path("{id}/closing")
    @RolesAllowed(Role.OFFICE)
    public RestResponse<PlanLine> close(UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return PlanJson.plan(ResponseBuilder.create(200), keepPlan.close(id, EntityVersion.expected(ifMatch)));
    }

    record SuggestionList(List<Recurring> items) {}

    /** What keeps coming back and is not taken up yet, the most frequent first. */
    @GET
    @ReadsPersonalData
    @Path("{id}/suggestions")
    @RolesAllowed(Role.OFFICE)
    @Parameter(name = "months", in = ParameterIn.QUERY, schema = @Schema(implementation = Integer.class))
    public SuggestionList suggestions(UUID id, @Context UriInfo uri) {
        var months =
                QueryParameters.of(uri, "months").number("months", 1, A_YEAR).orElse(HALF_A_YEAR);
        return new SuggestionList(suggestProblems.of(id, months));
    }
}
