package org.huisheng.feedback.plan.monthly;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.huisheng.feedback.request.Checks;
import org.huisheng.feedback.request.Moments;
import org.huisheng.kit.audit.ReadsPersonalData;
import org.huisheng.kit.security.Role;
import org.huisheng.kit.web.CompleteBody;
import org.huisheng.kit.web.EntityVersion;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** A monthly report, and one sub-resource per step of it. */
@Path("/v1/plan-reports/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class PlanReportResource {

    private final KeepPlanReports keepReports;
    private final Clock clock;

    PlanReportResource(KeepPlanReports keepReports, Clock clock) {
        this.keepReports = keepReports;
        this.clock = clock;
    }

    /** @param sentAt null for now. @param how by which way it went, and under what number */
    record PlanReportSending(
            @Nullable Instant sentAt, @Nullable String how) {}

    @GET
    @ReadsPersonalData
    @RolesAllowed({Role.OFFICE, Role.ADMIN, Role.LEADER})
    public RestResponse<PlanReportView> one(UUID id) {
        return answer(keepReports.read(id));
    }

    @PUT
    @RolesAllowed(Role.OFFICE)
    public RestResponse<PlanReportView> write(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable PlanReportRequest request) {
        var remarks = CompleteBody.required(request).check();
        return answer(keepReports.write(id, EntityVersion.expected(ifMatch), remarks));
    }

    @POST
    @Path("approval")
    @RolesAllowed({Role.OFFICE, Role.LEADER})
    public RestResponse<PlanReportView> approve(UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return answer(keepReports.approve(id, EntityVersion.expected(ifMatch)));
    }

    /** What was approved becomes a draft again. */
    @POST
    @Path("return")
    @RolesAllowed({Role.OFFICE, Role.LEADER})
    public RestResponse<PlanReportView> giveBack(UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return answer(keepReports.giveBack(id, EntityVersion.expected(ifMatch)));
    }

    @POST
    @Path("sending")
    @RolesAllowed(Role.OFFICE)
    public RestResponse<PlanReportView> send(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable PlanReportSending request) {
        var wanted = CompleteBody.required(request);
        var checks = new Checks();
        Moments.checkPast(checks, "/sentAt", wanted.sentAt(), clock.instant());
        var how = checks.text("/how", wanted.how(), 200);
        checks.passed();
        return answer(keepReports.send(id, EntityVersion.expected(ifMatch), wanted.sentAt(), how));
    }

    private static RestResponse<PlanReportView> answer(PlanReport report) {
        return PlanReportView.answer(ResponseBuilder.create(200), report);
    }
}
