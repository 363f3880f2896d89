package org.huisheng.gateway.analyst;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.huisheng.gateway.database.KeysetPage;
import org.huisheng.kit.problem.DomainException.Malformed;
import org.huisheng.kit.problem.DomainException.NotFound;
import org.huisheng.kit.web.CompleteBody;
import org.huisheng.kit.web.CompleteBody.ByRule;
import org.jspecify.annotations.Nullable;

/** The administrator's view of the keys of BI tools. */
@Path("/api/auth/v1/analyst-keys")
@RolesAllowed("ADMIN")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "analyst keys")
class AnalystKeyResource {

    /**
     * @param sets the only sets it may read; all when absent
     * @param department the only one whose rows it may read; all when absent
     */
    @ByRule
    record NewAnalystKey(
            String name,
            @Nullable List<String> sets,
            @Nullable String department,
            @Nullable Instant expiresAt) {}

    /** @param overlapSeconds how long the old secret stays valid */
    record Rotation(@Nullable Long overlapSeconds) {}

    /** @param secret shown once; null ever after */
    record AnalystKeyView(
            UUID id,
            String name,
            @Nullable List<String> sets,
            @Nullable String department,
            AnalystKey.State state,
            Instant createdAt,
            String createdBy,
            @Nullable Instant lastUsedAt,
            @Nullable Instant expiresAt,
            @Nullable Instant rotatedAt,
            @Nullable Instant revokedAt,
            @Nullable String revokedBy,
            @Nullable String secret) {

        static AnalystKeyView of(AnalystKey key, @Nullable Secret secret, Instant now) {
            return new AnalystKeyView(
                    key.id(),
                    key.name(),
                    key.sets(),
                    key.department(),
                    key.state(now),
                    key.createdAt(),
                    key.createdBy(),
                    key.lastUsedAt(),
                    key.expiresAt(),
                    key.rotatedAt(),
                    key.revokedAt(),
                    key.revokedBy(),
                    secret == null ? null : secret.text());
        }
    }

    record AnalystKeyPage(
            List<AnalystKeyView> items, @Nullable String next) {}

    private final AnalystKeys keys;
    private final CreateAnalystKey createAnalystKey;
    private final RotateAnalystKey rotateAnalystKey;
    private final RevokeAnalystKey revokeAnalystKey;
    private final SecurityIdentity caller;
    private final Clock clock;

    AnalystKeyResource(
            AnalystKeys keys,
            CreateAnalystKey createAnalystKey,
            RotateAnalystKey rotateAnalystKey,
            RevokeAnalystKey revokeAnalystKey,
            SecurityIdentity caller,
            Clock clock) {
        this.keys = keys;
        this.createAnalystKey = createAnalystKey;
        this.rotateAnalystKey = rotateAnalystKey;
        this.revokeAnalystKey = revokeAnalystKey;
        this.caller = caller;
        this.clock = clock;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Make a key for a BI tool; its secret is in this answer and in no other")
    @APIResponseSchema(value = AnalystKeyView.class, responseCode = "201")
    @APIResponse(responseCode = "409", description = "A key of this name is in use")
    public Response create(@Nullable NewAnalystKey body, @Context UriInfo uri) throws SQLException {
        var wanted = CompleteBody.required(body);
        var created =
                createAnalystKey.create(wanted.name(), wanted.sets(), wanted.department(), wanted.expiresAt(), name());
        return Response.status(Response.Status.CREATED)
                .header(
                        "Location",
                        uri.getRequestUri().getPath() + "/" + created.key().id())
                .entity(AnalystKeyView.of(created.key(), created.secret(), clock.instant()))
                .cacheControl(noStore())
                .build();
    }

    @GET
    @Operation(summary = "All keys, revoked ones included")
    public AnalystKeyPage list(
            @QueryParam("limit") @DefaultValue("100") int limit, @QueryParam("cursor") @Nullable String cursor)
            throws SQLException {
        var size = KeysetPage.size(limit);
        var rows = keys.after(cursor == null ? null : position(cursor), size + 1);
        var page = KeysetPage.of(rows, size, key -> key.id().toString());
        var now = clock.instant();
        return new AnalystKeyPage(
                page.items().stream()
                        .map(key -> AnalystKeyView.of(key, null, now))
                        .toList(),
                page.next());
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One key")
    public AnalystKeyView one(UUID id) throws SQLException {
        var key = keys.find(id).orElseThrow(() -> new NotFound("analyst-key", id));
        return AnalystKeyView.of(key, null, clock.instant());
    }

    @POST
    @Path("{id}/rotation")
    @Operation(summary = "Give a key another secret; the old one ends now, or after overlapSeconds")
    @APIResponseSchema(AnalystKeyView.class)
    @APIResponse(responseCode = "409", description = "The key is revoked or has expired")
    public Response rotate(UUID id, @Nullable Rotation body) throws SQLException {
        var rotated = rotateAnalystKey.rotate(id, body == null ? null : body.overlapSeconds());
        return Response.ok(AnalystKeyView.of(rotated.key(), rotated.secret(), clock.instant()))
                .cacheControl(noStore())
                .build();
    }

    @POST
    @Path("{id}/revocation")
    @Operation(summary = "End a key; it stays in the list")
    public AnalystKeyView revoke(UUID id) throws SQLException {
        return AnalystKeyView.of(revokeAnalystKey.revoke(id, name()), null, clock.instant());
    }

    private String name() {
        return caller.getPrincipal().getName();
    }

    private static UUID position(String cursor) {
        try {
            return UUID.fromString(cursor);
        } catch (IllegalArgumentException notOurs) {
            throw new Malformed("bad-cursor");
        }
    }

    private static CacheControl noStore() {
        var cache = new CacheControl();
        cache.setNoStore(true);
        cache.setNoTransform(false);
        return cache;
    }
}
