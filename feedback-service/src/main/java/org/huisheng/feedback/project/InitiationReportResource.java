package org.huisheng.feedback.project;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.UUID;
import org.huisheng.feedback.letter.Docx;
import org.huisheng.feedback.letter.ReportPage;
import org.huisheng.kit.security.Role;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** The initiation report on paper; once a project is evaluated it tells that too. */
@Path("/v1/root-projects/{id}")
@RunOnVirtualThread
class InitiationReportResource {

    private final WriteReport writeReport;
    private final ReportPage page;

    InitiationReportResource(WriteReport writeReport, ReportPage page) {
        this.writeReport = writeReport;
        this.page = page;
    }

    @GET
    @Path("report.docx")
    @Produces(Docx.MEDIA_TYPE)
    @RolesAllowed({Role.OFFICE, Role.ADMIN, Role.LEADER, Role.LIAISON})
    public RestResponse<byte[]> docx(UUID id) {
        var report = writeReport.of(id);
        return file(Docx.report(report.pieces()), report.code(), "docx");
    }

    @GET
    @Path("report.pdf")
    @Produces("application/pdf")
    @RolesAllowed({Role.OFFICE, Role.ADMIN, Role.LEADER, Role.LIAISON})
    public RestResponse<byte[]> pdf(UUID id) {
        var report = writeReport.of(id);
        return file(page.pdf(report.title(), report.pieces()), report.code(), "pdf");
    }

    private static RestResponse<byte[]> file(byte[] content, String code, String ending) {
        return ResponseBuilder.ok(content)
                .header("Content-Disposition", "attachment; filename=\"" + code + "." + ending + "\"")
                .header("Cache-Control", "no-store")
                .build();
    }
}
