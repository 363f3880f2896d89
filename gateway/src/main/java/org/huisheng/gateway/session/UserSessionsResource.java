package org.huisheng.gateway.session;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import java.sql.SQLException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Somebody else's sessions, for administrators. */
@Path("/api/auth/v1/users/{username}/sessions")
@RolesAllowed("ADMIN")
@RunOnVirtualThread
@Tag(name = "users")
class UserSessionsResource {

    private final SignOut signOut;

    UserSessionsResource(SignOut signOut) {
        this.signOut = signOut;
    }

    @DELETE
    @Operation(summary = "End all sessions and refresh tokens of somebody")
    @APIResponse(responseCode = "204", description = "Ended")
    public void end(String username) throws SQLException {
        signOut.everywhere(username);
    }
}
