package org.huisheng.feedback.supply;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.huisheng.feedback.request.Checks;
import org.huisheng.feedback.request.Moments;
import org.huisheng.kit.security.Role;
import org.huisheng.kit.web.CompleteBody;
import org.huisheng.kit.web.EntityVersion;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** One sub-resource per step of a report. That it was received the register is told: {@code reports/{entry}/reception}. */
@Path("/v1/supply-reports/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class SupplyReportStepResource {

    private final SendSupplyReport sendReport;
    private final ReadSupplyReports read;
    private final Clock clock;

    SupplyReportStepResource(SendSupplyReport sendReport, ReadSupplyReports read, Clock clock) {
        this.sendReport = sendReport;
        this.read = read;
        this.clock = clock;
    }

    record ReportWordsRequest(@Nullable String words) {}

    record ReportReasonRequest(@Nullable String reason) {

        static String check(@Nullable ReportReasonRequest request) {
            var checks = new Checks();
            var reason = checks.text("/reason", CompleteBody.required(request).reason(), 2000);
            checks.passed();
            return reason;
        }
    }

    /** @param sentAt null for now */
    record SendingRequest(
            @Nullable Instant sentAt, @Nullable String documentReference) {}

    @POST
    @Path("approval")
    @RolesAllowed({Role.OFFICE, Role.LEADER})
    public RestResponse<SupplyReportView> approve(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable ReportWordsRequest request) {
        var checks = new Checks();
        var words = checks.optionalText("/words", CompleteBody.required(request).words(), 2000);
        checks.passed();
        return answer(sendReport.approve(id, EntityVersion.expected(ifMatch), words));
    }

    /** What was approved becomes a draft again. */
    @POST
    @Path("return")
    @RolesAllowed({Role.OFFICE, Role.LEADER})
    public RestResponse<SupplyReportView> giveBack(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable ReportReasonRequest request) {
        return answer(sendReport.giveBack(id, EntityVersion.expected(ifMatch), ReportReasonRequest.check(request)));
    }

    @POST
    @Path("sending")
    @RolesAllowed(Role.OFFICE)
    public RestResponse<SupplyReportView> send(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable SendingRequest request) {
        var wanted = CompleteBody.required(request);
        var now = clock.instant();
        var checks = new Checks();
        Moments.checkPast(checks, "/sentAt", wanted.sentAt(), now);
        var reference = checks.optionalText("/documentReference", wanted.documentReference(), 200);
        checks.passed();
        return answer(
                sendReport.send(id, EntityVersion.expected(ifMatch), Moments.past(wanted.sentAt(), now), reference));
    }

    @POST
    @Path("cancellation")
    @RolesAllowed(Role.OFFICE)
    public RestResponse<SupplyReportView> cancel(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable ReportReasonRequest request) {
        return answer(sendReport.cancel(id, EntityVersion.expected(ifMatch), ReportReasonRequest.check(request)));
    }

    private RestResponse<SupplyReportView> answer(SupplyReport report) {
        return SupplyReportView.answer(ResponseBuilder.create(200), read.whole(report));
    }
}
