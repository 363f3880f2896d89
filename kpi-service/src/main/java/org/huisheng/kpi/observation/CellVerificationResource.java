package org.huisheng.kpi.observation;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.huisheng.kit.security.Role;
import org.huisheng.kpi.observation.Cells.Verification;

/** Proves on demand that the cells are what the rows add up to. */
@Path("/v1/cells/verification")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.ADMIN)
@RunOnVirtualThread
class CellVerificationResource {

    private final Cells cells;

    CellVerificationResource(Cells cells) {
        this.cells = cells;
    }

    @GET
    public Verification verify() {
        return cells.verify();
    }
}
