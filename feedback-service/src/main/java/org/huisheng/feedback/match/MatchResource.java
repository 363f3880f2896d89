package org.huisheng.feedback.match;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.huisheng.feedback.match.RuleCases.RuleMatch;
import org.huisheng.feedback.request.Keyset;
import org.huisheng.feedback.request.QueryParameters;
import org.huisheng.feedback.request.Slice;
import org.huisheng.kit.security.Role;
import org.jspecify.annotations.Nullable;

/** What a rule has opened. For the office: a liaison could put a case beside the figures its response went into. */
@Path("/v1/rules/{id}/matches")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.OFFICE)
@RunOnVirtualThread
class MatchResource {

    /** @param next cursor of the following page, null on the last */
    record RuleMatchPage(List<RuleMatch> items, @Nullable String next) {}

    private final RuleCases ruleCases;

    MatchResource(RuleCases ruleCases) {
        this.ruleCases = ruleCases;
    }

    @GET
    @Parameter(name = "limit", in = ParameterIn.QUERY, schema = @Schema(implementation = Integer.class))
    @Parameter(name = "cursor", in = ParameterIn.QUERY, schema = @Schema(implementation = String.class))
    public RuleMatchPage list(UUID id, @Context UriInfo uri) {
        var query = QueryParameters.of(uri, "limit", "cursor");
        var limit = Slice.limit(query);
        var slice = Slice.of(
                ruleCases.page(id, Slice.after(query), limit + 1),
                limit,
                match -> new Keyset(match.matchedAt().toString(), match.id()));
        return new RuleMatchPage(slice.items(), slice.next());
    }
}
