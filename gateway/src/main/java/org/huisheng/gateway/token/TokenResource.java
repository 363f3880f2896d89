package org.huisheng.gateway.token;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.huisheng.gateway.edge.Origins;
import org.huisheng.gateway.token.IssueToken.IssuedToken;
import org.huisheng.kit.web.CompleteBody;
import org.huisheng.kit.web.CompleteBody.ByRule;
import org.jspecify.annotations.Nullable;

@Path("/api/auth/v1/tokens")
@PermitAll
@RunOnVirtualThread
@Tag(name = "identity")
class TokenResource {

    @ByRule
    record Credentials(String username, String password) {
        @Override
        public String toString() {
            return "Credentials[" + username + "]";
        }
    }

    @ByRule
    record RefreshRequest(String refreshToken) {
        @Override
        public String toString() {
            return "RefreshRequest";
        }
    }

    /** @param expiresIn seconds @param refreshToken good once */
    record TokenView(
            String accessToken,
            String tokenType,
            long expiresIn,
            List<String> roles,
            @Nullable String department,
            String refreshToken) {
        static TokenView of(IssuedToken issued) {
            var account = issued.account();
            return new TokenView(
                    issued.value(),
                    "Bearer",
                    issued.life().toSeconds(),
                    account.roles().stream().sorted().toList(),
                    account.department(),
                    issued.refreshToken().text());
        }

        @Override
        public String toString() {
            return "TokenView";
        }
    }

    private final IssueToken issueToken;
    private final Origins origins;

    TokenResource(IssueToken issueToken, Origins origins) {
        this.issueToken = issueToken;
        this.origins = origins;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Trade username and password for an access token")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TokenView.class)))
    @APIResponse(responseCode = "401", description = "Unknown username or wrong password")
    @APIResponse(responseCode = "403", description = "The temporary password has to be changed first")
    @APIResponse(responseCode = "429", description = "Too many failed attempts; see Retry-After")
    public Response issue(@Nullable Credentials credentials, @Context HttpServerRequest request) throws SQLException {
        var known = CompleteBody.required(credentials);
        return answer(issueToken.issue(known.username(), known.password(), origins.address(request)));
    }

    @POST
    @Path("refresh")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Trade a refresh token for an access token and the next refresh token")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TokenView.class)))
    @APIResponse(responseCode = "401", description = "It is none, has ended, or was used before")
    public Response refresh(@Nullable RefreshRequest body) throws SQLException {
        return answer(issueToken.refresh(CompleteBody.required(body).refreshToken()));
    }

    private static Response answer(IssuedToken issued) {
        return Response.ok(TokenView.of(issued))
                .header("Cache-Control", "no-store")
                .build();
    }
}
