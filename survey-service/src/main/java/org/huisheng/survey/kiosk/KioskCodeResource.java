package org.huisheng.survey.kiosk;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** Codes for enrolling devices. */
@Path("/v1/campaigns/{id}/kiosk-codes")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("OFFICE")
@RunOnVirtualThread
class KioskCodeResource {

    /** @param devices how many may enrol with it, 10 if not said; @param expiresAt in a day if not said, within 30 */
    record CodeRequest(
            @Nullable String station,
            @Nullable Integer devices,
            @Nullable OffsetDateTime expiresAt) {}

    record CodeView(String code, UUID campaignId, @Nullable String station, int devices, Instant expiresAt) {}

    private final MakeKioskCode makeKioskCode;

    KioskCodeResource(MakeKioskCode makeKioskCode) {
        this.makeKioskCode = makeKioskCode;
    }

    /** The body may be left out. */
    @POST
    @Consumes(MediaType.WILDCARD)
    @APIResponseSchema(value = CodeView.class, responseCode = "201")
    public Response make(UUID id, @Nullable CodeRequest request) throws SQLException {
        var made = makeKioskCode.make(id, wish(request));
        return Response.status(Response.Status.CREATED)
                .entity(new CodeView(
                        made.code().readable(), made.campaignId(), made.station(), made.devices(), made.expiresAt()))
                .build();
    }

    private static MakeKioskCode.Wish wish(@Nullable CodeRequest request) {
        if (request == null) {
            return new MakeKioskCode.Wish(null, null, null);
        }
        var expiresAt = request.expiresAt();
        return new MakeKioskCode.Wish(
                request.station(), request.devices(), expiresAt == null ? null : expiresAt.toInstant());
    }
}
