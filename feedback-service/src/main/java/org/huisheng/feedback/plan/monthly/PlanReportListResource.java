package org.huisheng.feedback.plan.monthly;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.huisheng.feedback.plan.monthly.PlanReportView.PlanReportLine;
import org.huisheng.feedback.plan.monthly.PlanReportView.PlanReportPage;
import org.huisheng.feedback.request.Keyset;
import org.huisheng.feedback.request.QueryParameters;
import org.huisheng.feedback.request.Slice;
import org.huisheng.kit.audit.ReadsPersonalData;
import org.huisheng.kit.security.Role;

/** Monthly reports of all plans that run, for whoever looks what waits for them. */
@Path("/v1/plan-reports")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class PlanReportListResource {

    private final KeepPlanReports keepReports;

    PlanReportListResource(KeepPlanReports keepReports) {
        this.keepReports = keepReports;
    }

    /** The latest month first. */
    @GET
    @ReadsPersonalData
    @RolesAllowed({Role.OFFICE, Role.ADMIN, Role.LEADER})
    @Parameter(name = "status", in = ParameterIn.QUERY, schema = @Schema(implementation = PlanReportStatus.class))
    @Parameter(name = "limit", in = ParameterIn.QUERY, schema = @Schema(implementation = Integer.class))
    @Parameter(name = "cursor", in = ParameterIn.QUERY, schema = @Schema(implementation = String.class))
    public PlanReportPage list(@Context UriInfo uri) {
        var query = QueryParameters.of(uri, "status", "limit", "cursor");
        var limit = Slice.limit(query);
        var slice = Slice.of(
                keepReports.ofRunning(
                        query.constant("status", PlanReportStatus.class).orElse(null), Slice.after(query), limit + 1),
                limit,
                report -> new Keyset(report.month().toString(), report.id()));
        return new PlanReportPage(slice.items().stream().map(PlanReportLine::of).toList(), slice.next());
    }
}
