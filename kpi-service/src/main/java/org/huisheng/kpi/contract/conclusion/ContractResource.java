package org.huisheng.kpi.contract.conclusion;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.huisheng.kit.problem.DomainException.NotFound;
import org.huisheng.kit.security.Caller;
import org.huisheng.kit.security.Role;
import org.huisheng.kit.web.CompleteBody;
import org.huisheng.kit.web.EntityVersion;
import org.huisheng.kpi.contract.Contract;
import org.huisheng.kpi.contract.Contracts;
import org.huisheng.kpi.contract.Contracts.Filter;
import org.huisheng.kpi.contract.Party;
import org.huisheng.kpi.contract.conclusion.CopyContract.Copy;
import org.huisheng.kpi.web.AllowedSets;
import org.huisheng.kpi.web.Answers;
import org.huisheng.kpi.web.Page;
import org.jspecify.annotations.Nullable;

/** Performance contracts, version by version. */
@Path("/v1/contracts")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ContractResource {

    private final Contracts contracts;
    private final ConcludeContract concludeContract;
    private final CopyContract copyContract;
    private final Caller caller;
    private final AllowedSets sets;
    private final Answers answers;

    ContractResource(
            Contracts contracts,
            ConcludeContract concludeContract,
            CopyContract copyContract,
            Caller caller,
            AllowedSets sets,
            Answers answers) {
        this.contracts = contracts;
        this.concludeContract = concludeContract;
        this.copyContract = copyContract;
        this.caller = caller;
        this.sets = sets;
        this.answers = answers;
    }

    /** Only for the API's description. */
    record ContractPage(List<Contract> items, @Nullable String next) {}

    @POST
    @RolesAllowed(Role.OFFICE)
    @APIResponseSchema(value = Contract.class, responseCode = "201")
    public Response conclude(@Nullable ContractProposal proposal, @Context UriInfo uri) {
        return concluded(concludeContract.conclude(CompleteBody.required(proposal), caller.name()), uri);
    }

    @POST
    @Path("{id}/copy")
    @RolesAllowed(Role.OFFICE)
    @APIResponseSchema(value = Contract.class, responseCode = "201")
    public Response copy(UUID id, @Nullable Copy wanted, @Context UriInfo uri) {
        return concluded(copyContract.copy(id, CompleteBody.required(wanted), caller.name()), uri);
    }

    private static Response concluded(Contract contract, UriInfo uri) {
        return Response.status(Status.CREATED)
                .header("Location", uri.getBaseUri().getPath() + "v1/contracts/" + contract.id())
                .tag(EntityVersion.tag(contract.version()))
                .entity(contract)
                .build();
    }

    @GET
    @RolesAllowed({Role.OFFICE, Role.ADMIN, Role.LEADER, Role.ANALYST, Role.LIAISON})
    @APIResponseSchema(ContractPage.class)
    public Response list(
            @QueryParam("department") @Nullable String department,
            @QueryParam("year") @Nullable Integer year,
            @QueryParam("unsignedBy") @Nullable Party unsignedBy,
            @QueryParam("limit") @DefaultValue("50") int limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context Request request) {
        sets.require(AllowedSets.SCORES);
        var scope = department;
        if (department == null) {
            scope = caller.departmentScope().orElse(null);
        } else {
            caller.requireDepartment(department);
        }
        var size = Page.size(limit);
        var rows = contracts.list(new Filter(scope, year, unsignedBy), Page.id(cursor), size + 1);
        return answers.json(Page.of(rows, size, contract -> contract.id().toString()), request);
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Role.OFFICE, Role.ADMIN, Role.LEADER, Role.ANALYST, Role.LIAISON})
    @APIResponseSchema(Contract.class)
    @APIResponse(responseCode = "304", description = "The copy still stands")
    public Response one(UUID id, @Context Request request) {
        sets.require(AllowedSets.SCORES);
        var contract = contracts.byId(id).orElseThrow(() -> new NotFound("contract", id));
        caller.requireDepartment(contract.department());
        return answers.json(contract, request);
    }
}
