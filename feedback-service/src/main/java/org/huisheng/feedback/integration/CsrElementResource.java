package org.huisheng.feedback.integration;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.huisheng.feedback.integration.CsrElement.Asked;
import org.huisheng.feedback.integration.CsrElementView.CsrElementPage;
import org.huisheng.feedback.integration.CsrElementView.WholeCsrElementView;
import org.huisheng.feedback.integration.CsrElements.Filter;
import org.huisheng.feedback.integration.CsrStaging.Proof;
import org.huisheng.feedback.request.Checks;
import org.huisheng.feedback.request.Keyset;
import org.huisheng.feedback.request.QueryParameters;
import org.huisheng.feedback.request.Slice;
import org.huisheng.kit.audit.ReadsPersonalData;
import org.huisheng.kit.security.Role;
import org.huisheng.kit.web.CompleteBody;
import org.huisheng.kit.web.EntityVersion;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** What social responsibility asks for in processes, and how far each has come. */
@Path("/v1/csr-elements")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class CsrElementResource {

    private final EmbedElements embedElements;

    CsrElementResource(EmbedElements embedElements) {
        this.embedElements = embedElements;
    }

    /** @param process cannot be another one later */
    record CsrElementRequest(
            @Nullable UUID id,
            @Nullable String process,
            @Nullable String step,
            @Nullable String title,
            @Nullable String detail) {}

    record CsrElementRevision(
            @Nullable String step,
            @Nullable String title,
            @Nullable String detail) {}

    /** @param reference of the evidence: the number of a document, where a photograph is */
    record CsrStageRequest(
            @Nullable CsrStage stage,
            @Nullable String title,
            @Nullable String reference) {}

    record CsrRetirementRequest(@Nullable String reason) {}

    @POST
    @RolesAllowed({Role.OFFICE, Role.LIAISON})
    @APIResponse(responseCode = "200", description = "Kept before, with the same content")
    @APIResponseSchema(value = CsrElementView.class, responseCode = "201")
    public RestResponse<CsrElementView> plan(@Nullable CsrElementRequest request, @Context UriInfo uri) {
        var wanted = CompleteBody.required(request);
        var checks = new Checks();
        var process = checks.code("/process", wanted.process());
        var asked = asked(checks, wanted.step(), wanted.title(), wanted.detail());
        var kept = embedElements.plan(wanted.id(), process, asked);
        return CsrElementView.answer(
                ResponseBuilder.<CsrElementView>create(kept.isNew() ? 201 : 200)
                        .header(
                                "Location",
                                uri.getRequestUri().getPath() + "/"
                                        + kept.element().id()),
                kept.element());
    }

    @PUT
    @Path("{id}")
    @RolesAllowed({Role.OFFICE, Role.LIAISON})
    public RestResponse<CsrElementView> revise(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable CsrElementRevision request) {
        var wanted = CompleteBody.required(request);
        var asked = asked(new Checks(), wanted.step(), wanted.title(), wanted.detail());
        return answer(embedElements.revise(id, EntityVersion.expected(ifMatch), asked));
    }

    private static Asked asked(Checks checks, @Nullable String step, @Nullable String title, @Nullable String detail) {
        var asked = new Asked(
                checks.optionalText("/step", step, 64),
                checks.text("/title", title, 200),
                checks.optionalText("/detail", detail, 2000));
        checks.passed();
        return asked;
    }

    /** Takes it to the next stage. */
    @POST
    @Path("{id}/stages")
    @RolesAllowed({Role.OFFICE, Role.LIAISON})
    public RestResponse<CsrElementView> reach(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable CsrStageRequest request) {
        var wanted = CompleteBody.required(request);
        var checks = new Checks();
        var stage = checks.required("/stage", wanted.stage(), CsrStage.EMBEDDED);
        var proof = new Proof(
                checks.text("/title", wanted.title(), 200), checks.text("/reference", wanted.reference(), 500));
        checks.passed();
        return answer(embedElements.reach(id, EntityVersion.expected(ifMatch), stage, proof));
    }

    @POST
    @Path("{id}/retirement")
    @RolesAllowed({Role.OFFICE, Role.LIAISON})
    public RestResponse<CsrElementView> retire(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable CsrRetirementRequest request) {
        var checks = new Checks();
        var reason = checks.text("/reason", CompleteBody.required(request).reason(), 2000);
        checks.passed();
        return answer(embedElements.retire(id, EntityVersion.expected(ifMatch), reason));
    }

    /** The latest first. */
    @GET
    @ReadsPersonalData
    @RolesAllowed({Role.OFFICE, Role.ADMIN, Role.LEADER, Role.LIAISON})
    @Parameter(name = "process", in = ParameterIn.QUERY, schema = @Schema(implementation = String.class))
    @Parameter(name = "department", in = ParameterIn.QUERY, schema = @Schema(implementation = String.class))
    @Parameter(name = "stage", in = ParameterIn.QUERY, schema = @Schema(implementation = CsrStage.class))
    @Parameter(name = "limit", in = ParameterIn.QUERY, schema = @Schema(implementation = Integer.class))
    @Parameter(name = "cursor", in = ParameterIn.QUERY, schema = @Schema(implementation = String.class))
    public CsrElementPage latest(@Context UriInfo uri) {
        var query = QueryParameters.of(uri, "process", "department", "stage", "limit", "cursor");
        var limit = Slice.limit(query);
        var after = Slice.after(query);
        var filter = new Filter(
                query.text("process").orElse(null),
                query.text("department").orElse(null),
                query.constant("stage", CsrStage.class).orElse(null));
        var slice = Slice.of(
                embedElements.latest(filter, after == null ? null : after.id(), limit + 1),
                limit,
                element -> new Keyset("", element.id()));
        return new CsrElementPage(slice.items().stream().map(CsrElementView::of).toList(), slice.next());
    }

    @GET
    @ReadsPersonalData
    @Path("{id}")
    @RolesAllowed({Role.OFFICE, Role.ADMIN, Role.LEADER, Role.LIAISON})
    public RestResponse<WholeCsrElementView> one(UUID id) {
        return CsrElementView.answer(embedElements.one(id));
    }

    private static RestResponse<CsrElementView> answer(CsrElement element) {
        return CsrElementView.answer(ResponseBuilder.create(200), element);
    }
}
