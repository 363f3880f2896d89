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
import org.huisheng.feedback.lectureplan.MeasureReach.LectureReach;
import org.huisheng.kit.security.Role;

/** Whom a year's lectures have reached, of those they are to reach. */
@Path("/v1/lecture-coverage")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class LectureCoverageResource {

    private final MeasureReach measureReach;
    private final PlanYear planYear;

    LectureCoverageResource(MeasureReach measureReach, PlanYear planYear) {
        this.measureReach = measureReach;
        this.planYear = planYear;
    }

    /** By department and level. */
    record LectureCoverage(int year, List<LectureReach> items) {}

    @GET
    @RolesAllowed({Role.OFFICE, Role.ADMIN, Role.LEADER, Role.LIAISON})
    @Parameter(name = "year", in = ParameterIn.QUERY, schema = @Schema(implementation = Integer.class))
    public LectureCoverage ofYear(@Context UriInfo uri) {
        var year = planYear.of(uri);
        return new LectureCoverage(year, measureReach.of(year));
    }
}
