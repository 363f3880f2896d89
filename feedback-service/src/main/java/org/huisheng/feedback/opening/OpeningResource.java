package org.huisheng.feedback.opening;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.huisheng.events.FeedbackEvent.Severity;
import org.huisheng.events.Side;
import org.huisheng.feedback.casework.CaseAccess;
import org.huisheng.feedback.intake.Intake;
import org.huisheng.feedback.intake.Source;
import org.huisheng.feedback.intake.StakeholderRequest;
import org.huisheng.feedback.reading.CaseView;
import org.huisheng.feedback.request.Checks;
import org.huisheng.feedback.request.Moments;
import org.huisheng.kit.security.Role;
import org.huisheng.kit.web.CompleteBody;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** Opening cases. */
@Path("/v1/cases")
@Produces(MediaType.APPLICATION_JSON)
// To those who read the document opening and reading are about one thing.
@Tag(name = "Case Resource")
@RunOnVirtualThread
class OpeningResource {

    private final OpenCase openCase;
    private final CaseAccess access;
    private final Clock clock;

    OpeningResource(OpenCase openCase, CaseAccess access, Clock clock) {
        this.openCase = openCase;
        this.access = access;
        this.clock = clock;
    }

    /** @param responseId the response the case comes from: who gave it sees on their receipt what becomes of the case */
    record OpenRequest(
            @Nullable UUID caseId,
            @Nullable Side side,
            @Nullable String category,
            @Nullable Severity severity,
            @Nullable String title,
            @Nullable String description,
            @Nullable Instant receivedAt,
            @Nullable StakeholderRequest stakeholder,
            @Nullable SourceRequest source,
            @Nullable UUID responseId) {

        Intake check(Instant now) {
            var checks = new Checks();
            Moments.checkPast(checks, "/receivedAt", receivedAt, now);
            var intake = new Intake(
                    checks.required("/side", side, Side.CUSTOMER),
                    checks.code("/category", category),
                    severity == null ? Severity.NORMAL : severity,
                    checks.text("/title", title, 200),
                    checks.text("/description", description, 4000),
                    receivedAt,
                    stakeholder == null ? null : stakeholder.check("/stakeholder", checks),
                    source == null ? null : source.check(checks),
                    responseId);
            checks.passed();
            return intake;
        }
    }

    record SourceRequest(@Nullable String type, @Nullable String reference) {
        Source check(Checks checks) {
            if (Source.SUGGESTION.equals(type)) {
                checks.add("/source/type", "reserved-source");
            }
            return new Source(
                    checks.code("/source/type", type), checks.optionalText("/source/reference", reference, 200));
        }
    }

    @POST
    @RolesAllowed({Role.OFFICE, Role.SURVEYOR, Role.LIAISON})
    @APIResponse(responseCode = "200", description = "Kept before, with the same content")
    @APIResponseSchema(value = CaseView.class, responseCode = "201")
    public RestResponse<CaseView> open(@Nullable OpenRequest request, @Context UriInfo uri) {
        var wanted = CompleteBody.required(request);
        var opened = openCase.open(
                wanted.caseId(),
                new OpenCase.Wanted(wanted.check(clock.instant()), wanted.severity() != null)
                        .withContactBy(access.department().orElse(null)));
        var matter = opened.file().matter();
        var response = ResponseBuilder.<CaseView>create(opened.isNew() ? 201 : 200)
                .entity(CaseView.of(opened.file()))
                // Relative, so that it is right for clients of the gateway too.
                .header("Location", uri.getRequestUri().getPath() + "/" + matter.id());
        return CaseView.answer(response, matter);
    }
}
