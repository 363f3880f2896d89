package org.huisheng.feedback.correction;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.huisheng.events.FeedbackEvent.Severity;
import org.huisheng.feedback.casework.ExpectedVersion;
import org.huisheng.feedback.correction.Correction.OfCategory;
import org.huisheng.feedback.correction.Correction.OfSeverity;
import org.huisheng.feedback.reading.CaseView;
import org.huisheng.feedback.request.Checks;
import org.huisheng.kit.security.Role;
import org.huisheng.kit.web.CompleteBody;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Corrections by the office. */
@Path("/v1/cases/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.OFFICE)
@RunOnVirtualThread
class CorrectionResource {

    private final CorrectCase correctCase;

    CorrectionResource(CorrectCase correctCase) {
        this.correctCase = correctCase;
    }

    record SeverityRequest(
            @Nullable Severity severity, @Nullable String reason) {}

    record CategoryRequest(
            @Nullable String category, @Nullable String reason) {}

    @POST
    @Path("severity")
    public RestResponse<CaseView> severity(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable SeverityRequest request) {
        var wanted = CompleteBody.required(request);
        var checks = new Checks();
        var severity = checks.required("/severity", wanted.severity(), Severity.NORMAL);
        return correct(id, ifMatch, new OfSeverity(severity), checks, wanted.reason());
    }

    @POST
    @Path("category")
    public RestResponse<CaseView> category(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable CategoryRequest request) {
        var wanted = CompleteBody.required(request);
        var checks = new Checks();
        var category = checks.code("/category", wanted.category());
        return correct(id, ifMatch, new OfCategory(category), checks, wanted.reason());
    }

    private RestResponse<CaseView> correct(
            UUID id, @Nullable String ifMatch, Correction correction, Checks checks, @Nullable String reason) {
        var because = checks.text("/reason", reason, 2000);
        checks.passed();
        return CaseView.answer(correctCase.correct(id, ExpectedVersion.of(ifMatch), correction, because));
    }
}
