package org.huisheng.kpi.briefing;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.huisheng.kit.problem.DomainException.Malformed;
import org.huisheng.kit.security.Caller;
import org.huisheng.kit.security.Role;
import org.huisheng.kit.web.CompleteBody;
import org.huisheng.kit.web.EntityVersion;
import org.jspecify.annotations.Nullable;

/** The steps of an issue from its authors to its readers, each of the version somebody has seen. */
@Path("/v1/briefings/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class BriefingStepResource {

    private final SubmitBriefing submitBriefing;
    private final ReturnBriefing returnBriefing;
    private final PublishBriefing publishBriefing;
    private final Caller caller;

    BriefingStepResource(
            SubmitBriefing submitBriefing,
            ReturnBriefing returnBriefing,
            PublishBriefing publishBriefing,
            Caller caller) {
        this.submitBriefing = submitBriefing;
        this.returnBriefing = returnBriefing;
        this.publishBriefing = publishBriefing;
        this.caller = caller;
    }

    record BriefingReturn(@Nullable String reason) {}

    @POST
    @Path("submission")
    @RolesAllowed(Role.OFFICE)
    @APIResponseSchema(BriefingView.class)
    public Response submit(UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return answer(submitBriefing.submit(id, expected(ifMatch), caller.name()));
    }

    @POST
    @Path("return")
    @RolesAllowed(Role.LEADER)
    @APIResponseSchema(BriefingView.class)
    public Response giveBack(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable BriefingReturn body) {
        var reason = CompleteBody.required(body).reason();
        return answer(returnBriefing.giveBack(id, expected(ifMatch), reason, caller.name()));
    }

    @POST
    @Path("publication")
    @RolesAllowed(Role.LEADER)
    @APIResponseSchema(BriefingView.class)
    public Response publish(UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return answer(publishBriefing.publish(id, expected(ifMatch), caller.name()));
    }

    static @Nullable Long expected(@Nullable String ifMatch) {
        if (ifMatch == null) {
            throw new Malformed("if-match-required");
        }
        return EntityVersion.expected(ifMatch);
    }

    static Response answer(Briefing briefing) {
        return Response.ok(BriefingView.of(briefing))
                .tag(EntityVersion.tag(briefing.version()))
                .build();
    }
}
