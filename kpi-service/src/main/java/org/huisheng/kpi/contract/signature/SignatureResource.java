package org.huisheng.kpi.contract.signature;

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
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.huisheng.kit.problem.DomainException.NotAllowed;
import org.huisheng.kit.problem.DomainException.NotFound;
import org.huisheng.kit.security.Caller;
import org.huisheng.kit.security.Role;
import org.huisheng.kpi.contract.Contract;
import org.huisheng.kpi.contract.Contracts;
import org.huisheng.kpi.contract.Party;

/** Signing: the office for itself, a liaison for their department. */
@Path("/v1/contracts/{id}/signatures")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.OFFICE, Role.LIAISON})
@RunOnVirtualThread
class SignatureResource {

    private final Contracts contracts;
    private final SignContract signContract;
    private final Caller caller;

    SignatureResource(Contracts contracts, SignContract signContract, Caller caller) {
        this.contracts = contracts;
        this.signContract = signContract;
        this.caller = caller;
    }

    @POST
    @APIResponseSchema(value = Contract.class, responseCode = "201")
    public Response sign(UUID id, @Context UriInfo uri) {
        var party = caller.hasRole(Role.OFFICE) ? Party.OFFICE : Party.DEPARTMENT;
        if (party == Party.DEPARTMENT) {
            var contract = contracts.byId(id).orElseThrow(() -> new NotFound("contract", id));
            requireOwn(contract.department());
        }
        var signed = signContract.sign(id, party, caller.name());
        return Response.status(Status.CREATED)
                .header("Location", uri.getBaseUri().getPath() + "v1/contracts/" + id)
                .entity(signed)
                .build();
    }

    /** Who may see every department, like a leader, still signs for none but their own. */
    private void requireOwn(String department) {
        if (!caller.department().equals(Optional.of(department))) {
            throw new NotAllowed("foreign-department");
        }
    }
}
