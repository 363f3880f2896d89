package org.huisheng.feedback.enterprise;

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
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.huisheng.feedback.request.Checks;
import org.huisheng.feedback.request.QueryParameters;
import org.huisheng.feedback.request.Slice;
import org.huisheng.kit.security.Role;
import org.huisheng.kit.web.CompleteBody;
import org.huisheng.kit.web.EntityVersion;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** The parks of the district. */
@Path("/v1/parks")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ParkResource {

    private final KeepRegister register;

    ParkResource(KeepRegister register) {
        this.register = register;
    }

    record ParkRequest(@Nullable String name) {}

    record ParkView(String code, String name) {
        static ParkView of(Park park) {
            return new ParkView(park.code(), park.name());
        }
    }

    /** @param next cursor of the following page, null on the last */
    record ParkPage(List<ParkView> items, @Nullable String next) {}

    @PUT
    @Path("{code}")
    @RolesAllowed(Role.OFFICE)
    @APIResponse(responseCode = "200", description = "Written anew")
    @APIResponseSchema(value = ParkView.class, responseCode = "201")
    public RestResponse<ParkView> write(
            String code, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable ParkRequest request) {
        var checks = new Checks();
        var checked = checks.code("/code", code);
        var name = checks.text("/name", CompleteBody.required(request).name(), 100);
        checks.passed();
        var written = register.writePark(checked, name, EntityVersion.expected(ifMatch));
        return ResponseBuilder.<ParkView>create(written.isNew() ? 201 : 200)
                .entity(ParkView.of(written.park()))
                .tag(EntityVersion.tag(written.park().version()))
                .build();
    }

    @GET
    @RolesAllowed({Role.OFFICE, Role.SURVEYOR, Role.LEADER})
    @Parameter(name = "limit", in = ParameterIn.QUERY, schema = @Schema(implementation = Integer.class))
    @Parameter(name = "cursor", in = ParameterIn.QUERY, schema = @Schema(implementation = String.class))
    public ParkPage byCode(@Context UriInfo uri) {
        var query = QueryParameters.of(uri, "limit", "cursor");
        var limit = Slice.limit(query);
        var found = register.parks(query.text("cursor").orElse(null), limit + 1);
        var page = found.subList(0, Math.min(limit, found.size()));
        return new ParkPage(
                page.stream().map(ParkView::of).toList(),
                found.size() > limit ? page.getLast().code() : null);
    }

    @GET
    @Path("{code}")
    @RolesAllowed({Role.OFFICE, Role.SURVEYOR, Role.LEADER})
    public RestResponse<ParkView> one(String code) {
        var park = register.park(code);
        return ResponseBuilder.ok(ParkView.of(park))
                .tag(EntityVersion.tag(park.version()))
                .build();
    }
}
