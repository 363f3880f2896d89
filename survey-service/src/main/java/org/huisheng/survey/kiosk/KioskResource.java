package org.huisheng.survey.kiosk;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.huisheng.kit.problem.DomainException.NotFound;
import org.huisheng.kit.problem.DomainException.RuleViolated;
import org.huisheng.kit.problem.Violation;
import org.huisheng.kit.web.TypedQuery;
import org.huisheng.survey.kiosk.Kiosk.Gap;
import org.jspecify.annotations.Nullable;

/**
 * Devices at the stand. Enrolling needs a code; what a device does after that, its token, which is no JWT and so is
 * checked here.
 */
@Path("/v1/kiosks")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class KioskResource {

    private static final int MOST_NUMBERS = 100;

    record EnrolmentRequest(String code, String name) {}

    /** @param deviceToken told this once, sent by the device as {@code Authorization: Bearer} */
    record EnrolmentView(
            String deviceId,
            String deviceToken,
            String name,
            UUID campaignId,
            @Nullable String station,
            String link) {}

    /** @param link the token to post responses with */
    record AssignmentView(
            String deviceId,
            String name,
            UUID campaignId,
            @Nullable String station,
            String link) {}

    /** @param queued responses waiting at the device, @param lastSequence the highest number it has given out */
    record HeartbeatRequest(Integer queued, Long lastSequence) {}

    /**
     * @param missing numbers given out and not come in, the first 100; those still queued at the device are among them
     * @param missingRanges the same as ranges, the first 100
     */
    record KioskView(
            String deviceId,
            String name,
            UUID campaignId,
            @Nullable String station,
            Kiosk.State state,
            Instant enrolledAt,
            @Nullable Instant lastSeenAt,
            int queued,
            long lastSequence,
            long received,
            long missingCount,
            List<Long> missing,
            List<Gap> missingRanges) {}

    record KioskPage(List<KioskView> items, @Nullable String next) {}

    private final EnrolKiosk enrolKiosk;
    private final Kiosks kiosks;
    private final KioskConfig config;
    private final Clock clock;

    KioskResource(EnrolKiosk enrolKiosk, Kiosks kiosks, KioskConfig config, Clock clock) {
        this.enrolKiosk = enrolKiosk;
        this.kiosks = kiosks;
        this.config = config;
        this.clock = clock;
    }

    @POST
    @Path("enrolment")
    @PermitAll
    @APIResponseSchema(value = EnrolmentView.class, responseCode = "201")
    public Response enrol(
            EnrolmentRequest request,
            @Parameter(hidden = true) @HeaderParam("X-Forwarded-For") @Nullable String forwardedFor,
            @Context HttpServerRequest exchange,
            @Context UriInfo uri)
            throws SQLException {
        var address = forwardedFor == null ? exchange.remoteAddress().hostAddress() : forwardedFor;
        var enrolled = enrolKiosk.enrol(EnrolmentCode.typed(request.code()), request.name(), address);
        return Response.status(Response.Status.CREATED)
                .header("Location", uri.getBaseUri().getPath() + "v1/kiosks/" + enrolled.id())
                .entity(new EnrolmentView(
                        enrolled.id(),
                        enrolled.token().text(),
                        enrolled.name(),
                        enrolled.campaignId(),
                        enrolled.station(),
                        enrolled.link()))
                .build();
    }

    /** What the device is for; it asks after each start. */
    @GET
    @Path("assignment")
    @PermitAll
    public AssignmentView assignment(@HeaderParam("Authorization") @Nullable String authorization) {
        var kiosk = kiosks.holding(DeviceToken.in(authorization)).orElseThrow(DeviceToken::unknown);
        return new AssignmentView(kiosk.id(), kiosk.name(), kiosk.campaignId(), kiosk.station(), kiosk.link());
    }

    @POST
    @Path("heartbeat")
    @PermitAll
    @APIResponse(responseCode = "204", description = "Heard")
    public void heartbeat(HeartbeatRequest request, @HeaderParam("Authorization") @Nullable String authorization) {
        var token = DeviceToken.in(authorization);
        if (request.queued() < 0 || request.lastSequence() < 0) {
            var path = request.queued() < 0 ? "/queued" : "/lastSequence";
            throw new RuleViolated(List.of(new Violation(path, "out-of-range", 0, Integer.MAX_VALUE)));
        }
        if (!kiosks.heard(token, request.queued(), request.lastSequence(), clock.instant())) {
            throw DeviceToken.unknown();
        }
    }

    @GET
    @RolesAllowed("OFFICE")
    public KioskPage list(
            @QueryParam("campaign") @Nullable UUID campaign,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        var size = TypedQuery.limit(limit, 200);
        var items = kiosks.page(cursor, campaign, size).stream().map(this::view).toList();
        return new KioskPage(items, items.size() == size ? items.getLast().deviceId() : null);
    }

    @GET
    @Path("{id}")
    @RolesAllowed("OFFICE")
    public KioskView get(String id) {
        return view(kiosks.find(id).orElseThrow(() -> new NotFound("kiosk", id)));
    }

    /** A device that was lost or has done its duty: its token is worth nothing any more. */
    @POST
    @Path("{id}/revocation")
    @RolesAllowed("OFFICE")
    public KioskView revoke(String id) {
        kiosks.revoke(id, clock.instant());
        return get(id);
    }

    private KioskView view(Kiosk kiosk) {
        return new KioskView(
                kiosk.id(),
                kiosk.name(),
                kiosk.campaignId(),
                kiosk.station(),
                kiosk.state(clock.instant(), config.silentAfter()),
                kiosk.enrolledAt(),
                kiosk.lastSeenAt(),
                kiosk.queued(),
                kiosk.lastSequence(),
                kiosk.received(),
                kiosk.missingCount(),
                kiosk.missing().stream()
                        .flatMapToLong(gap -> LongStream.rangeClosed(gap.from(), gap.to()))
                        .limit(MOST_NUMBERS)
                        .boxed()
                        .toList(),
                kiosk.missing());
    }
}
