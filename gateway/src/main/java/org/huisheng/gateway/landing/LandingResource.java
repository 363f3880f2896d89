package org.huisheng.gateway.landing;

import io.smallrye.common.annotation.NonBlocking;
import io.vertx.core.http.HttpServerResponse;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.huisheng.kit.problem.ProblemTexts;
import org.jspecify.annotations.Nullable;

@Path("/")
@PermitAll
class LandingResource {

    private static final String HTML = "text/html;charset=UTF-8";

    private final LandingPage page;

    LandingResource(LandingPage page) {
        this.page = page;
    }

    @GET
    @NonBlocking
    @Produces(HTML)
    @Operation(hidden = true)
    public Response landing(
            @QueryParam("lang") @Nullable String lang,
            @HeaderParam("Accept-Language") @Nullable String accepted,
            @Context HttpServerResponse response) {
        var locale = ProblemTexts.negotiate(lang == null ? accepted : lang);
        // In place of the general policy; a second one beside it would forbid the page its own style.
        response.putHeader("Content-Security-Policy", page.contentSecurityPolicy());
        return Response.ok(page.in(locale), HTML)
                .header("Content-Language", locale.toLanguageTag())
                .header("Cache-Control", "no-cache")
                .header("Vary", "Accept-Language")
                .build();
    }
}
