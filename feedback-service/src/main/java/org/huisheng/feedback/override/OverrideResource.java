package org.huisheng.feedback.override;

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
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.huisheng.feedback.casework.ExpectedVersion;
import org.huisheng.feedback.casework.OverrideOutcome;
import org.huisheng.feedback.override.OverrideProposal.Verdict;
import org.huisheng.feedback.reading.CaseView;
import org.huisheng.feedback.request.Checks;
import org.huisheng.kit.security.Role;
import org.huisheng.kit.web.CompleteBody;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** Settling a case without the stakeholder: one proposes, another one decides. */
@Path("/v1/cases/{id}/overrides")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class OverrideResource {

    private final ProposeOverride proposeOverride;
    private final DecideOverride decideOverride;

    OverrideResource(ProposeOverride proposeOverride, DecideOverride decideOverride) {
        this.proposeOverride = proposeOverride;
        this.decideOverride = decideOverride;
    }

    record ProposalRequest(
            @Nullable OverrideOutcome outcome, @Nullable String reason) {}

    record ApprovalRequest(@Nullable String note) {}

    /** @param verdict null while a second person has to decide */
    record ProposalView(
            int number,
            OverrideOutcome outcome,
            String reason,
            String requestedBy,
            Instant requestedAt,
            @Nullable Verdict verdict,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt) {

        static ProposalView of(OverrideProposal proposal) {
            return new ProposalView(
                    proposal.number(),
                    proposal.outcome(),
                    proposal.reason(),
                    proposal.requestedBy(),
                    proposal.requestedAt(),
                    proposal.verdict().orElse(null),
                    proposal.decidedBy().orElse(null),
                    proposal.decidedAt().orElse(null));
        }
    }

    record ProposalList(List<ProposalView> items) {}

    @GET
    @RolesAllowed({Role.OFFICE, Role.LEADER})
    public RestResponse<ProposalList> list(UUID id) {
        var proposals = proposeOverride.of(id).stream().map(ProposalView::of).toList();
        return ResponseBuilder.ok(new ProposalList(proposals))
                .header("Cache-Control", "no-store")
                .build();
    }

    @POST
    @RolesAllowed(Role.OFFICE)
    @APIResponseSchema(value = ProposalView.class, responseCode = "201")
    public RestResponse<ProposalView> propose(
            UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Nullable ProposalRequest request,
            @Context UriInfo uri) {
        var wanted = CompleteBody.required(request);
        var checks = new Checks();
        var outcome = checks.required("/outcome", wanted.outcome(), OverrideOutcome.CLOSED);
        var reason = checks.text("/reason", wanted.reason(), 2000);
        checks.passed();
        var proposal = proposeOverride.propose(id, ExpectedVersion.of(ifMatch), outcome, reason);
        return ResponseBuilder.<ProposalView>create(201)
                .entity(ProposalView.of(proposal))
                .header("Location", uri.getRequestUri().getPath() + "/" + proposal.number())
                .build();
    }

    /** By another person than the one who proposed it. */
    @POST
    @Path("{number}/approval")
    @RolesAllowed({Role.OFFICE, Role.LEADER})
    public RestResponse<CaseView> approve(
            UUID id, int number, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable ApprovalRequest request) {
        var checks = new Checks();
        var note = checks.optionalText("/note", request == null ? null : request.note(), 2000);
        checks.passed();
        return CaseView.answer(decideOverride.approve(id, ExpectedVersion.of(ifMatch), number, note));
    }

    @POST
    @Path("{number}/refusal")
    @RolesAllowed({Role.OFFICE, Role.LEADER})
    public ProposalView refuse(UUID id, int number) {
        return ProposalView.of(decideOverride.refuse(id, number));
    }
}
