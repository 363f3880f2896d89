package org.huisheng.feedback.sla;

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

/** Setting the clocks of one case anew, which nothing does by itself. */
@Path("/v1/cases/{id}/clock-recomputation")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class RecomputationResource {

    private final RecomputeClocks recomputeClocks;
    private final Caller caller;
    private final Clock clock;

    RecomputationResource(RecomputeClocks recomputeClocks, Caller caller, Clock clock) {
        this.recomputeClocks = recomputeClocks;
        this.caller = caller;
        this.clock = clock;
    }

    record RecomputationRequest(@Nullable String reason) {}

    @POST
    @RolesAllowed(Role.OFFICE)
    public RestResponse<CaseView> recompute(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable RecomputationRequest request) {
        var checks = new Checks();
        var reason = checks.text("/reason", CompleteBody.required(request).reason(), 500);
        checks.passed();
        var act = new Act(caller.name(), clock.instant(), reason, null);
        return CaseView.answer(recomputeClocks.recompute(id, ExpectedVersion.of(ifMatch), act));
    }
}
