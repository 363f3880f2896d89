package org.huisheng.feedback.transfer;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.huisheng.feedback.casework.ExpectedVersion;
import org.huisheng.feedback.reading.CaseView;
import org.huisheng.feedback.request.Checks;
import org.huisheng.kit.security.Role;
import org.huisheng.kit.web.CompleteBody;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Handing over. */
@Path("/v1/cases/{id}/transfer")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class TransferResource {

    private final TransferCase transferCase;

    TransferResource(TransferCase transferCase) {
        this.transferCase = transferCase;
    }

    record TransferRequest(
            @Nullable String department, @Nullable String reason) {}

    @POST
    @RolesAllowed({Role.LIAISON, Role.OFFICE})
    public RestResponse<CaseView> transfer(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable TransferRequest request) {
        var wanted = CompleteBody.required(request);
        var checks = new Checks();
        var department = checks.text("/department", wanted.department(), 64);
        var reason = checks.text("/reason", wanted.reason(), 2000);
        checks.passed();
        return CaseView.answer(transferCase.transfer(id, ExpectedVersion.of(ifMatch), department, reason));
    }
}
