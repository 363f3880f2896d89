package org.huisheng.feedback.integration;

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
import org.huisheng.feedback.integration.MeasureCoverage.DepartmentCoverage;
import org.huisheng.feedback.integration.MeasureCoverage.Integrations;
import org.huisheng.feedback.request.QueryParameters;
import org.huisheng.kit.security.Role;

/** How far the three integrations 三融 have come. */
@Path("/v1/csr-coverage")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class CoverageResource {

    private final MeasureCoverage measureCoverage;

    CoverageResource(MeasureCoverage measureCoverage) {
        this.measureCoverage = measureCoverage;
    }

    /** @param stage that is asked for, or a later one */
    record CsrCoverageView(CsrStage stage, Integrations whole, List<DepartmentCoverage> departments) {}

    @GET
    @RolesAllowed({Role.OFFICE, Role.ADMIN, Role.LEADER, Role.LIAISON})
    @Parameter(name = "stage", in = ParameterIn.QUERY, schema = @Schema(implementation = CsrStage.class))
    public CsrCoverageView coverage(@Context UriInfo uri) {
        var stage = QueryParameters.of(uri, "stage")
                .constant("stage", CsrStage.class)
                .orElse(CsrStage.EMBEDDED);
        var coverage = measureCoverage.at(stage);
        return new CsrCoverageView(stage, coverage.whole(), coverage.departments());
    }
}
