package org.huisheng.kpi.live;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.huisheng.kit.problem.DomainException.NotAuthenticated;
import org.huisheng.kit.security.Caller;
import org.huisheng.kit.security.Role;
import org.huisheng.kpi.live.Listeners.Listener;
import org.huisheng.kpi.period.Period;
import org.huisheng.kpi.score.Level;
import org.huisheng.kpi.web.AllowedSets;
import org.jspecify.annotations.Nullable;

/** Scores and rates as they change. */
@Path("/v1/live")
@RolesAllowed({Role.OFFICE, Role.ADMIN, Role.LEADER, Role.ANALYST, Role.LIAISON})
@RunOnVirtualThread
class LiveResource {

    /** After the end of the token, for a listener who does not read and so cannot be told. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Listeners listeners;
    private final LiveConfig config;
    private final Caller caller;
    private final AllowedSets sets;
    private final SecurityIdentity identity;
    private final Clock clock;

    LiveResource(
            Listeners listeners,
            LiveConfig config,
            Caller caller,
            AllowedSets sets,
            SecurityIdentity identity,
            Clock clock) {
        this.listeners = listeners;
        this.config = config;
        this.caller = caller;
        this.sets = sets;
        this.identity = identity;
        this.clock = clock;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(
            summary = "Scores and rates as they change",
            description =
                    "Events `scores` and `rates`, with the bodies of /v1/scores and /v1/rates. Begins with the present"
                            + " state, or with what is other than Last-Event-ID says. Ends when the token does.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = MediaType.SERVER_SENT_EVENTS, schema = @Schema(implementation = String.class)))
    @APIResponse(responseCode = "503", description = "Too many listen already; see Retry-After")
    public Response live(
            @QueryParam("period") @Nullable String period,
            @QueryParam("department") @Nullable String department,
            @QueryParam("level") @DefaultValue("contract") String level,
            @HeaderParam("Last-Event-ID") @Nullable String lastEvent,
            @Context RoutingContext exchange) {
        var question = question(period, department, level);
        var end = endOfToken();
        var listener = listeners.join(question);
        var connection = exchange.request().connection();
        var timer = exchange.vertx()
                .setTimer(Duration.between(clock.instant(), end).plus(PATIENCE).toMillis(), _ -> connection.close());
        exchange.addEndHandler(_ -> {
            exchange.vertx().cancelTimer(timer);
            listener.close();
        });
        return Response.ok(stream(listener, lastEvent, end), MediaType.SERVER_SENT_EVENTS_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private LiveStream stream(Listener listener, @Nullable String lastEvent, Instant end) {
        try {
            return new LiveStream(listener, listener.present(), Known.parse(lastEvent), end, config, clock);
        } catch (RuntimeException failure) {
            listener.close();
            throw failure;
        }
    }

    private Question question(@Nullable String period, @Nullable String department, String level) {
        var wanted = period == null
                ? Period.quarterOf(LocalDate.ofInstant(clock.instant(), Period.ZONE))
                : Period.parse(period, clock);
        var levels = Level.parse(level);
        if (!sets.allow(AllowedSets.RATES)) {
            sets.require(AllowedSets.SCORES);
        }
        if (department != null) {
            caller.requireDepartment(department);
        }
        var scope = department == null ? caller.departmentScope().orElse(null) : department;
        return new Question(wanted, scope, levels, sets.allow(AllowedSets.SCORES), sets.allow(AllowedSets.RATES));
    }

    /** Tokens are let in for a little longer than they say; a stream that ended at once would only come back. */
    private Instant endOfToken() {
        var end = identity.getPrincipal() instanceof JsonWebToken token
                ? Instant.ofEpochSecond(token.getExpirationTime())
                : Instant.EPOCH;
        if (!end.isAfter(clock.instant())) {
            throw new NotAuthenticated("http-401", "Bearer");
        }
        return end;
    }
}
