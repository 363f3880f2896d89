package org.huisheng.feedback.contact;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.huisheng.feedback.casework.ExpectedVersion;
import org.huisheng.feedback.intake.StakeholderRequest;
import org.huisheng.feedback.reading.CaseView;
import org.huisheng.feedback.request.Checks;
import org.huisheng.kit.security.Role;
import org.huisheng.kit.web.CompleteBody;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** How the stakeholder of a case is reached. */
@Path("/v1/cases/{id}/stakeholder")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class StakeholderResource {

    private final ReachStakeholder reachStakeholder;

    StakeholderResource(ReachStakeholder reachStakeholder) {
        this.reachStakeholder = reachStakeholder;
    }

    /** The whole contact; what is left out is not known any more. */
    @PUT
    @RolesAllowed({Role.OFFICE, Role.LIAISON})
    public RestResponse<CaseView> put(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable StakeholderRequest request) {
        var checks = new Checks();
        var stakeholder = CompleteBody.required(request).check("", checks);
        checks.passed();
        return CaseView.answer(reachStakeholder.by(id, ExpectedVersion.of(ifMatch), stakeholder));
    }
}
