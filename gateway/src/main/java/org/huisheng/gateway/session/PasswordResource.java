package org.huisheng.gateway.session;

import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.huisheng.gateway.account.ChangePassword;
import org.huisheng.gateway.edge.Origins;
import org.huisheng.kit.web.CompleteBody;
import org.huisheng.kit.web.CompleteBody.ByRule;
import org.jspecify.annotations.Nullable;

/** One's own password. */
@Path("/api/auth/v1/password")
@Authenticated
@RunOnVirtualThread
@Tag(name = "sessions")
class PasswordResource {

    @ByRule
    record NewPassword(String currentPassword, String newPassword) {
        @Override
        public String toString() {
            return "NewPassword";
        }
    }

    private final ChangePassword changePassword;
    private final Sessions sessions;
    private final SessionAccess access;
    private final SecurityIdentity caller;
    private final Origins origins;
    private final CurrentVertxRequest request;

    PasswordResource(
            ChangePassword changePassword,
            Sessions sessions,
            SessionAccess access,
            SecurityIdentity caller,
            Origins origins,
            CurrentVertxRequest request) {
        this.changePassword = changePassword;
        this.sessions = sessions;
        this.access = access;
        this.caller = caller;
        this.origins = origins;
        this.request = request;
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Change one's password; all other sessions and all refresh tokens end")
    @APIResponse(responseCode = "204", description = "Changed")
    @APIResponse(responseCode = "401", description = "The current password is another one")
    @APIResponse(responseCode = "409", description = "It is the OIDC provider's to change")
    @APIResponse(responseCode = "422", description = "The new password is too short, too long or too plain")
    @APIResponse(responseCode = "429", description = "Too many failed attempts; see Retry-After")
    public void change(@Nullable NewPassword body) throws SQLException {
        var wanted = CompleteBody.required(body);
        var exchange = request.getCurrent();
        var changed = changePassword.change(
                caller.getPrincipal().getName(),
                wanted.currentPassword(),
                wanted.newPassword(),
                origins.address(exchange.request()));
        var grant = SessionRoutes.of(exchange);
        if (grant != null) {
            sessions.carryOver(grant.secret(), changed);
        }
        access.forgetAll(changed.username());
    }
}
