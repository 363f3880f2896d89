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
import org.huisheng.feedback.casework.Resolution;
import org.huisheng.feedback.reading.CaseView;
import org.huisheng.feedback.request.Checks;
import org.huisheng.kit.security.Caller;
import org.huisheng.kit.security.Role;
import org.huisheng.kit.web.CompleteBody;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** One sub-resource per step of the work. */
@Path("/v1/cases/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class HandlingResource {

    private final AssignCase assignCase;
    private final StartCase startCase;
    private final ResolveCase resolveCase;
    private final CloseCase closeCase;
    private final Caller caller;
    private final Clock clock;

    HandlingResource(
            AssignCase assignCase,
            StartCase startCase,
            ResolveCase resolveCase,
            CloseCase closeCase,
            Caller caller,
            Clock clock) {
        this.assignCase = assignCase;
        this.startCase = startCase;
        this.resolveCase = resolveCase;
        this.closeCase = closeCase;
        this.caller = caller;
        this.clock = clock;
    }

    record AssignmentRequest(
            @Nullable String department,
            @Nullable String note,
            @Nullable String publicNote) {}

    record NoteRequest(@Nullable String note, @Nullable String publicNote) {
        static final NoteRequest NONE = new NoteRequest(null, null);
    }

    /** @param process where in the register of processes the cause lies, with its step and the post that takes it */
    record ResolutionRequest(
            @Nullable String rootCause,
            @Nullable String actionTaken,
            @Nullable String process,
            @Nullable String step,
            @Nullable String post,
            @Nullable String note,
            @Nullable String publicNote) {}

    @POST
    @Path("assignment")
    @RolesAllowed(Role.OFFICE)
    public RestResponse<CaseView> assign(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable AssignmentRequest request) {
        var wanted = CompleteBody.required(request);
        var checks = new Checks();
        var department = checks.text("/department", wanted.department(), 64);
        var act = act(checks, wanted.note(), wanted.publicNote());
        return CaseView.answer(assignCase.assign(id, ExpectedVersion.of(ifMatch), department, act));
    }

    @POST
    @Path("start")
    @RolesAllowed({Role.LIAISON, Role.OFFICE})
    public RestResponse<CaseView> start(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable NoteRequest request) {
        return CaseView.answer(startCase.start(id, ExpectedVersion.of(ifMatch), act(request)));
    }

    @POST
    @Path("resolution")
    @RolesAllowed({Role.LIAISON, Role.OFFICE})
    public RestResponse<CaseView> resolve(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable ResolutionRequest request) {
        var wanted = CompleteBody.required(request);
        var checks = new Checks();
        var done = new Resolution(
                checks.text("/rootCause", wanted.rootCause(), 2000),
                checks.text("/actionTaken", wanted.actionTaken(), 4000),
                checks.optionalText("/process", wanted.process(), 64),
                checks.optionalText("/step", wanted.step(), 64),
                checks.optionalText("/post", wanted.post(), 64));
        var act = act(checks, wanted.note(), wanted.publicNote());
        return CaseView.answer(resolveCase.resolve(id, ExpectedVersion.of(ifMatch), done, act));
    }

    @POST
    @Path("closure")
    @RolesAllowed(Role.OFFICE)
    public RestResponse<CaseView> close(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable NoteRequest request) {
        return CaseView.answer(closeCase.close(id, ExpectedVersion.of(ifMatch), act(request)));
    }

    private Act act(@Nullable NoteRequest request) {
        var words = request == null ? NoteRequest.NONE : request;
        return act(new Checks(), words.note(), words.publicNote());
    }

    private Act act(Checks checks, @Nullable String note, @Nullable String publicNote) {
        var internal = checks.optionalText("/note", note, 2000);
        var open = checks.optionalText("/publicNote", publicNote, 2000);
        checks.passed();
        return new Act(caller.name(), clock.instant(), internal, open);
    }
}
