package org.huisheng.kpi.lineage;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
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
import org.huisheng.kit.audit.ReadsPersonalData;
import org.huisheng.kit.security.Caller;
import org.huisheng.kit.security.Role;
import org.huisheng.kpi.period.Period;
import org.huisheng.kpi.suppression.WithheldGroups.RowGroup;
import org.huisheng.kpi.web.AllowedSets;
import org.huisheng.kpi.web.Answers;
import org.huisheng.kpi.web.Page;
import org.jspecify.annotations.Nullable;

/** Where a figure comes from. */
@Path("/v1/scores/{department}/{period}/{indicator}/lineage")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.OFFICE, Role.ADMIN, Role.LEADER, Role.ANALYST, Role.LIAISON})
@RunOnVirtualThread
class LineageResource {

    private static final String CASE_METRICS = "case.";

    private final TraceFigure traceFigure;
    private final Caller caller;
    private final AllowedSets sets;
    private final Answers answers;
    private final Clock clock;

    LineageResource(TraceFigure traceFigure, Caller caller, AllowedSets sets, Answers answers, Clock clock) {
        this.traceFigure = traceFigure;
        this.caller = caller;
        this.sets = sets;
        this.answers = answers;
        this.clock = clock;
    }

    @GET
    @ReadsPersonalData
    @APIResponseSchema(Lineage.class)
    public Response lineage(
            String department,
            String period,
            String indicator,
            @QueryParam("limit") @DefaultValue("100") int limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context Request request) {
        sets.require(AllowedSets.OBSERVATIONS);
        var wanted = Period.parse(period, clock);
        caller.requireDepartment(department);
        return answers.json(
                traceFigure.trace(
                        department, wanted, indicator, this::isReadElsewhere, Page.key(cursor), Page.size(limit)),
                request);
    }

    /** The office reads all answers and cases in the services that own them, a liaison the cases of their department. */
    private boolean isReadElsewhere(RowGroup group) {
        return caller.hasRole(Role.OFFICE)
                || (caller.hasRole(Role.LIAISON) && group.metric().startsWith(CASE_METRICS));
    }
}
