package org.huisheng.feedback.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** A file as an answer that no browser opens by itself, or takes for anything else. */
@ApplicationScoped
public class Download {

    private final Pieces pieces;

    Download(Pieces pieces) {
        this.pieces = pieces;
    }

    public Response of(Attachment attachment) {
        return Response.ok((StreamingOutput) out -> pieces.write(attachment, out), attachment.mediaType())
                .header("Content-Length", attachment.size())
                .header("Content-Disposition", disposition(attachment.name()))
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("Cache-Control", "no-store")
                .build();
    }

    /** RFC 6266: a plain name for old clients, the whole one beside it. */
    static String disposition(String name) {
        var plain = name.replaceAll("[^A-Za-z0-9._-]", "_");
        var whole = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        return "attachment; filename=\"%s\"; filename*=UTF-8''%s".formatted(plain, whole);
    }
}
