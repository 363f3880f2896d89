package org.huisheng.kpi.contract.item;

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
import org.huisheng.kpi.contract.Contract;
import org.huisheng.kpi.contract.Contracts;
import org.huisheng.kpi.contract.item.RecordItem.NewRecord;
import org.huisheng.kpi.web.Answers;
import org.huisheng.kpi.web.Page;
import org.jspecify.annotations.Nullable;

/** Vetoes that struck and bonuses that were granted in a contract's year, entered for any of its versions. */
@Path("/v1/contracts/{id}/records")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.OFFICE, Role.ADMIN, Role.LEADER, Role.ANALYST, Role.LIAISON})
@RunOnVirtualThread
class ItemRecordResource {

    private final Contracts contracts;
    private final ItemRecords records;
    private final RecordItem recordItem;
    private final RevokeRecord revokeRecord;
    private final Caller caller;
    private final Answers answers;

    ItemRecordResource(
            Contracts contracts,
            ItemRecords records,
            RecordItem recordItem,
            RevokeRecord revokeRecord,
            Caller caller,
            Answers answers) {
        this.contracts = contracts;
        this.records = records;
        this.recordItem = recordItem;
        this.revokeRecord = revokeRecord;
        this.caller = caller;
        this.answers = answers;
    }

    record Reason(@Nullable String reason) {}

    /** Only for the API's description. */
    record ItemRecordPage(List<ItemRecord> items, @Nullable String next) {}

    @POST
    @RolesAllowed(Role.OFFICE)
    @APIResponseSchema(value = ItemRecord.class, responseCode = "201")
    public Response enter(UUID id, @Nullable NewRecord wanted, @Context UriInfo uri) {
        var record = recordItem.record(id, CompleteBody.required(wanted), caller.name());
        return Response.status(Status.CREATED)
                .header("Location", uri.getRequestUri().getPath() + "/" + record.id())
                .entity(record)
                .build();
    }

    @GET
    @APIResponseSchema(ItemRecordPage.class)
    public Response list(
            UUID id,
            @QueryParam("limit") @DefaultValue("50") int limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context Request request) {
        var contract = visible(id);
        var size = Page.size(limit);
        var rows = records.list(contract.department(), contract.year(), Page.id(cursor), size + 1);
        return answers.json(Page.of(rows, size, record -> record.id().toString()), request);
    }

    @GET
    @Path("{record}")
    @APIResponseSchema(ItemRecord.class)
    @APIResponse(responseCode = "304", description = "The copy still stands")
    public Response one(UUID id, UUID record, @Context Request request) {
        var contract = visible(id);
        return answers.json(
                records.find(contract.department(), contract.year(), record)
                        .orElseThrow(() -> new NotFound("item-record", record)),
                request);
    }

    @POST
    @Path("{record}/revocation")
    @RolesAllowed(Role.OFFICE)
    public ItemRecord revoke(UUID id, UUID record, @Nullable Reason why) {
        return revokeRecord.revoke(
                visible(id), record, CompleteBody.required(why).reason(), caller.name());
    }

    private Contract visible(UUID id) {
        var contract = contracts.byId(id).orElseThrow(() -> new NotFound("contract", id));
        caller.requireDepartment(contract.department());
        return contract;
    }
}
