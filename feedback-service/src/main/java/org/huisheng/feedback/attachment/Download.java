package org.huisheng.feedback.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.huisheng.feedback.attachment.store.FileStores;
import org.huisheng.kit.problem.DomainException.Busy;

/** A file as an answer that no browser opens by itself, or takes for anything else. */
@ApplicationScoped
public class Download {

    private final FileStores stores;

    Download(FileStores stores) {
        this.stores = stores;
    }

    /** @throws Busy if its store does not answer */
    public Response of(Attachment attachment) throws IOException {
        var outgoing = Outgoing.begun(attachment, stores.of(attachment.store()));
        return Response.ok((StreamingOutput) outgoing::write, attachment.mediaType())
                .header("Content-Length", attachment.size())
                .header("Content-Disposition", disposition(attachment.name()))
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("Cache-Control", "no-store")
                .build();
    }

    /** A picture within a page of ours. @param caching for how long whoever has it may show it */
    public Response shown(Attachment picture, EntityTag tag, String caching) throws IOException {
        var outgoing = Outgoing.begun(picture, stores.of(picture.store()));
        return Response.ok((StreamingOutput) outgoing::write, picture.mediaType())
                .tag(tag)
                .header("Content-Length", picture.size())
                .header("Content-Disposition", "inline")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("Cache-Control", caching)
                .build();
    }

    /** RFC 6266: a plain name for old clients, the whole one beside it. */
    static String disposition(String name) {
        var plain = name.replaceAll("[^A-Za-z0-9._-]", "_");
        var whole = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        return "attachment; filename=\"%s\"; filename*=UTF-8''%s".formatted(plain, whole);
    }
}
