package org.huisheng.kit.request;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.huisheng.kit.problem.DomainException.TooLarge;

/** Refuses a body by its announced length, with a problem; the HTTP server's own, higher limit stops the rest. */
@Provider
@PreMatching
public class BodyLimit implements ContainerRequestFilter {

    private final long limit;
    private final long batchLimit;
    private final long attachmentLimit;

    BodyLimit(
            @ConfigProperty(name = "huisheng.http.max-body", defaultValue = "1048576") long limit,
            @ConfigProperty(name = "huisheng.http.max-batch-body", defaultValue = "16777216") long batchLimit,
            @ConfigProperty(name = "huisheng.http.max-attachment-body", defaultValue = "22020096")
                    long attachmentLimit) {
        this.limit = limit;
        this.batchLimit = batchLimit;
        this.attachmentLimit = attachmentLimit;
    }

    /** Bytes of one record, for a route that does not pass here. */
    public long ofOneRecord() {
        return limit;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        var allowed = limitOf(request.getUriInfo().getPath());
        if (request.getLength() > allowed) {
            throw new TooLarge(allowed);
        }
    }

    private long limitOf(String path) {
        if (path.endsWith("/batch")) {
            return batchLimit;
        }
        return path.endsWith("/attachments") ? attachmentLimit : limit;
    }
}
