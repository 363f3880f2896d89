package org.huisheng.kpi.rebuild;

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
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.huisheng.kit.problem.DomainException.Malformed;
import org.huisheng.kit.problem.DomainException.NotFound;
import org.huisheng.kit.problem.DomainException.RuleViolated;
import org.huisheng.kit.problem.Violation;
import org.huisheng.kit.security.Caller;
import org.huisheng.kit.security.Role;
import org.huisheng.kit.web.CompleteBody;
import org.huisheng.kpi.web.Page;
import org.jspecify.annotations.Nullable;

/** Making all cells anew, for administrators. Small groups are among the differences, so nobody else sees them. */
@Path("/v1/rebuilds")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.ADMIN)
@RunOnVirtualThread
class RebuildResource {

    private final RunRebuild runRebuild;
    private final Rebuilds rebuilds;
    private final Caller caller;

    RebuildResource(RunRebuild runRebuild, Rebuilds rebuilds, Caller caller) {
        this.runRebuild = runRebuild;
        this.rebuilds = rebuilds;
        this.caller = caller;
    }

    record RebuildOrder(Rebuild.@Nullable Source source) {}

    /** Only for the API's description. */
    record RebuildPage(List<Rebuild> items, @Nullable String next) {}

    /** Only for the API's description. */
    record DifferencePage(
            List<CountDifference> items, @Nullable String next) {}

    @POST
    @APIResponseSchema(value = Rebuild.class, responseCode = "202")
    public Response begin(@Nullable RebuildOrder order, @Context UriInfo uri) {
        var source = CompleteBody.required(order).source();
        if (source == null) {
            throw new RuleViolated(List.of(new Violation("/source", "required")));
        }
        var id = runRebuild.begin(source, caller.name());
        return Response.accepted(one(id))
                .header("Location", uri.getRequestUri().getPath() + "/" + id)
                .build();
    }

    @GET
    @APIResponseSchema(RebuildPage.class)
    public Page<Rebuild> list(
            @QueryParam("limit") @DefaultValue("50") int limit, @QueryParam("cursor") @Nullable String cursor) {
        var size = Page.size(limit);
        return Page.of(
                rebuilds.list(Page.id(cursor), size + 1),
                size,
                rebuild -> rebuild.id().toString());
    }

    @GET
    @Path("{id}")
    public Rebuild one(UUID id) {
        return rebuilds.byId(id).orElseThrow(() -> new NotFound("rebuild", id));
    }

    @GET
    @Path("{id}/differences")
    @APIResponseSchema(DifferencePage.class)
    public Page<CountDifference> differences(
            UUID id,
            @QueryParam("limit") @DefaultValue("100") int limit,
            @QueryParam("cursor") @Nullable String cursor) {
        one(id);
        var size = Page.size(limit);
        return Page.of(
                rebuilds.differences(id, position(cursor), size + 1),
                size,
                difference -> Long.toString(difference.position()));
    }

    private static long position(@Nullable String cursor) {
        var key = Page.key(cursor);
        try {
            return key == null ? 0 : Long.parseLong(key);
        } catch (NumberFormatException notOurs) {
            throw new Malformed("bad-cursor");
        }
    }
}
