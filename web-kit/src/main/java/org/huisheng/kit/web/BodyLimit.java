package org.huisheng.kit.web;

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

    BodyLimit(
            @ConfigProperty(name = "huisheng.http.max-body", defaultValue = "1048576") long limit,
            @ConfigProperty(name = "huisheng.http.max-batch-body", defaultValue = "16777216") long batchLimit) {
        this.limit = limit;
        this.batchLimit = batchLimit;
    }

    /** Bytes of one record, for a route that does not pass here. */
    public long ofOneRecord() {
        return limit;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        var allowed = request.getUriInfo().getPath().endsWith("/batch") ? batchLimit : limit;
        if (request.getLength() > allowed) {
            throw new TooLarge(allowed);
        }
    }
}
