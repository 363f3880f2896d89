package org.huisheng.feedback.post;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
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
import org.huisheng.feedback.request.Checks;
import org.huisheng.feedback.request.Keyset;
import org.huisheng.feedback.request.QueryParameters;
import org.huisheng.feedback.request.Slice;
import org.huisheng.kit.security.Role;
import org.huisheng.kit.web.CompleteBody;
import org.huisheng.kit.web.EntityVersion;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** The register of posts. */
@Path("/v1/posts")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class PostResource {

    private static final UUID NONE = new UUID(0, 0);

    private final KeepPosts keepPosts;

    PostResource(KeepPosts keepPosts) {
        this.keepPosts = keepPosts;
    }

    /** What is not said besides the names stays as it is. */
    record PostRequest(
            @Nullable String name,
            @Nullable String nameEn,
            @Nullable String department,
            @Nullable Boolean keyPost,
            @Nullable Boolean active) {}

    record PostView(
            String code,
            String name,
            String nameEn,
            @Nullable String department,
            boolean keyPost,
            boolean active) {

        static PostView of(Post post) {
            var terms = post.terms();
            return new PostView(
                    post.code(), terms.name(), terms.nameEn(), terms.department(), terms.keyPost(), terms.active());
        }
    }

    /** @param next cursor of the following page, null on the last */
    record PostPage(List<PostView> items, @Nullable String next) {}

    @GET
    @RolesAllowed({Role.OFFICE, Role.ADMIN, Role.LEADER, Role.LIAISON})
    @Parameter(name = "limit", in = ParameterIn.QUERY, schema = @Schema(implementation = Integer.class))
    @Parameter(name = "cursor", in = ParameterIn.QUERY, schema = @Schema(implementation = String.class))
    public PostPage all(@Context UriInfo uri) {
        var query = QueryParameters.of(uri, "limit", "cursor");
        var limit = Slice.limit(query);
        var after = Slice.after(query);
        var slice = Slice.of(
                keepPosts.page(after == null ? "" : after.key(), limit + 1),
                limit,
                post -> new Keyset(post.code(), NONE));
        return new PostPage(slice.items().stream().map(PostView::of).toList(), slice.next());
    }

    @GET
    @Path("{code}")
    @RolesAllowed({Role.OFFICE, Role.ADMIN, Role.LEADER, Role.LIAISON})
    public RestResponse<PostView> one(String code) {
        return answer(200, keepPosts.one(code));
    }

    @PUT
    @Path("{code}")
    @RolesAllowed(Role.OFFICE)
    @APIResponse(responseCode = "200", description = "Written anew")
    @APIResponseSchema(value = PostView.class, responseCode = "201")
    public RestResponse<PostView> keep(
            String code, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable PostRequest request) {
        var wanted = CompleteBody.required(request);
        var checks = new Checks();
        checks.code("/code", code);
        var change = new PostChange(
                checks.text("/name", wanted.name(), 100),
                checks.text("/nameEn", wanted.nameEn(), 100),
                checks.optionalText("/department", wanted.department(), 64),
                wanted.keyPost(),
                wanted.active());
        checks.passed();
        var kept = keepPosts.put(code, EntityVersion.expected(ifMatch), change);
        return answer(kept.isNew() ? 201 : 200, kept.post());
    }

    private static RestResponse<PostView> answer(int status, Post post) {
        return ResponseBuilder.<PostView>create(status)
                .entity(PostView.of(post))
                .tag(EntityVersion.tag(post.version()))
                .build();
    }
}
