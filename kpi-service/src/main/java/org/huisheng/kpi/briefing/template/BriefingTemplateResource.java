package org.huisheng.kpi.briefing.template;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.huisheng.kit.problem.DomainException.Malformed;
import org.huisheng.kit.security.Caller;
import org.huisheng.kit.security.Role;
import org.huisheng.kit.web.CompleteBody;
import org.huisheng.kit.web.EntityVersion;
import org.huisheng.kpi.briefing.content.ContentProposal;
import org.huisheng.kpi.briefing.content.ContentRules;
import org.jspecify.annotations.Nullable;

/** What new issues begin with. Those begun stay as they are. */
@Path("/v1/briefing-template")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class BriefingTemplateResource {

    private final BriefingTemplates templates;
    private final Caller caller;

    BriefingTemplateResource(BriefingTemplates templates, Caller caller) {
        this.templates = templates;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Role.OFFICE, Role.LEADER, Role.ADMIN})
    @APIResponseSchema(BriefingTemplate.class)
    public Response present() {
        return answer(templates.present());
    }

    @PUT
    @RolesAllowed(Role.OFFICE)
    @APIResponseSchema(BriefingTemplate.class)
    public Response replace(@HeaderParam("If-Match") @Nullable String ifMatch, @Nullable ContentProposal proposal) {
        if (ifMatch == null) {
            throw new Malformed("if-match-required");
        }
        var content = ContentRules.check(CompleteBody.required(proposal));
        return answer(templates.replace(EntityVersion.expected(ifMatch), content, caller.name()));
    }

    private static Response answer(BriefingTemplate template) {
        return Response.ok(template).tag(EntityVersion.tag(template.version())).build();
    }
}
