package org.huisheng.feedback.supply;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.huisheng.feedback.request.Checks;
import org.huisheng.feedback.request.Days;
import org.huisheng.feedback.request.Keyset;
import org.huisheng.feedback.request.QueryParameters;
import org.huisheng.feedback.request.Slice;
import org.huisheng.feedback.supply.SupplyReport.Opening;
import org.huisheng.feedback.supply.SupplyReportView.SupplyEntryPage;
import org.huisheng.feedback.supply.SupplyReportView.SupplyEntryView;
import org.huisheng.feedback.supply.SupplyReportView.SupplyReportLine;
import org.huisheng.feedback.supply.SupplyReportView.SupplyReportPage;
import org.huisheng.feedback.supply.SupplyReports.Filter;
import org.huisheng.kit.audit.ReadsPersonalData;
import org.huisheng.kit.security.Role;
import org.huisheng.kit.web.CompleteBody;
import org.huisheng.kit.web.EntityVersion;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** Quarterly reports: begun, found and written. */
@Path("/v1/supply-reports")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class SupplyReportResource {

    private static final int OLDEST = 2000;
    private static final int LAST = 2099;

    private final OpenSupplyReport openReport;
    private final WriteSupplyReport writeReport;
    private final ReadSupplyReports read;

    SupplyReportResource(OpenSupplyReport openReport, WriteSupplyReport writeReport, ReadSupplyReports read) {
        this.openReport = openReport;
        this.writeReport = writeReport;
        this.read = read;
    }

    /** @param dueOn left out: the usual working day after the quarter */
    record OpeningRequest(
            @Nullable UUID id,
            @Nullable String quarter,
            @Nullable String sentTo,
            @Nullable String department,
            @Nullable LocalDate dueOn) {

        Opening check() {
            var checks = new Checks();
            var opening = new Opening(
                    Quarter.check(checks, "/quarter", quarter),
                    checks.text("/sentTo", sentTo, 200),
                    checks.text("/department", department, 64),
                    dueOn == null ? null : Days.check(checks, "/dueOn", dueOn));
            checks.passed();
            return opening;
        }
    }

    record ReportDueRequest(
            @Nullable LocalDate dueOn, @Nullable String reason) {}

    @POST
    @RolesAllowed(Role.OFFICE)
    @APIResponse(responseCode = "200", description = "Kept before, with the same content")
    @APIResponseSchema(value = SupplyReportView.class, responseCode = "201")
    public RestResponse<SupplyReportView> open(@Nullable OpeningRequest request, @Context UriInfo uri) {
        var wanted = CompleteBody.required(request);
        var opened = openReport.open(wanted.id(), wanted.check());
        var id = opened.report().id();
        var response = ResponseBuilder.<SupplyReportView>create(opened.isNew() ? 201 : 200)
                .header("Location", uri.getRequestUri().getPath() + "/" + id);
        return SupplyReportView.answer(response, read.one(id));
    }

    /** The latest quarter first. */
    @GET
    @RolesAllowed({Role.OFFICE, Role.LEADER})
    @Parameter(name = "year", in = ParameterIn.QUERY, schema = @Schema(implementation = Integer.class))
    @Parameter(name = "status", in = ParameterIn.QUERY, schema = @Schema(implementation = SupplyStatus.class))
    @Parameter(name = "limit", in = ParameterIn.QUERY, schema = @Schema(implementation = Integer.class))
    @Parameter(name = "cursor", in = ParameterIn.QUERY, schema = @Schema(implementation = String.class))
    public SupplyReportPage latest(@Context UriInfo uri) {
        var query = QueryParameters.of(uri, "year", "status", "limit", "cursor");
        var limit = Slice.limit(query);
        var filter = new Filter(
                query.number("year", OLDEST, LAST).orElse(null),
                query.constant("status", SupplyStatus.class).orElse(null));
        var slice = Slice.of(
                read.latest(filter, Slice.after(query), limit + 1),
                limit,
                report -> new Keyset(report.quarter().toString(), report.id()));
        return new SupplyReportPage(
                slice.items().stream().map(SupplyReportLine::of).toList(), slice.next());
    }

    @GET
    @ReadsPersonalData
    @Path("{id}")
    @RolesAllowed({Role.OFFICE, Role.LEADER})
    public RestResponse<SupplyReportView> one(UUID id) {
        return SupplyReportView.answer(ResponseBuilder.create(200), read.one(id));
    }

    /** Its words. */
    @PUT
    @Path("{id}")
    @RolesAllowed(Role.OFFICE)
    public RestResponse<SupplyReportView> write(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable SupplyReportRequest request) {
        var wanted = CompleteBody.required(request);
        return answer(writeReport.write(id, EntityVersion.expected(ifMatch), wanted));
    }

    /** All its figures. */
    @PUT
    @Path("{id}/figures")
    @RolesAllowed(Role.OFFICE)
    public RestResponse<SupplyReportView> enter(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable FiguresRequest request) {
        var figures = CompleteBody.required(request).check();
        return answer(writeReport.enter(id, EntityVersion.expected(ifMatch), figures));
    }

    @PUT
    @Path("{id}/due-date")
    @RolesAllowed(Role.OFFICE)
    public RestResponse<SupplyReportView> postpone(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable ReportDueRequest request) {
        var wanted = CompleteBody.required(request);
        var checks = new Checks();
        var day = Days.check(checks, "/dueOn", wanted.dueOn());
        var reason = checks.text("/reason", wanted.reason(), 2000);
        checks.passed();
        return answer(writeReport.postpone(id, EntityVersion.expected(ifMatch), day, reason));
    }

    /** The latest first. */
    @GET
    @ReadsPersonalData
    @Path("{id}/history")
    @RolesAllowed({Role.OFFICE, Role.LEADER})
    @Parameter(name = "limit", in = ParameterIn.QUERY, schema = @Schema(implementation = Integer.class))
    @Parameter(name = "cursor", in = ParameterIn.QUERY, schema = @Schema(implementation = String.class))
    public SupplyEntryPage history(UUID id, @Context UriInfo uri) {
        var query = QueryParameters.of(uri, "limit", "cursor");
        var limit = Slice.limit(query);
        var after = Slice.after(query);
        var slice = Slice.of(
                read.history(id, after == null ? null : after.id(), limit + 1),
                limit,
                entry -> new Keyset("", entry.id()));
        return new SupplyEntryPage(
                slice.items().stream().map(SupplyEntryView::of).toList(), slice.next());
    }

    private RestResponse<SupplyReportView> answer(SupplyReport report) {
        return SupplyReportView.answer(ResponseBuilder.create(200), read.whole(report));
    }
}
