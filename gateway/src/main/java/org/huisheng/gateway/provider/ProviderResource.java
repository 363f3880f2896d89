package org.huisheng.gateway.provider;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.huisheng.gateway.edge.Origins;
import org.huisheng.gateway.session.SignIn;
import org.huisheng.kit.problem.DomainException;
import org.huisheng.kit.problem.DomainException.NotAllowed;
import org.huisheng.kit.problem.DomainException.NotFound;
import org.jspecify.annotations.Nullable;

/** Signing in where people have an account already. What comes of it is a session like any other. */
@Path("/api/auth/v1/provider")
@PermitAll
@RunOnVirtualThread
@Tag(name = "sessions")
class ProviderResource {

    private static final String SIGN_IN = "/api/auth/v1/provider/sign-in";
    private static final String CONSOLE = "/console/";

    /** @param signIn where to send a browser; null if there is no provider */
    record ProviderView(@Nullable String signIn) {}

    private final Provider provider;
    private final AuthorizationCode code;
    private final SignInByProvider signIn;
    private final SignOutByProvider signOut;
    private final SignIn sessions;
    private final Origins origins;
    private final CurrentVertxRequest request;

    ProviderResource(
            Provider provider,
            AuthorizationCode code,
            SignInByProvider signIn,
            SignOutByProvider signOut,
            SignIn sessions,
            Origins origins,
            CurrentVertxRequest request) {
        this.provider = provider;
        this.code = code;
        this.signIn = signIn;
        this.signOut = signOut;
        this.sessions = sessions;
        this.origins = origins;
        this.request = request;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Whether people can sign in by an OIDC provider")
    @APIResponseSchema(ProviderView.class)
    public ProviderView provider() {
        return new ProviderView(provider.signsIn() ? SIGN_IN : null);
    }

    @GET
    @Path("sign-in")
    @Operation(summary = "Send a browser to the provider")
    @APIResponse(responseCode = "303", description = "To the provider")
    @APIResponse(responseCode = "404", description = "There is none")
    @APIResponse(responseCode = "503", description = "It does not answer")
    public Response signIn() {
        insistOnOne();
        var handshake = Handshake.begin();
        return to(code.request(handshake).toString(), handshake.cookie(isHttps()));
    }

    @GET
    @Path("callback")
    @Operation(summary = "Where the provider sends a browser back; a session begins if it vouches for somebody")
    @APIResponse(responseCode = "303", description = "To the console, which says so if it did not")
    @APIResponse(responseCode = "404", description = "There is none")
    public Response callback(
            @QueryParam("code") @Nullable String given,
            @QueryParam("state") @Nullable String state,
            @Parameter(hidden = true) @CookieParam(Handshake.COOKIE) @Nullable String cookie)
            throws SQLException {
        insistOnOne();
        try {
            var session = signIn.with(given, state, Handshake.of(cookie), request.getCurrent());
            return to(CONSOLE, session, Handshake.gone(isHttps()));
        } catch (NotAllowed nobody) {
            return to(refused(nobody), sessions.turnedAway(request.getCurrent()), Handshake.gone(isHttps()));
        } catch (DomainException refusal) {
            return to(refused(refusal), Handshake.gone(isHttps()));
        }
    }

    @POST
    @Path("sign-out")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(summary = "Where the provider says that somebody has signed out there; their sessions here end")
    @APIResponse(responseCode = "200", description = "They have ended, if there were any")
    @APIResponse(responseCode = "400", description = "The provider has not said so")
    @APIResponse(responseCode = "404", description = "There is none")
    public Response signOut(@FormParam("logout_token") @Nullable String logoutToken) throws SQLException {
        insistOnOne();
        signOut.with(logoutToken);
        return Response.ok().header("Cache-Control", "no-store").build();
    }

    /** Somebody looks at a page, not at an answer. */
    private static String refused(DomainException refusal) {
        return CONSOLE + "sign-in?refused=" + refusal.code();
    }

    private void insistOnOne() {
        if (!provider.signsIn()) {
            throw new NotFound("provider", "oidc");
        }
    }

    private boolean isHttps() {
        return origins.isHttps(request.getCurrent().request());
    }

    /** Not made absolute: what this process takes for its own address need not be the one it is reached at. */
    private static Response to(String address, String... cookies) {
        var answer = Response.status(Response.Status.SEE_OTHER)
                .header("Location", address)
                .header("Cache-Control", "no-store");
        for (var cookie : cookies) {
            answer.header("Set-Cookie", cookie);
        }
        return answer.build();
    }
}
