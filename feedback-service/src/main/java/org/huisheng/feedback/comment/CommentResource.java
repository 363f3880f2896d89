package org.huisheng.feedback.comment;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.huisheng.events.CommentEvent.CommentKind;
import org.huisheng.feedback.comment.CommentList.Filter;
import org.huisheng.feedback.reading.Bigrams;
import org.huisheng.feedback.reading.TableDownload;
import org.huisheng.feedback.request.Keyset;
import org.huisheng.feedback.request.MomentOrder;
import org.huisheng.feedback.request.QueryParameters;
import org.huisheng.feedback.request.Slice;
import org.huisheng.kit.audit.ReadsPersonalData;
import org.huisheng.kit.security.Role;
import org.huisheng.kit.table.TableFile;
import org.huisheng.kit.web.CompleteBody;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** Entering what the government said, and finding it. */
@Path("/v1/comments")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class CommentResource {

    private final RegisterComment registerComment;
    private final ReadComments readComments;
    private final CommentTable commentTable;
    private final Clock clock;

    CommentResource(
            RegisterComment registerComment, ReadComments readComments, CommentTable commentTable, Clock clock) {
        this.registerComment = registerComment;
        this.readComments = readComments;
        this.commentTable = commentTable;
        this.clock = clock;
    }

    record CommentLine(
            UUID id,
            CommentKind kind,
            String level,
            String title,
            Instant receivedAt,
            @Nullable Instant deadline,
            @Nullable String leadDepartment,
            CommentStatus status) {

        static CommentLine of(GovernmentComment comment) {
            return new CommentLine(
                    comment.id(),
                    comment.kind(),
                    comment.level(),
                    comment.title(),
                    comment.receivedAt(),
                    comment.deadline().orElse(null),
                    comment.leadDepartment().orElse(null),
                    comment.status());
        }
    }

    /** @param next cursor of the following page, null on the last */
    record CommentPage(List<CommentLine> items, @Nullable String next) {}

    @POST
    @RolesAllowed(Role.OFFICE)
    @APIResponse(responseCode = "200", description = "Kept before, with the same content")
    @APIResponseSchema(value = CommentView.class, responseCode = "201")
    public RestResponse<CommentView> register(@Nullable RegistrationRequest request, @Context UriInfo uri) {
        var wanted = CompleteBody.required(request);
        var registered = registerComment.register(wanted.commentId(), wanted.check(clock.instant()));
        var id = registered.file().comment().id();
        var response = ResponseBuilder.<CommentView>create(registered.isNew() ? 201 : 200)
                .header("Location", uri.getRequestUri().getPath() + "/" + id);
        return CommentView.answer(response, registered.file());
    }

    @GET
    @RolesAllowed({Role.OFFICE, Role.LEADER, Role.LIAISON})
    @Parameter(name = "kind", in = ParameterIn.QUERY, schema = @Schema(implementation = CommentKind.class))
    @Parameter(name = "status", in = ParameterIn.QUERY, schema = @Schema(implementation = CommentStatus.class))
    @Parameter(name = "q", in = ParameterIn.QUERY, schema = @Schema(implementation = String.class))
    @Parameter(name = "department", in = ParameterIn.QUERY, schema = @Schema(implementation = String.class))
    @Parameter(
            name = "sort",
            in = ParameterIn.QUERY,
            schema =
                    @Schema(
                            enumeration = {"-receivedAt", "receivedAt", "deadline", "-deadline"},
                            defaultValue = "-receivedAt"))
    @Parameter(name = "limit", in = ParameterIn.QUERY, schema = @Schema(implementation = Integer.class))
    @Parameter(name = "cursor", in = ParameterIn.QUERY, schema = @Schema(implementation = String.class))
    public RestResponse<CommentPage> latest(@Context UriInfo uri) {
        var query = QueryParameters.of(uri, "kind", "status", "department", "q", "sort", "limit", "cursor");
        var limit = Slice.limit(query);
        var filter = filter(query);
        var order = filter.order();
        var word = order.by().word();
        var slice = Slice.of(
                readComments.latest(filter, Slice.after(query, word), limit + 1),
                limit,
                comment -> Keyset.of(word, order.place(comment), comment.id()));
        var page = new CommentPage(slice.items().stream().map(CommentLine::of).toList(), slice.next());
        return ResponseBuilder.ok(page).header("Cache-Control", "no-store").build();
    }

    @GET
    @Produces("text/csv;qs=0.5")
    @RolesAllowed({Role.OFFICE, Role.LEADER, Role.LIAISON})
    @APIResponse(
            responseCode = "200",
            description = "All of the list, in the language asked for, with the names of the API if none is;"
                    + " texts that a spreadsheet would take for a formula begin with an apostrophe",
            content = @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)))
    public Response csv(@Context UriInfo uri, @HeaderParam("Accept-Language") @Nullable String language) {
        return TableDownload.csv("comments", commentTable.csv(readComments.allowed(filter(wanted(uri))), language));
    }

    @GET
    @Produces(TableFile.XLSX + ";qs=0.4")
    @RolesAllowed({Role.OFFICE, Role.LEADER, Role.LIAISON})
    @APIResponse(
            responseCode = "200",
            description = "All of the list, in the language asked for, with the names of the API if none is",
            content =
                    @Content(mediaType = TableFile.XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response xlsx(@Context UriInfo uri, @HeaderParam("Accept-Language") @Nullable String language) {
        return TableDownload.xlsx("comments", commentTable.xlsx(readComments.allowed(filter(wanted(uri))), language));
    }

    private static QueryParameters wanted(UriInfo uri) {
        return QueryParameters.of(uri, "kind", "status", "department", "q", "sort");
    }

    private static Filter filter(QueryParameters query) {
        return new Filter(
                query.constant("kind", CommentKind.class).orElse(null),
                query.constant("status", CommentStatus.class).orElse(null),
                query.text("department").orElse(null),
                Bigrams.asked(query),
                MomentOrder.asked(query, List.of(CommentOrder.values()), CommentOrder::by));
    }

    @GET
    @ReadsPersonalData
    @Path("{id}")
    @RolesAllowed({Role.OFFICE, Role.LEADER, Role.LIAISON})
    public RestResponse<CommentView> one(UUID id) {
        return CommentView.answer(readComments.one(id));
    }
}
