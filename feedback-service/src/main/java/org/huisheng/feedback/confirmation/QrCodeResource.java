package org.huisheng.feedback.confirmation;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.huisheng.feedback.link.LinkToken;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** A stakeholder's link to be scanned; for whoever holds it already. */
@Path("/v1/confirmations/{token}")
@PermitAll
@RunOnVirtualThread
class QrCodeResource {

    private final ReadConfirmation readConfirmation;
    private final ConfirmationLinks links;

    QrCodeResource(ReadConfirmation readConfirmation, ConfirmationLinks links) {
        this.readConfirmation = readConfirmation;
        this.links = links;
    }

    @GET
    @Path("qr.svg")
    @Produces("image/svg+xml")
    public RestResponse<String> svg(String token) {
        return uncached(QrCode.svg(address(token)));
    }

    @GET
    @Path("qr.png")
    @Produces("image/png")
    public RestResponse<byte[]> png(String token) {
        return uncached(QrCode.png(address(token)));
    }

    /** Draws no code for a link that never was. */
    private String address(String value) {
        var token = new LinkToken(value);
        readConfirmation.read(token);
        return links.address(token);
    }

    private static <T> RestResponse<T> uncached(T image) {
        return ResponseBuilder.ok(image)
                .header("Cache-Control", "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }
}
