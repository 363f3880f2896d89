package org.huisheng.feedback.duty;

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
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.huisheng.feedback.duty.NamedJson.NamedPage;
import org.huisheng.feedback.duty.NamedJson.NamedRequest;
import org.huisheng.feedback.duty.NamedJson.NamedView;
import org.huisheng.kit.security.Role;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The register of posts. */
@Path("/v1/posts")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class PostResource {

    private final Register register;

    PostResource(Register register) {
        this.register = register;
    }

    @GET
    @RolesAllowed({Role.OFFICE, Role.ADMIN, Role.LEADER, Role.LIAISON})
    @Parameter(name = "limit", in = ParameterIn.QUERY, schema = @Schema(implementation = Integer.class))
    @Parameter(name = "cursor", in = ParameterIn.QUERY, schema = @Schema(implementation = String.class))
    public NamedPage all(@Context UriInfo uri) {
        return NamedJson.page(register, Post.class, uri);
    }

    @GET
    @Path("{code}")
    @RolesAllowed({Role.OFFICE, Role.ADMIN, Role.LEADER, Role.LIAISON})
    public RestResponse<NamedView> one(String code) {
        return NamedJson.answer(200, register.require(Post.class, "post", code));
    }

    @PUT
    @Path("{code}")
    @RolesAllowed(Role.OFFICE)
    public RestResponse<NamedView> keep(
            String code, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable NamedRequest request) {
        return NamedJson.keep(register, Post.class, Post::new, code, ifMatch, request);
    }
}
