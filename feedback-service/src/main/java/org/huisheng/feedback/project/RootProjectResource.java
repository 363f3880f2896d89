package org.huisheng.feedback.project;

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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.huisheng.feedback.project.RootProjectView.ProjectEntryPage;
import org.huisheng.feedback.project.RootProjectView.ProjectEntryView;
import org.huisheng.feedback.project.RootProjectView.RootProjectLine;
import org.huisheng.feedback.project.RootProjectView.RootProjectPage;
import org.huisheng.feedback.project.RootProjects.Filter;
import org.huisheng.feedback.request.Keyset;
import org.huisheng.feedback.request.QueryParameters;
import org.huisheng.feedback.request.Slice;
import org.huisheng.kit.audit.ReadsPersonalData;
import org.huisheng.kit.security.Role;
import org.huisheng.kit.web.CompleteBody;
import org.huisheng.kit.web.EntityVersion;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** Root-planting projects: writing initiation reports and finding projects. */
@Path("/v1/root-projects")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class RootProjectResource {

    private static final int OLDEST = 2000;
    private static final int LAST = 2099;

    private final KeepProject keepProject;

    RootProjectResource(KeepProject keepProject) {
        this.keepProject = keepProject;
    }

    @POST
    @RolesAllowed({Role.OFFICE, Role.LIAISON})
    @APIResponse(responseCode = "200", description = "Kept before, with the same content")
    @APIResponseSchema(value = RootProjectView.class, responseCode = "201")
    public RestResponse<RootProjectView> initiate(@Nullable InitiationRequest request, @Context UriInfo uri) {
        var wanted = CompleteBody.required(request);
        var made = keepProject.initiate(wanted.id(), wanted.check());
        return RootProjectView.answer(
                ResponseBuilder.<RootProjectView>create(made.isNew() ? 201 : 200)
                        .header(
                                "Location",
                                uri.getRequestUri().getPath() + "/"
                                        + made.project().id()),
                made.project());
    }

    /** Until it is approved. */
    @PUT
    @Path("{id}")
    @RolesAllowed({Role.OFFICE, Role.LIAISON})
    public RestResponse<RootProjectView> revise(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable InitiationRequest request) {
        var initiation = CompleteBody.required(request).check();
        return RootProjectView.answer(keepProject.revise(id, EntityVersion.expected(ifMatch), initiation));
    }

    @GET
    @RolesAllowed({Role.OFFICE, Role.ADMIN, Role.LEADER, Role.LIAISON})
    @Parameter(name = "year", in = ParameterIn.QUERY, schema = @Schema(implementation = Integer.class))
    @Parameter(name = "department", in = ParameterIn.QUERY, schema = @Schema(implementation = String.class))
    @Parameter(name = "stage", in = ParameterIn.QUERY, schema = @Schema(implementation = ProjectStage.class))
    @Parameter(name = "limit", in = ParameterIn.QUERY, schema = @Schema(implementation = Integer.class))
    @Parameter(name = "cursor", in = ParameterIn.QUERY, schema = @Schema(implementation = String.class))
    public RootProjectPage latest(@Context UriInfo uri) {
        var query = QueryParameters.of(uri, "year", "department", "stage", "limit", "cursor");
        var limit = Slice.limit(query);
        var filter = new Filter(
                query.number("year", OLDEST, LAST).orElse(null),
                query.text("department").orElse(null),
                query.constant("stage", ProjectStage.class).orElse(null));
        var slice = Slice.of(
                keepProject.latest(filter, Slice.after(query), limit + 1),
                limit,
                project -> new Keyset(project.createdAt().toString(), project.id()));
        return new RootProjectPage(
                slice.items().stream().map(RootProjectLine::of).toList(), slice.next());
    }

    @GET
    @ReadsPersonalData
    @Path("{id}")
    @RolesAllowed({Role.OFFICE, Role.ADMIN, Role.LEADER, Role.LIAISON})
    public RestResponse<RootProjectView> one(UUID id) {
        return RootProjectView.answer(keepProject.read(id));
    }

    /** The latest first. */
    @GET
    @ReadsPersonalData
    @Path("{id}/history")
    @RolesAllowed({Role.OFFICE, Role.ADMIN, Role.LEADER, Role.LIAISON})
    @Parameter(name = "limit", in = ParameterIn.QUERY, schema = @Schema(implementation = Integer.class))
    @Parameter(name = "cursor", in = ParameterIn.QUERY, schema = @Schema(implementation = String.class))
    public ProjectEntryPage history(UUID id, @Context UriInfo uri) {
        var query = QueryParameters.of(uri, "limit", "cursor");
        var limit = Slice.limit(query);
        var after = Slice.after(query);
        List<ProjectEntry> found = keepProject.history(id, after == null ? null : after.id(), limit + 1);
        var slice = Slice.of(found, limit, entry -> new Keyset("", entry.id()));
        return new ProjectEntryPage(
                slice.items().stream().map(ProjectEntryView::of).toList(), slice.next());
    }
}
