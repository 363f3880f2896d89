package org.huisheng.feedback.supply;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.huisheng.feedback.letter.Docx;
import org.huisheng.feedback.letter.PieceJson;
import org.huisheng.feedback.letter.ReportPage;
import org.huisheng.kit.security.Role;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** A report on paper. What was approved is the same bytes each time; a draft says what is missing. */
@Path("/v1/supply-reports/{id}")
@RunOnVirtualThread
class SupplyPaperResource {

    private final ReadSupplyReports read;
    private final ReportPage page;

    SupplyPaperResource(ReadSupplyReports read, ReportPage page) {
        this.read = read;
        this.page = page;
    }

    record SupplyPreview(String title, List<PieceJson> pieces) {}

    /** What the paper says, for a page. */
    @GET
    @Path("preview")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.OFFICE, Role.LEADER})
    public SupplyPreview preview(UUID id) {
        var paper = read.paper(id);
        return new SupplyPreview(
                paper.title(), paper.pieces().stream().map(PieceJson::of).toList());
    }

    @GET
    @Path("report.docx")
    @Produces(Docx.MEDIA_TYPE)
    @RolesAllowed({Role.OFFICE, Role.LEADER})
    public RestResponse<byte[]> docx(UUID id) {
        var paper = read.paper(id);
        return file(Docx.report(paper.pieces()), paper.name(), "docx");
    }

    @GET
    @Path("report.pdf")
    @Produces("application/pdf")
    @RolesAllowed({Role.OFFICE, Role.LEADER})
    public RestResponse<byte[]> pdf(UUID id) {
        var paper = read.paper(id);
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
