package org.huisheng.kpi.contract.template;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.huisheng.kit.problem.DomainException.NotFound;
import org.huisheng.kit.security.Caller;
import org.huisheng.kit.security.Role;
import org.huisheng.kit.web.CompleteBody;
import org.huisheng.kpi.web.Answers;
import org.huisheng.kpi.web.Page;
import org.jspecify.annotations.Nullable;

/** Templates of contracts, version by version. */
@Path("/v1/contract-templates")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.OFFICE, Role.ADMIN, Role.LEADER, Role.ANALYST})
@RunOnVirtualThread
class ContractTemplateResource {

    private final ContractTemplates templates;
    private final StandardTemplate standardTemplate;
    private final PublishTemplate publishTemplate;
    private final Caller caller;
    private final Answers answers;

    ContractTemplateResource(
            ContractTemplates templates,
            StandardTemplate standardTemplate,
            PublishTemplate publishTemplate,
            Caller caller,
            Answers answers) {
        this.templates = templates;
        this.standardTemplate = standardTemplate;
        this.publishTemplate = publishTemplate;
        this.caller = caller;
        this.answers = answers;
    }

    /** Only for the API's description. */
    record ContractTemplatePage(
            List<ContractTemplate> items, @Nullable String next) {}

    @POST
    @RolesAllowed(Role.OFFICE)
    @APIResponseSchema(value = ContractTemplate.class, responseCode = "201")
    public Response publish(@Nullable TemplateProposal proposal, @Context UriInfo uri) {
        var template = publishTemplate.publish(CompleteBody.required(proposal), caller.name());
        return Response.status(Status.CREATED)
                .header("Location", uri.getRequestUri().getPath() + "/" + template.id())
                .entity(template)
                .build();
    }

    @GET
    @APIResponseSchema(ContractTemplatePage.class)
    public Response list(
            @QueryParam("code") @Nullable String code,
            @QueryParam("limit") @DefaultValue("50") int limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context Request request) {
        var size = Page.size(limit);
        var rows = templates.list(code, Page.id(cursor), size + 1);
        return answers.json(Page.of(rows, size, template -> template.id().toString()), request);
    }

    /** What a template can begin with; it can be published as it is. */
    @GET
    @Path("standard")
    @APIResponseSchema(TemplateProposal.class)
    @APIResponse(responseCode = "304", description = "The copy still stands")
    public Response standard(@Context Request request) {
        return answers.json(standardTemplate.proposal(), request);
    }

    @GET
    @Path("{id}")
    @APIResponseSchema(ContractTemplate.class)
    @APIResponse(responseCode = "304", description = "The copy still stands")
    public Response one(UUID id, @Context Request request) {
        return answers.json(templates.byId(id).orElseThrow(() -> new NotFound("contract-template", id)), request);
    }
}
