package org.huisheng.feedback.visit;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.huisheng.feedback.request.Checks;
import org.huisheng.kit.security.Role;
import org.huisheng.kit.web.CompleteBody;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** What surveyors bring home. */
@Path("/v1/visits")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class CompletionResource {

    private final CompleteVisit completeVisit;
    private final CompleteBatch completeBatch;
    private final VisitConfig config;
    private final Clock clock;

    CompletionResource(CompleteVisit completeVisit, CompleteBatch completeBatch, VisitConfig config, Clock clock) {
        this.completeVisit = completeVisit;
        this.completeBatch = completeBatch;
        this.config = config;
        this.clock = clock;
    }

    /** 201 for the report that was stored, 200 for one that was there with the same content. */
    @POST
    @Path("{id}/completion")
    @RolesAllowed({Role.OFFICE, Role.SURVEYOR})
    @APIResponse(responseCode = "200", description = "Kept before, with the same content")
    @APIResponseSchema(value = VisitView.class, responseCode = "201")
    public RestResponse<VisitView> complete(UUID id, @Nullable CompletionRequest request, @Context UriInfo uri) {
        var wanted = CompleteBody.required(request);
        var checks = new Checks();
        var report = wanted.check(checks, clock.instant(), config.category());
        var where = wanted.where(checks);
        checks.passed();
        var completed = completeVisit.complete(id, where, report);
        var response = ResponseBuilder.<VisitView>create(completed.isNew() ? 201 : 200)
                .header("Location", uri.getRequestUri().resolve(".").getPath().replaceFirst("/$", ""));
        return VisitView.answer(response, completed.file());
    }

    @POST
    @Path("completions/batch")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.OFFICE, Role.SURVEYOR})
    public CompleteBatch.CompletionsView completeAll(
            @RequestBody(content = @Content(schema = @Schema(implementation = CompleteBatch.CompletionsRequest.class)))
                    @Nullable
                    JsonNode body,
            @HeaderParam("Accept-Language") @Nullable String language) {
        return completeBatch.complete(CompleteBody.required(body), language);
    }
}
