package org.huisheng.feedback.sla;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.huisheng.feedback.calendar.Calendars;
import org.huisheng.feedback.sla.PolicyRequest.TermsRequest;
import org.huisheng.feedback.sla.PolicyView.PolicyList;
import org.huisheng.kit.security.Caller;
import org.huisheng.kit.security.Role;
import org.huisheng.kit.web.CompleteBody;
import org.huisheng.kit.web.EntityVersion;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** How long something may take, kept by the office. */
@Path("/v1/sla-policies")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class PolicyResource {

    private final ReadPolicies readPolicies;
    private final ChangePolicies changePolicies;
    private final Calendars calendars;
    private final Caller caller;
    private final Clock clock;

    PolicyResource(
            ReadPolicies readPolicies, ChangePolicies changePolicies, Calendars calendars, Caller caller, Clock clock) {
        this.readPolicies = readPolicies;
        this.changePolicies = changePolicies;
        this.calendars = calendars;
        this.caller = caller;
        this.clock = clock;
    }

    /** All in force; there are never more than two hundred. */
    @GET
    @RolesAllowed({Role.OFFICE, Role.ADMIN, Role.LEADER, Role.LIAISON})
    public PolicyList inForce() {
        return PolicyList.of(readPolicies.inForce());
    }

    /** What it was, the newest first. */
    @GET
    @Path("{id}/revisions")
    @RolesAllowed({Role.OFFICE, Role.ADMIN, Role.LEADER, Role.LIAISON})
    public PolicyList revisions(UUID id) {
        return PolicyList.of(readPolicies.revisions(id));
    }

    @POST
    @RolesAllowed({Role.OFFICE, Role.ADMIN})
    @APIResponseSchema(value = PolicyView.class, responseCode = "201")
    public RestResponse<PolicyView> create(@Nullable PolicyRequest request, @Context UriInfo uri) {
        var wanted = CompleteBody.required(request).check(calendars);
        var policy = changePolicies.create(wanted.scope(), wanted.terms(), caller.name(), clock.instant());
        return answer(
                ResponseBuilder.<PolicyView>create(201)
                        .header("Location", uri.getRequestUri().getPath() + "/" + policy.id()),
                policy);
    }

    @PUT
    @Path("{id}")
    @RolesAllowed({Role.OFFICE, Role.ADMIN})
    public RestResponse<PolicyView> revise(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable TermsRequest request) {
        var terms = CompleteBody.required(request).check(calendars);
        var expected = EntityVersion.expected(ifMatch);
        return answer(
                ResponseBuilder.create(200),
                changePolicies.revise(id, expected, terms, caller.name(), clock.instant()));
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed({Role.OFFICE, Role.ADMIN})
    public void end(UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        changePolicies.end(id, EntityVersion.expected(ifMatch), clock.instant());
    }

    private static RestResponse<PolicyView> answer(ResponseBuilder<PolicyView> response, Policy policy) {
        return response.entity(PolicyView.of(policy))
                .tag(EntityVersion.tag(policy.revision()))
                .build();
    }
}
