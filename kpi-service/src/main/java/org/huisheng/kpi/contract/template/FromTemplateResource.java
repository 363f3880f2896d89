package org.huisheng.kpi.contract.template;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.huisheng.kit.security.Caller;
import org.huisheng.kit.security.Role;
import org.huisheng.kit.web.CompleteBody;
import org.huisheng.kpi.contract.Contract;
import org.huisheng.kpi.contract.template.ConcludeFromTemplate.Wanted;
import org.jspecify.annotations.Nullable;

/** Contracts for several departments at once. */
@Path("/v1/contracts/from-template")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.OFFICE)
@RunOnVirtualThread
class FromTemplateResource {

    private final ConcludeFromTemplate concludeFromTemplate;
    private final Caller caller;

    FromTemplateResource(ConcludeFromTemplate concludeFromTemplate, Caller caller) {
        this.concludeFromTemplate = concludeFromTemplate;
        this.caller = caller;
    }

    record Concluded(List<Contract> items) {}

    @POST
    @APIResponseSchema(value = Concluded.class, responseCode = "201")
    public Response conclude(@Nullable Wanted wanted, @Context UriInfo uri) {
        var contracts = concludeFromTemplate.conclude(CompleteBody.required(wanted), caller.name());
        return Response.status(Status.CREATED)
                .header(
                        "Location",
                        uri.getBaseUri().getPath() + "v1/contracts?year="
                                + contracts.getFirst().year())
                .entity(new Concluded(contracts))
                .build();
    }
}
