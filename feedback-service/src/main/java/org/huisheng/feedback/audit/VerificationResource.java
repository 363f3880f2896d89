package org.huisheng.feedback.audit;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.huisheng.feedback.audit.VerifyTimelines.Segment;
import org.huisheng.feedback.request.QueryParameters;
import org.huisheng.kit.security.Role;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Proof that no history was altered, in pieces of bounded cost. */
@Path("/v1/audit/verification")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class VerificationResource {

    private static final int DEFAULT_LIMIT = 500;
    private static final int MAX_LIMIT = 2_000;

    private final VerifyTimelines verifyTimelines;

    VerificationResource(VerifyTimelines verifyTimelines) {
        this.verifyTimelines = verifyTimelines;
    }

    /** One case, or as many as {@code limit} from {@code cursor} on; {@code next} is the cursor of what is left. */
    @GET
    @RolesAllowed(Role.ADMIN)
    @Parameter(name = "case", in = ParameterIn.QUERY, schema = @Schema(implementation = UUID.class))
    @Parameter(name = "cursor", in = ParameterIn.QUERY, schema = @Schema(implementation = UUID.class))
    @Parameter(name = "limit", in = ParameterIn.QUERY, schema = @Schema(implementation = Integer.class))
    public RestResponse<Segment> verify(@Context UriInfo uri) {
        var query = QueryParameters.of(uri, "case", "cursor", "limit");
        var segment = query.id("case")
                .map(verifyTimelines::one)
                .orElseGet(() -> verifyTimelines.segment(
                        query.id("cursor").orElse(null),
                        query.number("limit", 1, MAX_LIMIT).orElse(DEFAULT_LIMIT)));
        return ResponseBuilder.ok(segment).header("Cache-Control", "no-store").build();
    }
}
