package org.huisheng.kpi.seal;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.huisheng.kit.security.Role;
import org.huisheng.kpi.seal.SealResource.RequestView;
import org.huisheng.kpi.web.Page;
import org.jspecify.annotations.Nullable;

/** What waits for a second person, whatever its period. */
@Path("/v1/seal-requests")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class SealRequestListResource {

    private final SealRequests requests;
    private final Clock clock;

    SealRequestListResource(SealRequests requests, Clock clock) {
        this.requests = requests;
        this.clock = clock;
    }

    /** Only for the API's description. */
    record SealRequestPage(
            List<RequestView> items, @Nullable String next) {}

    @GET
    @RolesAllowed({Role.OFFICE, Role.ADMIN, Role.LEADER})
    @APIResponseSchema(SealRequestPage.class)
    public Page<RequestView> list(
            @QueryParam("limit") @DefaultValue("50") int limit, @QueryParam("cursor") @Nullable String cursor) {
        var size = Page.size(limit);
        var rows = requests.open(clock.instant(), Page.key(cursor), size + 1);
        return Page.of(rows, size, request -> request.period().text()).map(RequestView::of);
    }
}
