package org.huisheng.feedback.handling;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.UUID;
import org.huisheng.feedback.casework.Act;
import org.huisheng.feedback.casework.ExpectedVersion;
import org.huisheng.feedback.reading.CaseView;
import org.huisheng.feedback.request.Checks;
import org.huisheng.kit.security.Caller;
import org.huisheng.kit.security.Role;
import org.huisheng.kit.web.CompleteBody;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Waiting for the stakeholder, which is all that stops a clock; hence the reason. */
@Path("/v1/cases/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class WaitingResource {

    private final AwaitStakeholder awaitStakeholder;
    private final Caller caller;
    private final Clock clock;

    WaitingResource(AwaitStakeholder awaitStakeholder, Caller caller, Clock clock) {
        this.awaitStakeholder = awaitStakeholder;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * @param reason for colleagues
     * @param publicNote what the stakeholder is asked for; with it they are told, and can answer
     */
    record WaitingRequest(
            @Nullable String reason,
            @Nullable String note,
            @Nullable String publicNote) {}

    record ResumptionRequest(@Nullable String note) {}

    @POST
    @Path("waiting")
    @RolesAllowed({Role.LIAISON, Role.OFFICE})
    public RestResponse<CaseView> await(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable WaitingRequest request) {
        var wanted = CompleteBody.required(request);
        var checks = new Checks();
        var reason = checks.text("/reason", wanted.reason(), 500);
        var note = checks.optionalText("/note", wanted.note(), 1000);
        var question = checks.optionalText("/publicNote", wanted.publicNote(), 2000);
        checks.passed();
        var words = note == null ? reason : reason + "\n" + note;
        return CaseView.answer(awaitStakeholder.await(id, ExpectedVersion.of(ifMatch), act(words, question)));
    }

    @POST
    @Path("resumption")
    @RolesAllowed({Role.LIAISON, Role.OFFICE})
    public RestResponse<CaseView> resume(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable ResumptionRequest request) {
        var checks = new Checks();
        var note = checks.optionalText("/note", request == null ? null : request.note(), 2000);
        checks.passed();
        return CaseView.answer(awaitStakeholder.resume(id, ExpectedVersion.of(ifMatch), act(note, null)));
    }

    private Act act(@Nullable String words, @Nullable String question) {
        return new Act(caller.name(), clock.instant(), words, question);
    }
}
