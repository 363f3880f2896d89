package org.huisheng.feedback.reading;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.huisheng.events.FeedbackEvent.Severity;
import org.huisheng.events.Side;
import org.huisheng.feedback.casework.Case;
import org.huisheng.feedback.casework.CaseStatus;
import org.huisheng.feedback.reading.CaseView.EntryView;
import org.huisheng.feedback.reading.ReadCases.Allowed;
import org.huisheng.feedback.request.QueryParameters;
import org.huisheng.kit.audit.ReadsPersonalData;
import org.huisheng.kit.security.Role;
import org.huisheng.kit.table.TableFile;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** Finding and reading cases. */
@Path("/v1/cases")
@Produces(MediaType.APPLICATION_JSON)
// To those who read the document opening and reading are about one thing.
@Tag(name = "Case Resource")
@RunOnVirtualThread
class ReadingResource {

    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 200;

    private final ReadCases readCases;
    private final CountCases countCases;
    private final CaseTable caseTable;

    ReadingResource(ReadCases readCases, CountCases countCases, CaseTable caseTable) {
        this.readCases = readCases;
        this.caseTable = caseTable;
        this.countCases = countCases;
    }

    /**
     * A line of a list: no personal data, whoever asks.
     *
     * @param version for a change of many at once: of what somebody has changed since, nothing is taken back
     */
    record CaseLine(
            UUID id,
            Side side,
            String category,
            Severity severity,
            String title,
            CaseStatus status,
            @Nullable String department,
            @Nullable Instant receivedAt,
            Instant openedAt,
            Instant updatedAt,
            @Nullable Instant dueAt,
            @Nullable Instant overdueSince,
            long version) {

        static CaseLine of(Case matter) {
            var intake = matter.intake();
            return new CaseLine(
                    matter.id(),
                    intake.side(),
                    intake.category(),
                    intake.severity(),
                    intake.title(),
                    matter.status(),
                    matter.department().orElse(null),
                    intake.receivedAt(),
                    matter.openedAt(),
                    matter.updatedAt(),
                    matter.deadlines().resolutionDueAt(),
                    matter.deadlines().overdueSince(),
                    matter.version());
        }
    }

    /** @param next cursor of the following page, null on the last */
    record CasePage(List<CaseLine> items, @Nullable String next) {}

    /** @param next cursor of the following page, null on the last */
    record TimelinePage(List<EntryView> items, @Nullable String next) {}

    @GET
    @RolesAllowed({Role.OFFICE, Role.ADMIN, Role.LEADER, Role.LIAISON})
    @Parameter(name = "status", in = ParameterIn.QUERY, schema = @Schema(implementation = CaseStatus.class))
    @Parameter(name = "open", in = ParameterIn.QUERY, schema = @Schema(implementation = Boolean.class))
    @Parameter(name = "department", in = ParameterIn.QUERY, schema = @Schema(implementation = String.class))
    @Parameter(name = "handedOnBy", in = ParameterIn.QUERY, schema = @Schema(implementation = String.class))
    @Parameter(name = "side", in = ParameterIn.QUERY, schema = @Schema(implementation = Side.class))
    @Parameter(name = "category", in = ParameterIn.QUERY, schema = @Schema(implementation = String.class))
    @Parameter(name = "severity", in = ParameterIn.QUERY, schema = @Schema(implementation = Severity.class))
    @Parameter(name = "overdue", in = ParameterIn.QUERY, schema = @Schema(implementation = Boolean.class))
    @Parameter(name = "openedFrom", in = ParameterIn.QUERY, schema = @Schema(implementation = LocalDate.class))
    @Parameter(name = "openedTo", in = ParameterIn.QUERY, schema = @Schema(implementation = LocalDate.class))
    @Parameter(name = "q", in = ParameterIn.QUERY, schema = @Schema(implementation = String.class))
    @Parameter(
            name = "sort",
            in = ParameterIn.QUERY,
            schema =
                    @Schema(
                            enumeration = {"-openedAt", "openedAt", "dueAt", "-dueAt"},
                            defaultValue = "-openedAt"))
    @Parameter(name = "limit", in = ParameterIn.QUERY, schema = @Schema(implementation = Integer.class))
    @Parameter(name = "cursor", in = ParameterIn.QUERY, schema = @Schema(implementation = String.class))
    public RestResponse<CasePage> newest(@Context UriInfo uri) {
        var query = QueryParameters.of(
                uri,
                Stream.concat(Stream.of(CaseFilter.PARAMETERS), Stream.of("limit", "cursor"))
                        .toArray(String[]::new));
        var limit = query.number("limit", 1, MAX_LIMIT).orElse(DEFAULT_LIMIT);
        var allowed = readCases.allowed(CaseFilter.of(query));
        var order = allowed.filter().order();
        // One more than asked for tells whether there is a next page.
        var found = readCases.page(
                allowed,
                query.text("cursor")
                        .map(cursor -> CaseCursor.parse(cursor, order))
                        .orElse(null),
                limit + 1);
        var page = found.subList(0, Math.min(limit, found.size()));
        var next =
                found.size() > limit ? CaseCursor.after(page.getLast(), order).text() : null;
        return uncached(new CasePage(page.stream().map(CaseLine::of).toList(), next));
    }

