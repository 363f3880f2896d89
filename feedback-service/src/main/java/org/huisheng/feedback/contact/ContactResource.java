package org.huisheng.feedback.contact;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.huisheng.feedback.casework.ContactChannel;
import org.huisheng.feedback.casework.ContactOutcome;
import org.huisheng.feedback.casework.ExpectedVersion;
import org.huisheng.feedback.reading.CaseView;
import org.huisheng.feedback.request.Checks;
import org.huisheng.kit.security.Role;
import org.huisheng.kit.web.CompleteBody;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Attempts to ask a stakeholder, and the end of them. */
@Path("/v1/cases/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.OFFICE)
@RunOnVirtualThread
class ContactResource {

    private final LogContact logContact;
    private final GiveUpAsking giveUpAsking;

    ContactResource(LogContact logContact, GiveUpAsking giveUpAsking) {
        this.logContact = logContact;
        this.giveUpAsking = giveUpAsking;
    }

    record AttemptRequest(
            @Nullable ContactChannel channel,
            @Nullable ContactOutcome outcome,
            @Nullable String note) {}

    record GivingUpRequest(@Nullable String note) {}

    @POST
    @Path("contact-attempts")
    public RestResponse<CaseView> log(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable AttemptRequest request) {
        var attempt = CompleteBody.required(request);
        var checks = new Checks();
        var channel = checks.required("/channel", attempt.channel(), ContactChannel.PHONE);
        var outcome = checks.required("/outcome", attempt.outcome(), ContactOutcome.NO_ANSWER);
        var note = checks.optionalText("/note", attempt.note(), 2000);
        checks.passed();
        return CaseView.answer(logContact.log(id, ExpectedVersion.of(ifMatch), channel, outcome, note));
    }

    @POST
    @Path("unreachable")
    public RestResponse<CaseView> giveUp(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable GivingUpRequest request) {
        var checks = new Checks();
        var note = checks.optionalText("/note", request == null ? null : request.note(), 2000);
        checks.passed();
        return CaseView.answer(giveUpAsking.giveUp(id, ExpectedVersion.of(ifMatch), note));
    }
}
