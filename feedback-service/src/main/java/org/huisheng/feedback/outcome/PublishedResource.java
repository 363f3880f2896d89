package org.huisheng.feedback.outcome;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Base64;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.huisheng.events.Side;
import org.huisheng.feedback.intake.FieldDigest;
import org.huisheng.feedback.request.Keyset;
import org.huisheng.feedback.request.QueryParameters;
import org.huisheng.feedback.request.Slice;
import org.jspecify.annotations.Nullable;

/** What was said and done, for everybody. */
@Path("/v1/outcomes")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "Outcome Resource")
@RunOnVirtualThread
class PublishedResource {

    private final TellOutcomes tellOutcomes;

    PublishedResource(TellOutcomes tellOutcomes) {
        this.tellOutcomes = tellOutcomes;
    }

    /** @param next cursor of the following page, null on the last */
    record PublishedPage(
            List<PublicOutcome> items, @Nullable String next) {}

    /** Whoever keeps a copy asks each time whether it still stands: what is withdrawn is gone for everybody at once. */
    @GET
    @Parameter(name = "side", in = ParameterIn.QUERY, schema = @Schema(implementation = Side.class))
    @Parameter(name = "limit", in = ParameterIn.QUERY, schema = @Schema(implementation = Integer.class))
    @Parameter(name = "cursor", in = ParameterIn.QUERY, schema = @Schema(implementation = String.class))
    @APIResponseSchema(PublishedPage.class)
    @APIResponse(responseCode = "304", description = "The copy still stands")
    public Response published(@Context UriInfo uri, @Context Request request) {
        var query = QueryParameters.of(uri, "side", "limit", "cursor");
        var limit = Slice.limit(query);
        var slice = Slice.of(
                tellOutcomes.published(query.constant("side", Side.class).orElse(null), Slice.after(query), limit + 1),
                limit,
                outcome -> new Keyset(outcome.place().toString(), outcome.id()));
        var page = new PublishedPage(slice.items(), slice.next());
        var tag = new EntityTag(Base64.getUrlEncoder().withoutPadding().encodeToString(FieldDigest.of(page)));
        var unchanged = request.evaluatePreconditions(tag);
        return (unchanged == null ? Response.ok(page) : unchanged)
                .tag(tag)
                .header("Cache-Control", "public, no-cache")
                .build();
    }
}
