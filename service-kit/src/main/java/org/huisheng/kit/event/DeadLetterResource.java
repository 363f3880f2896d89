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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.huisheng.kit.event.DeadLetters.DeadLetter;
import org.huisheng.kit.event.DeadLetters.DeadLetterState;
import org.huisheng.kit.problem.DomainException.RuleViolated;
import org.huisheng.kit.problem.Violation;
import org.huisheng.kit.security.Caller;
import org.huisheng.kit.web.CompleteBody.ByRule;
import org.huisheng.kit.web.TypedQuery;
import org.jspecify.annotations.Nullable;

/** Lists what could not be handled, and sends it round again after the cause is mended or lets it be. */
@Path("/v1/dead-letters")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("ADMIN")
@RunOnVirtualThread
class DeadLetterResource {

    /** @param next cursor of the following page, null on the last */
    record DeadLetterPage(List<DeadLetter> items, @Nullable UUID next) {}

    @ByRule
    record DeadLetterDiscarding(String reason) {}

    private static final int LONGEST_REASON = 500;

    private final DeadLetters deadLetters;
    private final Caller caller;

    DeadLetterResource(DeadLetters deadLetters, Caller caller) {
        this.deadLetters = deadLetters;
        this.caller = caller;
    }

    @GET
    public DeadLetterPage list(
            @QueryParam("state") @DefaultValue("OPEN") DeadLetterState state,
            @QueryParam("cursor") @Nullable UUID cursor,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        var size = TypedQuery.limit(limit, 200);
        var items = deadLetters.list(state, cursor, size);
        return new DeadLetterPage(items, items.size() == size ? items.getLast().id() : null);
    }

    @POST
    @Path("{id}/replay")
    @APIResponse(responseCode = "204", description = "Handled now")
    public void replay(UUID id) {
        deadLetters.replay(id);
    }

    @POST
    @Path("{id}/discarding")
    @APIResponse(responseCode = "204", description = "Let be")
    public void discard(UUID id, DeadLetterDiscarding wanted) {
        var reason = wanted.reason().strip();
        if (reason.isEmpty()) {
            throw new RuleViolated(List.of(new Violation("/reason", "blank")));
        }
        if (reason.length() > LONGEST_REASON) {
            throw new RuleViolated(List.of(new Violation("/reason", "too-long", LONGEST_REASON)));
        }
        deadLetters.discard(id, caller.name(), reason);
    }
}
