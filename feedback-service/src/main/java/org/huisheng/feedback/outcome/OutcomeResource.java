package org.huisheng.feedback.outcome;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.huisheng.events.Side;
import org.huisheng.feedback.request.Checks;
import org.huisheng.feedback.request.Keyset;
import org.huisheng.feedback.request.QueryParameters;
import org.huisheng.feedback.request.Slice;
import org.huisheng.kit.security.Role;
import org.huisheng.kit.web.CompleteBody;
import org.huisheng.kit.web.EntityVersion;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** Writing, approving and withdrawing what everybody is told. */
@Path("/v1/outcomes")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class OutcomeResource {

    private static final UUID NONE = new UUID(0, 0);

    private final TellOutcomes tellOutcomes;

    OutcomeResource(TellOutcomes tellOutcomes) {
        this.tellOutcomes = tellOutcomes;
    }

    record DraftRequest(
            @Nullable UUID id,
            @Nullable UUID caseId,
            @Nullable String youSaid,
            @Nullable String weDid,
            @Nullable String youSaidEn,
            @Nullable String weDidEn) {

        TextRequest texts() {
            return new TextRequest(youSaid, weDid, youSaidEn, weDidEn);
        }
    }

    record TextRequest(
            @Nullable String youSaid,
            @Nullable String weDid,
            @Nullable String youSaidEn,
            @Nullable String weDidEn) {

        Told check(Checks checks) {
            var told = new Told(
                    checks.text("/youSaid", youSaid, 1000),
                    checks.text("/weDid", weDid, 1000),
                    checks.optionalText("/youSaidEn", youSaidEn, 2000),
                    checks.optionalText("/weDidEn", weDidEn, 2000));
            if ((told.youSaidEn() == null) != (told.weDidEn() == null)) {
                checks.add(told.youSaidEn() == null ? "/youSaidEn" : "/weDidEn", "required");
            }
            return told;
        }
    }

    record WithdrawalRequest(@Nullable String reason) {}

    /** @param named whether everybody is told the department; decided when it is published */
    record OutcomeView(
            UUID id,
            UUID caseId,
            OutcomeStatus status,
            Side side,
            String month,
            String department,
            boolean named,
            String youSaid,
            String weDid,
            @Nullable String youSaidEn,
            @Nullable String weDidEn,
            List<String> authors,
            Instant draftedAt,
            @Nullable String approvedBy,
            @Nullable Instant publishedAt,
            @Nullable String withdrawnBy,
            @Nullable Instant withdrawnAt,
            @Nullable String reason) {

        static OutcomeView of(Outcome outcome) {
            var told = outcome.told();
            return new OutcomeView(
                    outcome.id(),
                    outcome.caseId(),
                    outcome.status(),
                    outcome.side(),
                    outcome.month().toString(),
                    outcome.department(),
                    outcome.isNamed(),
                    told.youSaid(),
                    told.weDid(),
                    told.youSaidEn(),
                    told.weDidEn(),
                    outcome.authors(),
                    outcome.draftedAt(),
                    outcome.approvedBy().orElse(null),
                    outcome.publishedAt().orElse(null),
                    outcome.withdrawnBy().orElse(null),
                    outcome.withdrawnAt().orElse(null),
                    outcome.reason().orElse(null));
        }
    }

    /** @param next cursor of the following page, null on the last */
    record OutcomePage(List<OutcomeView> items, @Nullable String next) {}

    @POST
    @RolesAllowed(Role.OFFICE)
    @APIResponse(responseCode = "200", description = "Kept before, with the same content")
    @APIResponseSchema(value = OutcomeView.class, responseCode = "201")
    public RestResponse<OutcomeView> draft(@Nullable DraftRequest request, @Context UriInfo uri) {
        var wanted = CompleteBody.required(request);
        var checks = new Checks();
        var caseId = checks.required("/caseId", wanted.caseId(), NONE);
        var told = wanted.texts().check(checks);
        checks.passed();
        var drafted = tellOutcomes.draft(wanted.id(), caseId, told);
        return answer(
                ResponseBuilder.<OutcomeView>create(drafted.isNew() ? 201 : 200)
                        .header(
                                "Location",
                                uri.getRequestUri().getPath() + "/"
                                        + drafted.outcome().id()),
                drafted.outcome());
    }

    @PUT
    @Path("{id}")
    @RolesAllowed(Role.OFFICE)
    public RestResponse<OutcomeView> rewrite(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable TextRequest request) {
        var checks = new Checks();
        var told = CompleteBody.required(request).check(checks);
        checks.passed();
        return answer(tellOutcomes.rewrite(id, EntityVersion.expected(ifMatch), told));
    }

    @POST
    @Path("{id}/approval")
    @RolesAllowed({Role.OFFICE, Role.LEADER})
    public RestResponse<OutcomeView> approve(UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return answer(tellOutcomes.approve(id, EntityVersion.expected(ifMatch)));
    }

    @POST
    @Path("{id}/withdrawal")
    @RolesAllowed({Role.OFFICE, Role.LEADER})
    public RestResponse<OutcomeView> withdraw(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable WithdrawalRequest request) {
        var checks = new Checks();
        var reason = checks.text("/reason", CompleteBody.required(request).reason(), 2000);
        checks.passed();
        return answer(tellOutcomes.withdraw(id, EntityVersion.expected(ifMatch), reason));
    }

    @GET
    @Path("register")
    @RolesAllowed({Role.OFFICE, Role.LEADER})
    @Parameter(name = "status", in = ParameterIn.QUERY, schema = @Schema(implementation = OutcomeStatus.class))
    @Parameter(name = "limit", in = ParameterIn.QUERY, schema = @Schema(implementation = Integer.class))
    @Parameter(name = "cursor", in = ParameterIn.QUERY, schema = @Schema(implementation = String.class))
    public OutcomePage latest(@Context UriInfo uri) {
        var query = QueryParameters.of(uri, "status", "limit", "cursor");
        var limit = Slice.limit(query);
        var slice = Slice.of(
                tellOutcomes.latest(
                        query.constant("status", OutcomeStatus.class).orElse(null), Slice.after(query), limit + 1),
                limit,
                outcome -> new Keyset(outcome.draftedAt().toString(), outcome.id()));
        return new OutcomePage(slice.items().stream().map(OutcomeView::of).toList(), slice.next());
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Role.OFFICE, Role.LEADER})
    public RestResponse<OutcomeView> one(UUID id) {
        return answer(tellOutcomes.read(id));
    }

    private static RestResponse<OutcomeView> answer(Outcome outcome) {
        return answer(ResponseBuilder.create(200), outcome);
    }

    private static RestResponse<OutcomeView> answer(ResponseBuilder<OutcomeView> response, Outcome outcome) {
        return response.entity(OutcomeView.of(outcome))
                .tag(EntityVersion.tag(outcome.version()))
                .build();
    }
}
