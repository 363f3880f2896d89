package org.huisheng.kit.event;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.huisheng.kit.event.DeadLetters.DeadLetter;
import org.jspecify.annotations.Nullable;

/** Lists what could not be handled and sends it round again after the cause is mended. */
@Path("/v1/dead-letters")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("ADMIN")
@RunOnVirtualThread
class DeadLetterResource {

    /** @param next cursor of the following page, null on the last */
    record DeadLetterPage(List<DeadLetter> items, @Nullable UUID next) {}

    private final DeadLetters deadLetters;

    DeadLetterResource(DeadLetters deadLetters) {
        this.deadLetters = deadLetters;
    }

    @GET
    public DeadLetterPage open(
            @QueryParam("cursor") @Nullable UUID cursor, @QueryParam("limit") @DefaultValue("50") int limit) {
        var size = Math.clamp(limit, 1, 200);
        var items = deadLetters.open(cursor, size);
        return new DeadLetterPage(items, items.size() == size ? items.getLast().id() : null);
    }

    @POST
    @Path("{id}/replay")
    public void replay(UUID id) {
        deadLetters.replay(id);
    }
}
