package org.huisheng.feedback.comment;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.UUID;
import org.huisheng.feedback.letter.Docx;
import org.huisheng.feedback.letter.LetterPage;
import org.huisheng.kit.audit.ReadsPersonalData;
import org.huisheng.kit.security.Role;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** The letter to the authority. */
@Path("/v1/comments/{id}")
@RunOnVirtualThread
class ReplyResource {

    private final WriteReply writeReply;
    private final LetterPage page;

    ReplyResource(WriteReply writeReply, LetterPage page) {
        this.writeReply = writeReply;
        this.page = page;
    }

    @GET
    @ReadsPersonalData
    @Path("reply.docx")
    @Produces(Docx.MEDIA_TYPE)
    @RolesAllowed({Role.OFFICE, Role.LEADER})
    public RestResponse<byte[]> docx(UUID id) {
        return file(Docx.of(writeReply.letter(id).paragraphs()), id, "docx");
    }

    @GET
    @ReadsPersonalData
    @Path("reply.pdf")
    @Produces("application/pdf")
    @RolesAllowed({Role.OFFICE, Role.LEADER})
    public RestResponse<byte[]> pdf(UUID id) {
        var letter = writeReply.letter(id);
        return file(page.pdf(letter.title(), letter.paragraphs()), id, "pdf");
    }

    private static RestResponse<byte[]> file(byte[] content, UUID id, String ending) {
        return ResponseBuilder.ok(content)
                .header("Content-Disposition", "attachment; filename=\"reply-" + id + "." + ending + "\"")
                .header("Cache-Control", "no-store")
                .build();
    }
}
