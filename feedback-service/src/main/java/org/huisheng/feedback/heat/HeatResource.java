package org.huisheng.feedback.heat;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.huisheng.feedback.heat.CountCauses.CauseCount;
import org.huisheng.feedback.request.QueryParameters;
import org.huisheng.kit.security.Role;

/** Where feedback hurts: cases by process and step of their root cause. */
@Path("/v1/process-heat")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class HeatResource {

    private static final int MOST_MONTHS = 24;
    private static final int A_YEAR = 12;

    private final CountCauses countCauses;

    HeatResource(CountCauses countCauses) {
        this.countCauses = countCauses;
    }

    /** @param since the first day that is counted @param complete false if there are more counts than are shown */
    record ProcessHeatView(int months, LocalDate since, List<CauseCount> counts, boolean complete) {}

    @GET
    @RolesAllowed({Role.OFFICE, Role.ADMIN, Role.LEADER, Role.LIAISON})
    @Parameter(name = "months", in = ParameterIn.QUERY, schema = @Schema(implementation = Integer.class))
    @Parameter(name = "department", in = ParameterIn.QUERY, schema = @Schema(implementation = String.class))
    public ProcessHeatView heat(@Context UriInfo uri) {
        var query = QueryParameters.of(uri, "months", "department");
        var months = query.number("months", 1, MOST_MONTHS).orElse(A_YEAR);
        var counted = countCauses.of(months, query.text("department").orElse(null));
        return new ProcessHeatView(
                months, counted.since(), counted.counts(), counted.counts().size() < CountCauses.MOST);
    }
}
