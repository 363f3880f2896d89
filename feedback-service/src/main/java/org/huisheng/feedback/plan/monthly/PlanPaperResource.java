package org.huisheng.feedback.plan.monthly;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.huisheng.feedback.letter.Docx;
import org.huisheng.feedback.letter.ReportPage;
import org.huisheng.feedback.plan.monthly.PlanReportView.PlanReportPreview;
import org.huisheng.kit.security.Role;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** A monthly report on paper. What was approved is the same bytes each time; a draft says where the plan stands. */
@Path("/v1/plan-reports/{id}")
@RunOnVirtualThread
class PlanPaperResource {

    private final KeepPlanReports keepReports;
    private final ReportPage page;

    PlanPaperResource(KeepPlanReports keepReports, ReportPage page) {
        this.keepReports = keepReports;
        this.page = page;
    }

    /** What the paper says, for a page. */
    @GET
    @Path("preview")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.OFFICE, Role.ADMIN, Role.LEADER})
    public PlanReportPreview preview(UUID id) {
        return PlanReportPreview.of(keepReports.paper(id));
    }

    @GET
    @Path("report.docx")
    @Produces(Docx.MEDIA_TYPE)
    @RolesAllowed({Role.OFFICE, Role.ADMIN, Role.LEADER})
    public RestResponse<byte[]> docx(UUID id) {
        var paper = keepReports.paper(id);
        return file(Docx.report(paper.pieces()), paper.name(), "docx");
    }

    @GET
    @Path("report.pdf")
    @Produces("application/pdf")
    @RolesAllowed({Role.OFFICE, Role.ADMIN, Role.LEADER})
    public RestResponse<byte[]> pdf(UUID id) {
        var paper = keepReports.paper(id);
        var frozen = paper.frozen();
        return file(frozen == null ? page.pdf(paper.title(), paper.pieces()) : page.pdf(frozen), paper.name(), "pdf");
    }

    private static RestResponse<byte[]> file(byte[] content, String name, String ending) {
        return ResponseBuilder.ok(content)
                .header("Content-Disposition", "attachment; filename=\"" + name + "." + ending + "\"")
                .header("Cache-Control", "no-store")
                .build();
    }
}
