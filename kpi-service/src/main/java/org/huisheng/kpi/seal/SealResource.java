package org.huisheng.kpi.seal;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.huisheng.kit.problem.DomainException.NotFound;
import org.huisheng.kit.security.Caller;
import org.huisheng.kit.security.Role;
import org.huisheng.kpi.period.Period;
import org.huisheng.kpi.seal.SealPeriod.Outcome;

/** Asking for a seal, and giving it. */
@Path("/v1/periods/{period}/seal")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class SealResource {

    private final SealPeriod sealPeriod;
    private final WithdrawRequest withdrawRequest;
    private final Seals seals;
    private final SealRequests requests;
    private final Caller caller;
    private final Clock clock;

    SealResource(
            SealPeriod sealPeriod,
            WithdrawRequest withdrawRequest,
            Seals seals,
            SealRequests requests,
            Caller caller,
            Clock clock) {
        this.sealPeriod = sealPeriod;
        this.withdrawRequest = withdrawRequest;
        this.seals = seals;
        this.requests = requests;
        this.caller = caller;
        this.clock = clock;
    }

    enum SealState {
        REQUESTED,
        SEALED
    }

    record RequestView(SealState state, Period period, String requestedBy, Instant requestedAt, Instant expiresAt) {
        static RequestView of(SealRequest request) {
            return new RequestView(
                    SealState.REQUESTED,
                    request.period(),
                    request.requestedBy(),
                    request.requestedAt(),
                    request.expiresAt());
        }
    }

    /** The first person's request is answered 202, the second person's 201. */
    @POST
    @RolesAllowed({Role.OFFICE, Role.ADMIN, Role.LEADER})
    @APIResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = RequestView.class)))
    @APIResponseSchema(value = SealView.class, responseCode = "201")
    public Response seal(String period, @Context UriInfo uri) {
        var mayRequest = caller.hasRole(Role.OFFICE) || caller.hasRole(Role.ADMIN);
        var outcome = sealPeriod.seal(Period.parse(period), caller.name(), mayRequest);
        return switch (outcome) {
            case Outcome.Requested(var request) ->
                Response.accepted(RequestView.of(request)).build();
            case Outcome.Sealed(var seal) ->
                Response.status(Status.CREATED)
                        .header("Location", uri.getRequestUri().getPath())
                        .entity(SealView.of(seal, seals.periods(seal)))
                        .build();
        };
    }

    /** What state sealing is in; 404 while nobody has asked for it. */
    @GET
    @RolesAllowed({Role.OFFICE, Role.ADMIN, Role.LEADER})
    @APIResponseSchema(SealView.class)
    public Response state(String period) {
        var wanted = Period.parse(period);
        if (seals.holds(wanted)) {
            var seal = seals.requireHolding(wanted);
            return Response.ok(SealView.of(seal, seals.periods(seal))).build();
        }
        var request = requests.open(wanted, clock.instant()).orElseThrow(() -> new NotFound("seal-request", wanted));
        return Response.status(Status.OK).entity(RequestView.of(request)).build();
    }

    @DELETE
    @RolesAllowed({Role.OFFICE, Role.ADMIN})
    public void withdraw(String period) {
        withdrawRequest.withdraw(Period.parse(period));
    }
}