    @GET
    @ReadsPersonalData
    @Produces("text/csv;qs=0.5")
    @RolesAllowed({Role.OFFICE, Role.ADMIN, Role.LEADER, Role.LIAISON})
    @APIResponse(
            responseCode = "200",
            description = "All of the list, in the language asked for, with the names of the API if none is;"
                    + " texts that a spreadsheet would take for a formula begin with an apostrophe",
            content = @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)))
    public Response csv(@Context UriInfo uri, @HeaderParam("Accept-Language") @Nullable String language) {
        return TableDownload.csv("cases", caseTable.csv(wanted(uri), language));
    }

    @GET
    @ReadsPersonalData
    @Produces(TableFile.XLSX + ";qs=0.4")
    @RolesAllowed({Role.OFFICE, Role.ADMIN, Role.LEADER, Role.LIAISON})
    @APIResponse(
            responseCode = "200",
            description = "All of the list, in the language asked for, with the names of the API if none is",
            content =
                    @Content(mediaType = TableFile.XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response xlsx(@Context UriInfo uri, @HeaderParam("Accept-Language") @Nullable String language) {
        return TableDownload.xlsx("cases", caseTable.xlsx(wanted(uri), language));
    }

    private Allowed wanted(UriInfo uri) {
        return readCases.allowed(CaseFilter.of(QueryParameters.of(uri, CaseFilter.PARAMETERS)));
    }

    /** @param counts by status, 0 where there is none */
    record CaseCounts(Map<CaseStatus, Long> counts) {}

    @GET
    @Path("counts")
    @RolesAllowed({Role.OFFICE, Role.ADMIN, Role.LEADER, Role.LIAISON})
    @Parameter(name = "department", in = ParameterIn.QUERY, schema = @Schema(implementation = String.class))
    public RestResponse<CaseCounts> counts(@Context UriInfo uri) {
        var department = QueryParameters.of(uri, "department").text("department");
        var counts = new EnumMap<CaseStatus, Long>(CaseStatus.class);
        EnumSet.allOf(CaseStatus.class).forEach(status -> counts.put(status, 0L));
        counts.putAll(countCases.of(department.orElse(null)));
        return uncached(new CaseCounts(counts));
    }

    @GET
    @ReadsPersonalData
    @Path("{id}")
    @RolesAllowed({Role.OFFICE, Role.ADMIN, Role.LEADER, Role.LIAISON})
    public RestResponse<CaseView> one(UUID id) {
        return CaseView.answer(readCases.one(id));
    }

    @GET
    @ReadsPersonalData
    @Path("{id}/timeline")
    @RolesAllowed({Role.OFFICE, Role.ADMIN, Role.LEADER, Role.LIAISON})
    @Parameter(name = "cursor", in = ParameterIn.QUERY, schema = @Schema(implementation = String.class))
    public RestResponse<TimelinePage> timeline(UUID id, @Context UriInfo uri) {
        var after = QueryParameters.of(uri, "cursor").number("cursor", 0, Integer.MAX_VALUE);
        var file = readCases.timelineAfter(id, after.orElse(0));
        return uncached(new TimelinePage(CaseView.entries(file), CaseView.next(file)));
    }

    private static <T> RestResponse<T> uncached(T page) {
        return ResponseBuilder.ok(page).header("Cache-Control", "no-store").build();
    }
}
