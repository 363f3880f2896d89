package org.huisheng.feedback.lectureplan;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.huisheng.feedback.lectureplan.ReadDuties.LectureDutyRow;
import org.huisheng.kit.security.Role;

/** Departments by the six pairs of months of a year. */
@Path("/v1/lecture-duties")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class LectureDutyResource {

    private final ReadDuties readDuties;
    private final PlanYear planYear;

    LectureDutyResource(ReadDuties readDuties, PlanYear planYear) {
        this.readDuties = readDuties;
        this.planYear = planYear;
    }

    record LectureDuties(int year, List<LectureDutyRow> items) {}

    @GET
    @RolesAllowed({Role.OFFICE, Role.ADMIN, Role.LEADER, Role.LIAISON})
    @Parameter(name = "year", in = ParameterIn.QUERY, schema = @Schema(implementation = Integer.class))
    public LectureDuties ofYear(@Context UriInfo uri) {
        var year = planYear.of(uri);
        return new LectureDuties(year, readDuties.of(year));
    }
}
