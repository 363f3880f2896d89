package org.huisheng.kpi.contract.template;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.huisheng.kit.problem.ProblemTexts;
import org.huisheng.kit.security.Role;
import org.huisheng.kit.web.CompleteBody;
import org.huisheng.kpi.contract.Contracts;
import org.huisheng.kpi.contract.conclusion.TermsCheck;
import org.jspecify.annotations.Nullable;

/** Trying out a template without publishing it. */
@Path("/v1/contract-templates/check")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.OFFICE)
@RunOnVirtualThread
class TemplateCheckResource {

    private final Contracts contracts;
    private final ProblemTexts texts;

    TemplateCheckResource(Contracts contracts, ProblemTexts texts) {
        this.contracts = contracts;
        this.texts = texts;
    }

    @POST
    public TermsCheck check(
            @Nullable TemplateProposal proposal, @HeaderParam("Accept-Language") @Nullable String language) {
        var proposed = CompleteBody.required(proposal);
        var rules = new TemplateRules(contracts.standardDimensions());
        return TermsCheck.of(() -> rules.check(proposed), texts, language);
    }
}
