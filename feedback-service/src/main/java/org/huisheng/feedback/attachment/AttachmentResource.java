package org.huisheng.feedback.attachment;

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
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.huisheng.feedback.request.Checks;
import org.huisheng.kit.audit.ReadsPersonalData;
import org.huisheng.kit.problem.DomainException.TooLarge;
import org.huisheng.kit.security.Role;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** Files beside a case. */
@Path("/v1/cases/{id}/attachments")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class AttachmentResource {

    private final AddAttachment addAttachment;
    private final ReadAttachments readAttachments;
    private final Download download;
    private final MediaTypes mediaTypes;
    private final AttachmentConfig config;

    AttachmentResource(
            AddAttachment addAttachment,
            ReadAttachments readAttachments,
            Download download,
            MediaTypes mediaTypes,
            AttachmentConfig config) {
        this.addAttachment = addAttachment;
        this.readAttachments = readAttachments;
        this.download = download;
        this.mediaTypes = mediaTypes;
        this.config = config;
    }

    record AttachmentView(
            UUID id,
            String name,
            String mediaType,
            long size,
            String sha256,
            Visibility visibility,
            String attachedBy,
            Instant attachedAt) {

        static AttachmentView of(Attachment attachment) {
            return new AttachmentView(
                    attachment.id(),
                    attachment.name(),
                    attachment.mediaType(),
                    attachment.size(),
                    attachment.fingerprint(),
                    attachment.visibility(),
                    attachment.attachedBy(),
                    attachment.attachedAt());
        }
    }

    record AttachmentList(List<AttachmentView> items) {}

    /** The same content again is answered with what there is; nothing is stored twice. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RolesAllowed({Role.LIAISON, Role.OFFICE})
    public RestResponse<AttachmentView> add(
            UUID id,
            @RestForm("file") @Nullable FileUpload file,
            @RestForm("visibility") @Nullable String visibility,
            @Context UriInfo uri)
            throws IOException {
        var added = addAttachment.add(id, upload(file, visibility));
        var attachment = added.attachment();
        return ResponseBuilder.<AttachmentView>create(added.isNew() ? 201 : 200)
                .entity(AttachmentView.of(attachment))
                .header("Location", uri.getRequestUri().getPath() + "/" + attachment.id())
                .build();
    }

    private Upload upload(@Nullable FileUpload file, @Nullable String visibility) throws IOException {
        var checks = new Checks();
        var shown = visibility(checks, visibility);
        if (file == null) {
            checks.add("/file", "required");
        } else if (file.size() == 0) {
            checks.add("/file", "blank");
        }
        checks.passed();
        var given = Objects.requireNonNull(file);
        if (given.size() > config.maxBytes()) {
            throw new TooLarge(config.maxBytes());
        }
        var name = FileName.clean(given.fileName());
        var content = given.uploadedFile();
        var type = mediaTypes.require(content, name);
        return new Upload(content, name, type, given.size(), Pieces.sha256(content), shown);
    }

    private static Visibility visibility(Checks checks, @Nullable String given) {
        var known = Arrays.stream(Visibility.values())
                .filter(one ->
                        given == null ? one == Visibility.INTERNAL : one.name().equals(given))
                .findFirst();
        if (known.isEmpty()) {
            checks.add("/visibility", "not-applicable");
        }
        return known.orElse(Visibility.INTERNAL);
    }

    @GET
    @ReadsPersonalData
    @RolesAllowed({Role.LIAISON, Role.OFFICE})
    public RestResponse<AttachmentList> list(UUID id) {
        var items = readAttachments.of(id).stream().map(AttachmentView::of).toList();
        return ResponseBuilder.ok(new AttachmentList(items))
                .header("Cache-Control", "no-store")
                .build();
    }

    @GET
    @ReadsPersonalData
    @Path("{attachment}")
    @Produces(MediaType.WILDCARD)
    @RolesAllowed({Role.LIAISON, Role.OFFICE})
    @APIResponse(
            responseCode = "200",
            description = "The file; a body shorter than announced is not what was stored",
            content =
                    @Content(
                            mediaType = "application/octet-stream",
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response one(UUID id, UUID attachment) {
        return download.of(readAttachments.one(id, attachment));
    }
}
