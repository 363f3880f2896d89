package org.huisheng.kpi.seal.adjustment;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.huisheng.kit.security.Role;
import org.huisheng.kpi.period.Period;
import org.huisheng.kpi.web.Answers;
import org.jspecify.annotations.Nullable;

/** What a sealed period would come to by now. */
@Path("/v1/periods/{period}/recomputation")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.OFFICE, Role.ADMIN, Role.LEADER})
@RunOnVirtualThread
class RecomputationResource {

    private final RecomputePeriod recomputePeriod;
    private final Answers answers;

    RecomputationResource(RecomputePeriod recomputePeriod, Answers answers) {
        this.recomputePeriod = recomputePeriod;
        this.answers = answers;
    }

    @GET
    @APIResponseSchema(Recomputation.class)
    public Response recompute(
            String period, @QueryParam("department") @Nullable String department, @Context Request request) {
        return answers.json(recomputePeriod.recompute(Period.parse(period), department), request);
    }
}
