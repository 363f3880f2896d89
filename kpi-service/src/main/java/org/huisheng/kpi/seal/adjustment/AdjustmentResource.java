package org.huisheng.kpi.seal.adjustment;

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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.huisheng.kit.security.Caller;
import org.huisheng.kit.security.Role;
import org.huisheng.kpi.period.Period;
import org.huisheng.kpi.web.Answers;
import org.huisheng.kpi.web.Page;
import org.jspecify.annotations.Nullable;

/** What came too late for its own month, by the month it counts in. */
@Path("/v1/adjustments")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.OFFICE, Role.ADMIN, Role.LEADER, Role.ANALYST, Role.LIAISON})
@RunOnVirtualThread
class AdjustmentResource {

    private final Adjustments adjustments;
    private final Caller caller;
    private final Answers answers;

    AdjustmentResource(Adjustments adjustments, Caller caller, Answers answers) {
        this.adjustments = adjustments;
        this.caller = caller;
        this.answers = answers;
    }

    /** Only for the API's description. */
    record AdjustmentPage(List<Adjustment> items, @Nullable String next) {}

    @GET
    @APIResponseSchema(AdjustmentPage.class)
    public Response list(
            @QueryParam("period") @Nullable String period,
            @QueryParam("department") @Nullable String department,
            @QueryParam("limit") @DefaultValue("100") int limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context Request request) {
        var wanted = period == null ? null : Period.parse(period);
        if (department != null) {
            caller.requireDepartment(department);
        }
        var scope = department == null ? caller.departmentScope().orElse(null) : department;
        var key = Page.key(cursor);
        var size = Page.size(limit);
        var rows = adjustments.list(wanted, scope, key == null ? null : Adjustments.Place.of(key), size + 1);
        return answers.json(Page.of(rows, size, line -> line.place().key()).map(Adjustments.Line::adjustment), request);
    }
}
