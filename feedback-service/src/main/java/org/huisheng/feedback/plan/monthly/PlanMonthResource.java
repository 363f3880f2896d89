package org.huisheng.feedback.plan.monthly;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.YearMonth;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.huisheng.feedback.plan.monthly.PlanReportView.PlanReportLine;
import org.huisheng.feedback.plan.monthly.PlanReportView.PlanReportPage;
import org.huisheng.feedback.request.Checks;
import org.huisheng.feedback.request.Keyset;
import org.huisheng.feedback.request.QueryParameters;
import org.huisheng.feedback.request.Slice;
import org.huisheng.kit.audit.ReadsPersonalData;
import org.huisheng.kit.security.Role;
import org.huisheng.kit.web.CompleteBody;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** What the parent company is told of a plan, month by month. */
@Path("/v1/plans/{plan}/reports")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class PlanMonthResource {

    private static final Pattern MONTH = Pattern.compile("20[0-9]{2}-(0[1-9]|1[0-2])");
    private static final String SOME_MONTH = "2000-01";

    private final KeepPlanReports keepReports;

    PlanMonthResource(KeepPlanReports keepReports) {
        this.keepReports = keepReports;
    }

    record PlanMonthRequest(@Nullable UUID id, @Nullable String month) {

        YearMonth check() {
            var checks = new Checks();
            var said = checks.required("/month", month, SOME_MONTH);
            if (!MONTH.matcher(said).matches()) {
                checks.add("/month", "bad-month");
            }
            checks.passed();
            return YearMonth.parse(said);
        }
    }

    @POST
    @RolesAllowed(Role.OFFICE)
    @APIResponse(responseCode = "200", description = "Kept before, with the same content")
    @APIResponseSchema(value = PlanReportView.class, responseCode = "201")
    public RestResponse<PlanReportView> begin(UUID plan, @Nullable PlanMonthRequest request, @Context UriInfo uri) {
        var wanted = CompleteBody.required(request);
        var begun = keepReports.begin(plan, wanted.id(), wanted.check());
        var response = ResponseBuilder.<PlanReportView>create(begun.isNew() ? 201 : 200)
                .header(
                        "Location",
                        uri.getBaseUri().getPath() + "v1/plan-reports/"
                                + begun.report().id());
        return PlanReportView.answer(response, begun.report());
    }

    /** The latest month first. */
    @GET
    @ReadsPersonalData
    @RolesAllowed({Role.OFFICE, Role.ADMIN, Role.LEADER})
    @Parameter(name = "limit", in = ParameterIn.QUERY, schema = @Schema(implementation = Integer.class))
    @Parameter(name = "cursor", in = ParameterIn.QUERY, schema = @Schema(implementation = String.class))
    public PlanReportPage latest(UUID plan, @Context UriInfo uri) {
        var query = QueryParameters.of(uri, "limit", "cursor");
        var limit = Slice.limit(query);
        var slice = Slice.of(
                keepReports.latest(plan, Slice.after(query), limit + 1),
                limit,
                report -> new Keyset(report.month().toString(), report.id()));
        return new PlanReportPage(slice.items().stream().map(PlanReportLine::of).toList(), slice.next());
    }
}
