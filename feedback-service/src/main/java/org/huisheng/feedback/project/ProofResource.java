package org.huisheng.feedback.project;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.huisheng.feedback.attachment.AttachmentView;
import org.huisheng.feedback.attachment.AttachmentView.AttachmentList;
import org.huisheng.feedback.attachment.Download;
import org.huisheng.feedback.attachment.ReceiveFile;
import org.huisheng.kit.audit.ReadsPersonalData;
import org.huisheng.kit.security.Role;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** Files beside a project. */
@Path("/v1/root-projects/{id}/attachments")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ProofResource {

    private final AttachProof attachProof;
    private final ReceiveFile receiveFile;
    private final Download download;

    ProofResource(AttachProof attachProof, ReceiveFile receiveFile, Download download) {
        this.attachProof = attachProof;
        this.receiveFile = receiveFile;
        this.download = download;
    }

    /** The same content again is answered with what there is; nothing is stored twice. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RolesAllowed({Role.OFFICE, Role.LIAISON})
    @APIResponse(responseCode = "200", description = "Kept before, with the same content")
    @APIResponseSchema(value = AttachmentView.class, responseCode = "201")
    public RestResponse<AttachmentView> add(UUID id, @RestForm("file") @Nullable FileUpload file, @Context UriInfo uri)
            throws IOException {
        return AttachmentView.answer(
                attachProof.add(id, receiveFile.internal(file)),
                uri.getRequestUri().getPath());
    }

    @GET
    @ReadsPersonalData
    @RolesAllowed({Role.OFFICE, Role.ADMIN, Role.LEADER, Role.LIAISON})
    public RestResponse<AttachmentList> list(UUID id) {
        return AttachmentView.answer(attachProof.of(id));
    }

    @GET
    @ReadsPersonalData
    @Path("{attachment}")
    @Produces(MediaType.WILDCARD)
    @RolesAllowed({Role.OFFICE, Role.ADMIN, Role.LEADER, Role.LIAISON})
    @APIResponse(
            responseCode = "200",
            description = "The file; a body shorter than announced is not what was stored",
            content =
                    @Content(
                            mediaType = "application/octet-stream",
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response one(UUID id, UUID attachment) throws IOException {
        return download.of(attachProof.one(id, attachment));
    }
}
