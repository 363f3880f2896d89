package org.huisheng.feedback.confirmation;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.huisheng.feedback.casework.Act;
import org.huisheng.feedback.casework.ExpectedVersion;
import org.huisheng.feedback.confirmation.Answer.Outcome;
import org.huisheng.feedback.reading.CaseView;
import org.huisheng.feedback.request.Checks;
import org.huisheng.kit.security.Caller;
import org.huisheng.kit.security.Role;
import org.huisheng.kit.web.CompleteBody;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** Asking the stakeholder, and recording what they say by telephone. */
@Path("/v1/cases/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class CaseConfirmationResource {

    private final RequestConfirmation requestConfirmation;
    private final RecordAnswer recordAnswer;
    private final Caller caller;
    private final Clock clock;

    CaseConfirmationResource(
            RequestConfirmation requestConfirmation, RecordAnswer recordAnswer, Caller caller, Clock clock) {
        this.requestConfirmation = requestConfirmation;
        this.recordAnswer = recordAnswer;
        this.caller = caller;
        this.clock = clock;
    }

    record RequestNote(@Nullable String note) {}

    record LinkView(String token, String url, Instant expiresAt) {}

    record ConfirmationRequest(
            @Nullable Integer rating, @Nullable String comment) {}

    record DisputeRequest(@Nullable String reason) {}

    /** Only for the office: whoever holds the link can answer it, and no department answers for its stakeholders. */
    @POST
    @Path("confirmation-requests")
    @RolesAllowed(Role.OFFICE)
    @APIResponseSchema(value = LinkView.class, responseCode = "201")
    public RestResponse<LinkView> request(
            UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Nullable RequestNote request,
            @Context UriInfo uri) {
        var checks = new Checks();
        var note = checks.optionalText("/note", request == null ? null : request.note(), 2000);
        checks.passed();
        var act = new Act(caller.name(), clock.instant(), note, null);
        var requested = requestConfirmation.request(id, ExpectedVersion.of(ifMatch), act);
        // Relative, so that it is right for clients of the gateway too.
        return ResponseBuilder.<LinkView>create(201)
                .entity(new LinkView(requested.token(), requested.address(), requested.expiresAt()))
                .header("Location", uri.getBaseUri().getPath() + "v1/confirmations/" + requested.token())
                .header("Cache-Control", "no-store")
                .build();
    }

    @POST
    @Path("confirmation")
    @RolesAllowed(Role.OFFICE)
    public RestResponse<CaseView> confirm(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable ConfirmationRequest request) {
        var said = CompleteBody.required(request);
        return record(id, ifMatch, new AnswerRequest(Outcome.CONFIRMED, said.rating(), said.comment(), null));
    }

    @POST
    @Path("dispute")
    @RolesAllowed(Role.OFFICE)
    public RestResponse<CaseView> dispute(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable DisputeRequest request) {
        var said = CompleteBody.required(request);
        return record(id, ifMatch, new AnswerRequest(Outcome.DISPUTED, null, null, said.reason()));
    }

    private RestResponse<CaseView> record(UUID id, @Nullable String ifMatch, AnswerRequest said) {
        return CaseView.answer(recordAnswer.record(id, ExpectedVersion.of(ifMatch), said.check()));
    }
}
