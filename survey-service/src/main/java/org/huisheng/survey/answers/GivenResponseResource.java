package org.huisheng.survey.answers;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.huisheng.kit.audit.ReadsPersonalData;
import org.huisheng.kit.problem.DomainException.NotFound;
import org.huisheng.kit.security.Role;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** One response, as where the lineage of a figure leads. */
@Path("/v1/responses/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.OFFICE)
@ReadsPersonalData
@RunOnVirtualThread
class GivenResponseResource {

    private final GivenResponses responses;

    GivenResponseResource(GivenResponses responses) {
        this.responses = responses;
    }

    /** An anonymous response is none that can be asked for, and one taken back is not there any more: both are not found. */
    @GET
    public RestResponse<GivenResponse> response(UUID id) {
        var found = responses.find(id).orElseThrow(() -> new NotFound("response", id));
        return ResponseBuilder.ok(found).header("Cache-Control", "no-store").build();
    }
}
