package org.huisheng.feedback.rule;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.huisheng.feedback.request.Keyset;
import org.huisheng.feedback.request.QueryParameters;
import org.huisheng.feedback.request.Slice;
import org.huisheng.feedback.rule.RuleView.RulePage;
import org.huisheng.kit.security.Caller;
import org.huisheng.kit.security.Role;
import org.huisheng.kit.web.CompleteBody;
import org.huisheng.kit.web.EntityVersion;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** The rules that open cases of survey answers, kept by the office. */
@Path("/v1/rules")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class RuleResource {

    private final KeepRules keepRules;
    private final ReadRules readRules;
    private final Caller caller;
    private final Clock clock;

    RuleResource(KeepRules keepRules, ReadRules readRules, Caller caller, Clock clock) {
        this.keepRules = keepRules;
        this.readRules = readRules;
        this.caller = caller;
        this.clock = clock;
    }

    /** Disabled until it was tried out and enabled. */
    @POST
    @RolesAllowed(Role.OFFICE)
    @APIResponseSchema(value = RuleView.class, responseCode = "201")
    public RestResponse<RuleView> create(@Nullable RuleRequest request, @Context UriInfo uri) {
        var draft = CompleteBody.required(request).check();
        var rule = keepRules.create(draft, caller.name(), clock.instant());
        return answer(
                ResponseBuilder.<RuleView>create(201)
                        .header("Location", uri.getRequestUri().getPath() + "/" + rule.id()),
                rule);
    }

    /** In the order in which they are asked. */
    @GET
    @RolesAllowed({Role.OFFICE, Role.ADMIN, Role.LEADER, Role.LIAISON})
    @Parameter(name = "enabled", in = ParameterIn.QUERY, schema = @Schema(implementation = Boolean.class))
    @Parameter(name = "limit", in = ParameterIn.QUERY, schema = @Schema(implementation = Integer.class))
    @Parameter(name = "cursor", in = ParameterIn.QUERY, schema = @Schema(implementation = String.class))
    public RulePage list(@Context UriInfo uri) {
        var query = QueryParameters.of(uri, "enabled", "limit", "cursor");
        var limit = Slice.limit(query);
        var found = readRules.page(query.truth("enabled").orElse(null), Slice.after(query), limit + 1);
        var slice = Slice.of(
                found, limit, rule -> new Keyset(String.valueOf(rule.when().priority()), rule.id()));
        return new RulePage(slice.items().stream().map(RuleView::of).toList(), slice.next());
    }

    @GET
    @Path("{id}")
    @RolesAllowed({Role.OFFICE, Role.ADMIN, Role.LEADER, Role.LIAISON})
    public RestResponse<RuleView> one(UUID id) {
        return answer(ResponseBuilder.create(200), readRules.one(id));
    }

    /** Another version; an enabled rule is disabled by it. */
    @PUT
    @Path("{id}")
    @RolesAllowed(Role.OFFICE)
    public RestResponse<RuleView> rewrite(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable RuleRequest request) {
        var draft = CompleteBody.required(request).check();
        var expected = EntityVersion.expected(ifMatch);
        return answer(
                ResponseBuilder.create(200), keepRules.rewrite(id, expected, draft, caller.name(), clock.instant()));
    }

    /** Only what was tried out as it stands. */
    @POST
    @Path("{id}/enabling")
    @RolesAllowed(Role.OFFICE)
    public RestResponse<RuleView> enable(UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        var expected = EntityVersion.expected(ifMatch);
        return answer(ResponseBuilder.create(200), keepRules.enable(id, expected, caller.name(), clock.instant()));
    }

    @POST
    @Path("{id}/disabling")
    @RolesAllowed(Role.OFFICE)
    public RestResponse<RuleView> disable(UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        var expected = EntityVersion.expected(ifMatch);
        return answer(ResponseBuilder.create(200), keepRules.disable(id, expected, caller.name(), clock.instant()));
    }

    private static RestResponse<RuleView> answer(ResponseBuilder<RuleView> response, Rule rule) {
        return response.entity(RuleView.of(rule))
                .tag(EntityVersion.tag(rule.revision()))
                .build();
    }
}
