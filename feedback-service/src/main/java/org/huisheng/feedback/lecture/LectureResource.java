package org.huisheng.feedback.lecture;

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
import org.huisheng.events.LectureEvent.LectureLevel;
import org.huisheng.feedback.lecture.LectureView.LectureEntryPage;
import org.huisheng.feedback.lecture.LectureView.LectureEntryView;
import org.huisheng.feedback.lecture.LectureView.LectureLine;
import org.huisheng.feedback.lecture.LectureView.LecturePage;
import org.huisheng.feedback.lecture.Lectures.Filter;
import org.huisheng.feedback.request.Keyset;
import org.huisheng.feedback.request.QueryParameters;
import org.huisheng.feedback.request.Slice;
import org.huisheng.kit.audit.ReadsPersonalData;
import org.huisheng.kit.problem.DomainException.Malformed;
import org.huisheng.kit.security.Role;
import org.huisheng.kit.web.CompleteBody;
import org.huisheng.kit.web.EntityVersion;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** Lectures: planning and finding them. */
@Path("/v1/lectures")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class LectureResource {

    private static final int OLDEST = 2000;
    private static final int LAST = 2099;

    private final KeepLecture keepLecture;

    LectureResource(KeepLecture keepLecture) {
        this.keepLecture = keepLecture;
    }

    @POST
    @RolesAllowed({Role.OFFICE, Role.LIAISON})
    @APIResponse(responseCode = "200", description = "Kept before, with the same content")
    @APIResponseSchema(value = LectureView.class, responseCode = "201")
    public RestResponse<LectureView> plan(@Nullable LectureRequest request, @Context UriInfo uri) {
        var wanted = CompleteBody.required(request);
        var planned = keepLecture.plan(wanted.id(), wanted.check());
        return LectureView.answer(
                ResponseBuilder.<LectureView>create(planned.isNew() ? 201 : 200)
                        .header(
                                "Location",
                                uri.getRequestUri().getPath() + "/"
                                        + planned.counted().lecture().id()),
                planned.counted());
    }

    @PUT
    @Path("{id}")
    @RolesAllowed({Role.OFFICE, Role.LIAISON})
    public RestResponse<LectureView> revise(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable LectureRequest request) {
        var announcement = CompleteBody.required(request).check();
        return LectureView.answer(keepLecture.revise(id, EntityVersion.expected(ifMatch), announcement));
    }

    /** The latest first; of a year or, for a calendar, of a month. */
    @GET
    @RolesAllowed({Role.OFFICE, Role.ADMIN, Role.LEADER, Role.LIAISON})
    @Parameter(name = "year", in = ParameterIn.QUERY, schema = @Schema(implementation = Integer.class))
    @Parameter(name = "month", in = ParameterIn.QUERY, schema = @Schema(implementation = String.class))
    @Parameter(name = "department", in = ParameterIn.QUERY, schema = @Schema(implementation = String.class))
    @Parameter(name = "level", in = ParameterIn.QUERY, schema = @Schema(implementation = LectureLevel.class))
    @Parameter(name = "status", in = ParameterIn.QUERY, schema = @Schema(implementation = LectureStatus.class))
    @Parameter(name = "limit", in = ParameterIn.QUERY, schema = @Schema(implementation = Integer.class))
    @Parameter(name = "cursor", in = ParameterIn.QUERY, schema = @Schema(implementation = String.class))
    public LecturePage latest(@Context UriInfo uri) {
        var query = QueryParameters.of(uri, "year", "month", "department", "level", "status", "limit", "cursor");
        var limit = Slice.limit(query);
        var slice = Slice.of(
                keepLecture.latest(filter(query), Slice.after(query), limit + 1),
                limit,
                counted -> new Keyset(
                        counted.lecture().announcement().startsAt().toString(),
                        counted.lecture().id()));
        return new LecturePage(slice.items().stream().map(LectureLine::of).toList(), slice.next());
    }

    private static Filter filter(QueryParameters query) {
        var year = query.number("year", OLDEST, LAST);
        var month = query.month("month");
        if (year.isPresent() && month.isPresent()) {
            throw Malformed.query("month", "not-together", "year");
        }
        var from = month.map(said -> said.atDay(1))
                .or(() -> year.map(said -> LocalDate.of(said, 1, 1)))
                .orElse(null);
        var until = month.map(said -> said.plusMonths(1).atDay(1))
                .or(() -> year.map(said -> LocalDate.of(said + 1, 1, 1)))
                .orElse(null);
        return new Filter(
                from,
                until,
                query.text("department").orElse(null),
                query.constant("level", LectureLevel.class).orElse(null),
                query.constant("status", LectureStatus.class).orElse(null));
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Role.OFFICE, Role.ADMIN, Role.LEADER, Role.LIAISON})
    public RestResponse<LectureView> one(UUID id) {
        return LectureView.answer(keepLecture.read(id));
    }

    /** The latest first. */
    @GET
    @ReadsPersonalData
    @Path("{id}/history")
    @RolesAllowed({Role.OFFICE, Role.ADMIN, Role.LEADER, Role.LIAISON})
    @Parameter(name = "limit", in = ParameterIn.QUERY, schema = @Schema(implementation = Integer.class))
    @Parameter(name = "cursor", in = ParameterIn.QUERY, schema = @Schema(implementation = String.class))
    public LectureEntryPage history(UUID id, @Context UriInfo uri) {
        var query = QueryParameters.of(uri, "limit", "cursor");
        var limit = Slice.limit(query);
        var after = Slice.after(query);
        var slice = Slice.of(
                keepLecture.history(id, after == null ? null : after.id(), limit + 1),
                limit,
                entry -> new Keyset("", entry.id()));
        return new LectureEntryPage(
                slice.items().stream().map(LectureEntryView::of).toList(), slice.next());
    }
}
