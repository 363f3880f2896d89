package org.huisheng.feedback.attachment;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.huisheng.feedback.attachment.KeepFiles.Kept;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** A file as it is listed. */
public record AttachmentView(
        UUID id,
        String name,
        String mediaType,
        long size,
        String sha256,
        Visibility visibility,
        String attachedBy,
        Instant attachedAt) {

    public record AttachmentList(List<AttachmentView> items) {}

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

    /** @param path of the list the file was put into */
    public static RestResponse<AttachmentView> answer(Kept kept, String path) {
        var attachment = kept.attachment();
        return ResponseBuilder.<AttachmentView>create(kept.isNew() ? 201 : 200)
                .entity(of(attachment))
                .header("Location", path + "/" + attachment.id())
                .build();
    }

    public static RestResponse<AttachmentList> answer(List<Attachment> attachments) {
        var items = attachments.stream().map(AttachmentView::of).toList();
        return ResponseBuilder.ok(new AttachmentList(items))
                .header("Cache-Control", "no-store")
                .build();
    }
}
