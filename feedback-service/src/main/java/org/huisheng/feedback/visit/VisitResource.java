package org.huisheng.feedback.visit;

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
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.huisheng.feedback.reading.TableDownload;
import org.huisheng.feedback.request.Checks;
import org.huisheng.feedback.request.Keyset;
import org.huisheng.feedback.request.QueryParameters;
import org.huisheng.feedback.request.Slice;
import org.huisheng.feedback.visit.Visits.Filter;
import org.huisheng.kit.audit.ReadsPersonalData;
import org.huisheng.kit.security.Role;
import org.huisheng.kit.table.TableFile;
import org.huisheng.kit.web.CompleteBody;
import org.huisheng.kit.web.EntityVersion;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** Arranging visits and finding them. */
@Path("/v1/visits")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class VisitResource {

    private static final String LATEST_FIRST = "-plannedFor";
    private static final String EARLIEST_FIRST = "plannedFor";
    private static final LocalDate OLDEST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2099, 12, 31);

    private final ArrangeVisit arrangeVisit;
    private final ReadVisits readVisits;
    private final VisitTable visitTable;

    VisitResource(ArrangeVisit arrangeVisit, ReadVisits readVisits, VisitTable visitTable) {
        this.arrangeVisit = arrangeVisit;
        this.readVisits = readVisits;
        this.visitTable = visitTable;
    }

    record VisitRequest(
            @Nullable UUID visitId,
            @Nullable UUID enterprise,
            @Nullable String park,
            @Nullable String enterpriseName,
            @Nullable LocalDate plannedFor,
            @Nullable String surveyor) {}

    record VisitChangeRequest(
            @Nullable LocalDate plannedFor, @Nullable String surveyor) {}

    record ReasonRequest(@Nullable String reason) {}

    /** A line of a list: no personal data, whoever asks. */
    record VisitLine(
            UUID id,
            UUID enterprise,
            String enterpriseName,
            String park,
            LocalDate plannedFor,
            @Nullable String surveyor,
            VisitStatus status,
            @Nullable Integer satisfaction,
            int slips) {

        static VisitLine of(Visit visit, Map<UUID, String> names) {
            return new VisitLine(
                    visit.id(),
                    visit.enterprise(),
                    names.getOrDefault(visit.enterprise(), ""),
                    visit.park(),
                    visit.plannedFor(),
                    visit.surveyor().orElse(null),
                    visit.status(),
                    visit.satisfaction().orElse(null),
                    visit.slips());
        }
    }

    /** @param next cursor of the following page, null on the last */
    record VisitPage(List<VisitLine> items, @Nullable String next) {}

    @POST
    @RolesAllowed({Role.OFFICE, Role.SURVEYOR})
    @APIResponse(responseCode = "200", description = "Kept before, with the same content")
    @APIResponseSchema(value = VisitView.class, responseCode = "201")
    public RestResponse<VisitView> arrange(@Nullable VisitRequest request, @Context UriInfo uri) {
        var wanted = CompleteBody.required(request);
        var checks = new Checks();
        var where = new WhereRequest(wanted.enterprise(), wanted.park(), wanted.enterpriseName()).check("", checks);
        var day = day(checks, wanted.plannedFor());
        var surveyor = checks.optionalText("/surveyor", wanted.surveyor(), 100);
        checks.passed();
        var arranged = arrangeVisit.arrange(wanted.visitId(), where, day, surveyor);
        var response = ResponseBuilder.<VisitView>create(arranged.isNew() ? 201 : 200)
                .header(
                        "Location",
                        uri.getRequestUri().getPath() + "/"
                                + arranged.file().visit().id());
        return VisitView.answer(response, arranged.file());
    }

    @PUT
    @Path("{id}")
    @RolesAllowed(Role.OFFICE)
    public RestResponse<VisitView> rearrange(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable VisitChangeRequest request) {
        var wanted = CompleteBody.required(request);
        var checks = new Checks();
        var day = day(checks, wanted.plannedFor());
        var surveyor = checks.optionalText("/surveyor", wanted.surveyor(), 100);
        checks.passed();
        return VisitView.answer(arrangeVisit.rearrange(id, EntityVersion.expected(ifMatch), day, surveyor));
    }

    @POST
    @Path("{id}/miss")
    @RolesAllowed({Role.OFFICE, Role.SURVEYOR})
    public RestResponse<VisitView> miss(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable ReasonRequest request) {
        return VisitView.answer(arrangeVisit.miss(id, EntityVersion.expected(ifMatch), reason(request)));
    }

    @POST
    @Path("{id}/cancellation")
    @RolesAllowed(Role.OFFICE)
    public RestResponse<VisitView> cancel(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable ReasonRequest request) {
        return VisitView.answer(arrangeVisit.cancel(id, EntityVersion.expected(ifMatch), reason(request)));
    }

    @GET
    @ReadsPersonalData
    @Path("{id}")
    @RolesAllowed({Role.OFFICE, Role.SURVEYOR, Role.LEADER})
    public RestResponse<VisitView> one(UUID id) {
        return VisitView.answer(readVisits.one(id));
    }

    @GET
    @RolesAllowed({Role.OFFICE, Role.SURVEYOR, Role.LEADER})
    @Parameter(name = "surveyor", in = ParameterIn.QUERY, schema = @Schema(implementation = String.class))
    @Parameter(name = "month", in = ParameterIn.QUERY, schema = @Schema(implementation = String.class))
    @Parameter(name = "status", in = ParameterIn.QUERY, schema = @Schema(implementation = VisitStatus.class))
    @Parameter(name = "enterprise", in = ParameterIn.QUERY, schema = @Schema(implementation = String.class))
    @Parameter(
            name = "sort",
            in = ParameterIn.QUERY,
            schema =
                    @Schema(
                            enumeration = {LATEST_FIRST, EARLIEST_FIRST},
                            defaultValue = LATEST_FIRST))
    @Parameter(name = "limit", in = ParameterIn.QUERY, schema = @Schema(implementation = Integer.class))
    @Parameter(name = "cursor", in = ParameterIn.QUERY, schema = @Schema(implementation = String.class))
    public RestResponse<VisitPage> latest(@Context UriInfo uri) {
        var query = QueryParameters.of(uri, "surveyor", "month", "status", "enterprise", "sort", "limit", "cursor");
        var limit = Slice.limit(query);
        var filter = filter(query);
        var sort = filter.earliestFirst() ? EARLIEST_FIRST : LATEST_FIRST;
        var found = readVisits.page(readVisits.allowed(filter), Slice.after(query, sort), limit + 1);
        var slice = Slice.of(found.visits(), limit, visit -> Keyset.of(sort, visit.plannedFor(), visit.id()));
        var lines = slice.items().stream()
                .map(visit -> VisitLine.of(visit, found.names()))
                .toList();
        return ResponseBuilder.ok(new VisitPage(lines, slice.next()))
                .header("Cache-Control", "no-store")
                .build();
    }

    @GET
    @Produces("text/csv;qs=0.5")
    @RolesAllowed({Role.OFFICE, Role.SURVEYOR, Role.LEADER})
    @APIResponse(
            responseCode = "200",
            description = "All of the list, in the language asked for, with the names of the API if none is;"
                    + " texts that a spreadsheet would take for a formula begin with an apostrophe",
            content = @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)))
    public Response csv(@Context UriInfo uri, @HeaderParam("Accept-Language") @Nullable String language) {
        return TableDownload.csv("visits", visitTable.csv(readVisits.allowed(filter(wanted(uri))), language));
    }

    @GET
    @Produces(TableFile.XLSX + ";qs=0.4")
    @RolesAllowed({Role.OFFICE, Role.SURVEYOR, Role.LEADER})
    @APIResponse(
            responseCode = "200",
            description = "All of the list, in the language asked for, with the names of the API if none is",
            content =
                    @Content(mediaType = TableFile.XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response xlsx(@Context UriInfo uri, @HeaderParam("Accept-Language") @Nullable String language) {
        return TableDownload.xlsx("visits", visitTable.xlsx(readVisits.allowed(filter(wanted(uri))), language));
    }

    private static QueryParameters wanted(UriInfo uri) {
        return QueryParameters.of(uri, "surveyor", "month", "status", "enterprise", "sort");
    }

    private static Filter filter(QueryParameters query) {
        return new Filter(
                query.text("surveyor").orElse(null),
                query.month("month").orElse(null),
                query.constant("status", VisitStatus.class).orElse(null),
                query.id("enterprise").orElse(null),
                query.oneOf("sort", LATEST_FIRST, EARLIEST_FIRST).equals(EARLIEST_FIRST));
    }

    private static LocalDate day(Checks checks, @Nullable LocalDate wanted) {
        var day = checks.required("/plannedFor", wanted, OLDEST);
        if (day.isBefore(OLDEST) || day.isAfter(LATEST)) {
            checks.add("/plannedFor", "out-of-range", OLDEST.toString(), LATEST.toString());
        }
        return day;
    }

    private static String reason(@Nullable ReasonRequest request) {
        var checks = new Checks();
        var reason = checks.text("/reason", CompleteBody.required(request).reason(), 1000);
        checks.passed();
        return reason;
    }
}
