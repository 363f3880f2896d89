package org.huisheng.feedback.comment;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.UUID;
import org.huisheng.kit.audit.ReadsPersonalData;
import org.huisheng.kit.security.Role;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** The letter to the authority. */
@Path("/v1/comments/{id}")
@RunOnVirtualThread
class ReplyResource {

    private final WriteReply writeReply;

    ReplyResource(WriteReply writeReply) {
        this.writeReply = writeReply;
    }

    @GET
    @ReadsPersonalData
    @Path("reply.docx")
    @Produces(Docx.MEDIA_TYPE)
    @RolesAllowed({Role.OFFICE, Role.LEADER})
    public RestResponse<byte[]> docx(UUID id) {
        return ResponseBuilder.ok(Docx.of(writeReply.letter(id)))
                .header("Content-Disposition", "attachment; filename=\"reply-" + id + ".docx\"")
                .header("Cache-Control", "no-store")
                .build();
    }
}
