package org.huisheng.feedback.report;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.huisheng.feedback.report.GovernmentReport.Sent;
import org.huisheng.feedback.report.Reports.Filter;
import org.huisheng.feedback.request.Checks;
import org.huisheng.feedback.request.Keyset;
import org.huisheng.feedback.request.Moments;
import org.huisheng.feedback.request.QueryParameters;
import org.huisheng.feedback.request.Slice;
import org.huisheng.kit.security.Role;
import org.huisheng.kit.web.CompleteBody;
import org.huisheng.kit.web.EntityVersion;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** The register of regular reports. */
@Path("/v1/reports")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ReportResource {

    private static final Pattern PERIOD = Pattern.compile("[0-9]{4}(-Q[1-4]|-(0[1-9]|1[0-2]))?");

    private final KeepReports keepReports;
    private final Clock clock;

    ReportResource(KeepReports keepReports, Clock clock) {
        this.keepReports = keepReports;
        this.clock = clock;
    }

    /** @param period a year, a quarter (2026-Q4) or a month (2026-11) */
    record ReportRequest(
            @Nullable UUID reportId,
            @Nullable ReportKind kind,
            @Nullable String title,
            @Nullable String period,
            @Nullable String sentTo,
            @Nullable Instant sentAt,
            @Nullable String documentReference) {

        Sent check(Instant now) {
            var checks = new Checks();
            var covered = checks.text("/period", period, 7);
            if (period != null && !PERIOD.matcher(covered).matches()) {
                checks.add("/period", "bad-period");
            }
            var sent = new Sent(
                    checks.required("/kind", kind, ReportKind.OTHER),
                    checks.text("/title", title, 200),
                    covered,
                    checks.text("/sentTo", sentTo, 200),
                    past(checks, "/sentAt", sentAt, now),
                    checks.optionalText("/documentReference", documentReference, 200));
            checks.passed();
            return sent;
        }
    }

    /** @param endorsement the comment by which the authority praised the report */
    record ReceptionRequest(
            @Nullable Instant receivedAt,
            @Nullable String by,
            @Nullable UUID endorsement) {}

    record ReportView(
            UUID id,
            ReportKind kind,
            String title,
            String period,
            String sentTo,
            Instant sentAt,
            @Nullable String documentReference,
            @Nullable Instant receivedAt,
            @Nullable String receivedBy,
            @Nullable UUID endorsement,
            Instant registeredAt,
            String registeredBy) {

        static ReportView of(GovernmentReport report) {
            return new ReportView(
                    report.id(),
                    report.kind(),
                    report.title(),
                    report.period(),
                    report.sentTo(),
                    report.sentAt(),
                    report.documentReference().orElse(null),
                    report.receivedAt().orElse(null),
                    report.receivedBy().orElse(null),
                    report.endorsement().orElse(null),
                    report.registeredAt(),
                    report.registeredBy());
        }
    }

    /** @param next cursor of the following page, null on the last */
    record ReportPage(List<ReportView> items, @Nullable String next) {}

    @POST
    @RolesAllowed(Role.OFFICE)
    @APIResponse(responseCode = "200", description = "Kept before, with the same content")
    @APIResponseSchema(value = ReportView.class, responseCode = "201")
    public RestResponse<ReportView> register(@Nullable ReportRequest request, @Context UriInfo uri) {
        var wanted = CompleteBody.required(request);
        var registered = keepReports.register(wanted.reportId(), wanted.check(clock.instant()));
        return answer(
                ResponseBuilder.<ReportView>create(registered.isNew() ? 201 : 200)
                        .header(
                                "Location",
                                uri.getRequestUri().getPath() + "/"
                                        + registered.report().id()),
                registered.report());
    }

    @POST
    @Path("{id}/reception")
    @RolesAllowed(Role.OFFICE)
    public RestResponse<ReportView> receive(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable ReceptionRequest request) {
        var wanted = CompleteBody.required(request);
        var checks = new Checks();
        var at = past(checks, "/receivedAt", wanted.receivedAt(), clock.instant());
        var by = checks.optionalText("/by", wanted.by(), 200);
        checks.passed();
        return answer(
                ResponseBuilder.create(200),
                keepReports.receive(id, EntityVersion.expected(ifMatch), at, by, wanted.endorsement()));
    }

    @GET
    @RolesAllowed({Role.OFFICE, Role.LEADER})
    @Parameter(name = "kind", in = ParameterIn.QUERY, schema = @Schema(implementation = ReportKind.class))
    @Parameter(name = "endorsement", in = ParameterIn.QUERY, schema = @Schema(implementation = UUID.class))
    @Parameter(name = "limit", in = ParameterIn.QUERY, schema = @Schema(implementation = Integer.class))
    @Parameter(name = "cursor", in = ParameterIn.QUERY, schema = @Schema(implementation = String.class))
    public ReportPage latest(@Context UriInfo uri) {
        var query = QueryParameters.of(uri, "kind", "endorsement", "limit", "cursor");
        var limit = Slice.limit(query);
        var filter = new Filter(
                query.constant("kind", ReportKind.class).orElse(null),
                query.id("endorsement").orElse(null));
        var slice = Slice.of(
                keepReports.latest(filter, Slice.after(query), limit + 1),
                limit,
                report -> new Keyset(report.sentAt().toString(), report.id()));
        return new ReportPage(slice.items().stream().map(ReportView::of).toList(), slice.next());
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Role.OFFICE, Role.LEADER})
    public RestResponse<ReportView> one(UUID id) {
        return answer(ResponseBuilder.create(200), keepReports.read(id));
    }

    private static Instant past(Checks checks, String path, @Nullable Instant said, Instant now) {
        Moments.checkPast(checks, path, said, now);
        return checks.required(path, said, Moments.OLDEST);
    }

    private static RestResponse<ReportView> answer(ResponseBuilder<ReportView> response, GovernmentReport report) {
        return response.entity(ReportView.of(report))
                .tag(EntityVersion.tag(report.version()))
                .build();
    }
}
