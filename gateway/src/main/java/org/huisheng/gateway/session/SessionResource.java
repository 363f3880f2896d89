package org.huisheng.gateway.session;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.huisheng.gateway.edge.Origins;
import org.huisheng.kit.problem.DomainException.NotAuthenticated;
import org.huisheng.kit.web.CompleteBody;
import org.huisheng.kit.web.CompleteBody.ByRule;
import org.jspecify.annotations.Nullable;

/** Signing a browser in and out. The cookie is read by {@link SessionRoutes} and by nobody after it. */
@Path("/api/auth/v1/sessions")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "sessions")
class SessionResource {

    @ByRule
    record SignInRequest(String username, String password) {
        @Override
        public String toString() {
            return "SignInRequest[" + username + "]";
        }
    }

    /**
     * @param foreign whether they have their password elsewhere
     * @param csrfToken to be sent as {@code X-CSRF-Token} with whatever changes something
     */
    record SessionView(
            String username,
            String name,
            List<String> roles,
            @Nullable String department,
            boolean mustChangePassword,
            boolean foreign,
            String csrfToken,
            Instant expiresAt) {

        static SessionView of(Granted grant) {
            var session = grant.session();
            return new SessionView(
                    session.username(),
                    session.name(),
                    session.roles().stream().sorted().toList(),
                    session.department(),
                    session.mustChangePassword(),
                    session.foreign(),
                    grant.csrfToken(),
                    session.expiresAt());
        }
    }

    /** @param signOut where to send the browser now, so that it is signed out at the OIDC provider as well */
    record SignedOutView(String signOut) {}

    private final SignIn signIn;
    private final SignOut signOut;
    private final Origins origins;
    private final CurrentVertxRequest request;

    SessionResource(SignIn signIn, SignOut signOut, Origins origins, CurrentVertxRequest request) {
        this.origins = origins;
        this.signIn = signIn;
        this.signOut = signOut;
        this.request = request;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Sign a browser in; the session is in the cookie")
    @APIResponseSchema(value = SessionView.class, responseCode = "201")
    @APIResponse(responseCode = "401", description = "Unknown username or wrong password")
    @APIResponse(responseCode = "429", description = "Too many failed attempts; see Retry-After")
    public Response signIn(@Nullable SignInRequest body) throws SQLException {
        var wanted = CompleteBody.required(body);
        var exchange = request.getCurrent();
        var grant = signIn.signIn(
                wanted.username(), wanted.password(), origins.address(http()), SessionRoutes.of(exchange));
        return answer(Response.status(Response.Status.CREATED), SessionCookie.of(grant.secret(), isHttps()))
                .entity(SessionView.of(grant))
                .build();
    }

    @GET
    @Path("current")
    @Operation(summary = "Who is signed in in this browser")
    @APIResponseSchema(SessionView.class)
    @APIResponse(responseCode = "401", description = "Nobody is")
    public Response current() {
        return Response.ok(SessionView.of(required()))
                .header("Cache-Control", "no-store")
                .build();
    }

    @DELETE
    @Path("current")
    @Operation(summary = "Sign out")
    @APIResponse(responseCode = "204", description = "Signed out")
    @APIResponse(
            responseCode = "200",
            description = "Signed out here; the browser has to go on to where it signed in",
            content = @Content(schema = @Schema(implementation = SignedOutView.class)))
    public Response signOut() throws SQLException {
        return signedOut(signOut.here(required()));
    }

    @DELETE
    @Operation(summary = "Sign out everywhere; refresh tokens end too")
    @APIResponse(responseCode = "204", description = "Signed out")
    @APIResponse(
            responseCode = "200",
            description = "Signed out here; the browser has to go on to where it signed in",
            content = @Content(schema = @Schema(implementation = SignedOutView.class)))
    public Response signOutEverywhere() throws SQLException {
        return signedOut(signOut.everywhere(required()));
    }

    private Response signedOut(Optional<String> elsewhere) {
        var gone = SessionCookie.gone(isHttps());
        return elsewhere
                .map(address -> answer(Response.ok(new SignedOutView(address)), gone))
                .orElseGet(() -> answer(Response.noContent(), gone))
                .build();
    }

    private Granted required() {
        var grant = SessionRoutes.of(request.getCurrent());
        if (grant == null) {
            throw new NotAuthenticated("http-401", "Bearer realm=\"huisheng\"");
        }
        return grant;
    }

    private boolean isHttps() {
        return origins.isHttps(http());
    }

    private HttpServerRequest http() {
        return request.getCurrent().request();
    }

    private static ResponseBuilder answer(ResponseBuilder answer, String cookie) {
        return answer.header("Set-Cookie", cookie).header("Cache-Control", "no-store");
    }
}
