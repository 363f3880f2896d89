package org.huisheng.feedback.story;

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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.huisheng.feedback.request.Keyset;
import org.huisheng.feedback.request.QueryParameters;
import org.huisheng.feedback.request.Slice;
import org.huisheng.feedback.story.BeginStory.Beginning;
import org.huisheng.feedback.story.CaseStories.Filter;
import org.huisheng.feedback.story.StoryView.CaseStoryLine;
import org.huisheng.feedback.story.StoryView.CaseStoryPage;
import org.huisheng.feedback.story.StoryView.StoryEntryPage;
import org.huisheng.feedback.story.StoryView.StoryEntryView;
import org.huisheng.kit.audit.ReadsPersonalData;
import org.huisheng.kit.problem.DomainException.Malformed;
import org.huisheng.kit.security.Role;
import org.huisheng.kit.web.CompleteBody;
import org.huisheng.kit.web.EntityVersion;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** Stories of the case library: writing and finding them. */
@Path("/v1/stories")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class StoryResource {

    private final KeepStory keepStory;
    private final BeginStory beginStory;

    StoryResource(KeepStory keepStory, BeginStory beginStory) {
        this.keepStory = keepStory;
        this.beginStory = beginStory;
    }

    @POST
    @RolesAllowed({Role.OFFICE, Role.LIAISON})
    @APIResponse(responseCode = "200", description = "Kept before, with the same content")
    @APIResponseSchema(value = StoryView.class, responseCode = "201")
    public RestResponse<StoryView> write(@Nullable StoryRequest request, @Context UriInfo uri) {
        var wanted = CompleteBody.required(request);
        var written = keepStory.write(wanted.id(), wanted.check());
        return StoryView.answer(
                ResponseBuilder.<StoryView>create(written.isNew() ? 201 : 200)
                        .header(
                                "Location",
                                uri.getRequestUri().getPath() + "/"
                                        + written.story().id()),
                written.story());
    }

    /** What it could begin with: a case or a project, in the words those who worked on it have found. */
    @GET
    @ReadsPersonalData
    @Path("beginning")
    @RolesAllowed({Role.OFFICE, Role.LIAISON})
    @Parameter(name = "caseId", in = ParameterIn.QUERY, schema = @Schema(implementation = UUID.class))
    @Parameter(name = "project", in = ParameterIn.QUERY, schema = @Schema(implementation = UUID.class))
    public Beginning beginning(@Context UriInfo uri) {
        var query = QueryParameters.of(uri, "caseId", "project");
        var caseId = query.id("caseId");
        var project = query.id("project");
        if (caseId.isPresent() == project.isPresent()) {
            throw Malformed.query("caseId", "one-of-two", "project");
        }
        return caseId.map(beginStory::fromCase).orElseGet(() -> beginStory.fromProject(project.orElseThrow()));
    }

    @PUT
    @Path("{id}")
    @RolesAllowed({Role.OFFICE, Role.LIAISON})
    public RestResponse<StoryView> revise(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable StoryRequest request) {
        var telling = CompleteBody.required(request).check();
        return StoryView.answer(keepStory.revise(id, EntityVersion.expected(ifMatch), telling));
    }

    @GET
    @RolesAllowed({Role.OFFICE, Role.ADMIN, Role.LEADER, Role.LIAISON})
    @Parameter(name = "department", in = ParameterIn.QUERY, schema = @Schema(implementation = String.class))
    @Parameter(name = "status", in = ParameterIn.QUERY, schema = @Schema(implementation = StoryStatus.class))
    @Parameter(name = "limit", in = ParameterIn.QUERY, schema = @Schema(implementation = Integer.class))
    @Parameter(name = "cursor", in = ParameterIn.QUERY, schema = @Schema(implementation = String.class))
    public CaseStoryPage latest(@Context UriInfo uri) {
        var query = QueryParameters.of(uri, "department", "status", "limit", "cursor");
        var limit = Slice.limit(query);
        var filter = new Filter(
                query.text("department").orElse(null),
                query.constant("status", StoryStatus.class).orElse(null));
        var slice = Slice.of(
                keepStory.latest(filter, Slice.after(query), limit + 1),
                limit,
                story -> new Keyset(story.createdAt().toString(), story.id()));
        return new CaseStoryPage(slice.items().stream().map(CaseStoryLine::of).toList(), slice.next());
    }

    @GET
    @ReadsPersonalData
    @Path("{id}")
    @RolesAllowed({Role.OFFICE, Role.ADMIN, Role.LEADER, Role.LIAISON})
    public RestResponse<StoryView> one(UUID id) {
        return StoryView.answer(keepStory.read(id));
    }

    /** The latest first. */
    @GET
    @ReadsPersonalData
    @Path("{id}/history")
    @RolesAllowed({Role.OFFICE, Role.ADMIN, Role.LEADER, Role.LIAISON})
    @Parameter(name = "limit", in = ParameterIn.QUERY, schema = @Schema(implementation = Integer.class))
    @Parameter(name = "cursor", in = ParameterIn.QUERY, schema = @Schema(implementation = String.class))
    public StoryEntryPage history(UUID id, @Context UriInfo uri) {
        var query = QueryParameters.of(uri, "limit", "cursor");
        var limit = Slice.limit(query);
        var after = Slice.after(query);
        var slice = Slice.of(
                keepStory.history(id, after == null ? null : after.id(), limit + 1),
                limit,
                entry -> new Keyset("", entry.id()));
        return new StoryEntryPage(slice.items().stream().map(StoryEntryView::of).toList(), slice.next());
    }
}
