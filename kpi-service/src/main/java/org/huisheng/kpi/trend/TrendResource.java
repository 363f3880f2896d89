package org.huisheng.kpi.trend;

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
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.huisheng.kit.security.Caller;
import org.huisheng.kit.security.Role;
import org.huisheng.kpi.period.Period;
import org.huisheng.kpi.web.AllowedSets;
import org.huisheng.kpi.web.Answers;
import org.jspecify.annotations.Nullable;

/** How a figure went over the year up to a period, and where it may end. */
@Path("/v1/scores/{department}/{period}/trend")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.OFFICE, Role.ADMIN, Role.LEADER, Role.ANALYST, Role.LIAISON})
@RunOnVirtualThread
class TrendResource {

    private final TraceTrend traceTrend;
    private final Caller caller;
    private final AllowedSets sets;
    private final Answers answers;
    private final Clock clock;

    TrendResource(TraceTrend traceTrend, Caller caller, AllowedSets sets, Answers answers, Clock clock) {
        this.traceTrend = traceTrend;
        this.caller = caller;
        this.sets = sets;
        this.answers = answers;
        this.clock = clock;
    }

    @GET
    @APIResponseSchema(Trend.class)
    public Response trend(
            String department,
            String period,
            @QueryParam("indicator") @Nullable String indicator,
            @Context Request request) {
        sets.require(AllowedSets.SCORES);
        var wanted = Period.parse(period, clock);
        caller.requireDepartment(department);
        return answers.json(traceTrend.trace(department, wanted, indicator), request);
    }
}
