package org.huisheng.feedback.override;

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
import org.huisheng.feedback.override.OverrideResource.ProposalView;
import org.huisheng.feedback.override.ReadOverrides.Listed;
import org.huisheng.feedback.request.Keyset;
import org.huisheng.feedback.request.QueryParameters;
import org.huisheng.feedback.request.Slice;
import org.huisheng.kit.security.Role;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** What waits for a second person, and what became of the rest, over all cases. */
@Path("/v1/overrides")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class OverrideListResource {

    private final ReadOverrides readOverrides;

    OverrideListResource(ReadOverrides readOverrides) {
        this.readOverrides = readOverrides;
    }

    /** @param decidable whether the caller may be the second person */
    record OverrideLine(
            UUID caseId, String title, @Nullable String department, ProposalView proposal, boolean decidable) {

        static OverrideLine of(Listed listed) {
            var matter = listed.matter();
            return new OverrideLine(
                    matter.id(),
                    matter.title(),
                    matter.department().orElse(null),
                    ProposalView.of(listed.proposal()),
                    listed.decidable());
        }
    }

    /** @param next cursor of the following page, null on the last */
    record OverridePage(List<OverrideLine> items, @Nullable String next) {}

    /** The newest first; with {@code decidable=true} only what the caller may decide. */
    @GET
    @RolesAllowed({Role.OFFICE, Role.LEADER})
    @Parameter(name = "state", in = ParameterIn.QUERY, schema = @Schema(implementation = OverrideState.class))
    @Parameter(name = "decidable", in = ParameterIn.QUERY, schema = @Schema(implementation = Boolean.class))
    @Parameter(name = "limit", in = ParameterIn.QUERY, schema = @Schema(implementation = Integer.class))
    @Parameter(name = "cursor", in = ParameterIn.QUERY, schema = @Schema(implementation = String.class))
    public RestResponse<OverridePage> newest(@Context UriInfo uri) {
        var query = QueryParameters.of(uri, "state", "decidable", "limit", "cursor");
        var limit = Slice.limit(query);
        var decidable = query.isSet("decidable");
        var state = query.constant("state", OverrideState.class).orElse(decidable ? OverrideState.PENDING : null);
        var found = readOverrides.newest(state, decidable, Slice.after(query), limit + 1);
        var page = Slice.of(found, limit, OverrideListResource::key);
        return ResponseBuilder.ok(new OverridePage(
                        page.items().stream().map(OverrideLine::of).toList(), page.next()))
                .header("Cache-Control", "no-store")
                .build();
    }

    private static Keyset key(Listed listed) {
        return new Keyset(
                listed.proposal().requestedAt().toString(), listed.matter().id());
    }
}
