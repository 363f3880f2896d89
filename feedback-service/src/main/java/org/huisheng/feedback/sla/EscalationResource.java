package org.huisheng.feedback.sla;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.huisheng.events.FeedbackEvent.ClockKind;
import org.huisheng.feedback.request.Keyset;
import org.huisheng.feedback.request.QueryParameters;
import org.huisheng.feedback.request.Slice;
import org.huisheng.feedback.sla.Ladder.Recipient;
import org.huisheng.feedback.sla.ListEscalations.Listed;
import org.huisheng.kit.security.Role;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** What was about to be late, or is. */
@Path("/v1/escalations")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class EscalationResource {

    private final ListEscalations listEscalations;

    EscalationResource(ListEscalations listEscalations) {
        this.listEscalations = listEscalations;
    }

    /**
     * @param title null for whoever may not read the case any more
     * @param rung of the ladder, from one
     */
    record EscalationView(
            UUID id,
            UUID caseId,
            @Nullable String title,
            ClockKind clock,
            int rung,
            Recipient recipient,
            @Nullable String department,
            Instant dueAt,
            Instant firedAt) {

        static EscalationView of(Listed listed) {
            var escalation = listed.escalation();
            return new EscalationView(
                    escalation.id(),
                    escalation.caseId(),
                    listed.title(),
                    escalation.clock(),
                    escalation.rung(),
                    escalation.recipient(),
                    escalation.department().orElse(null),
                    escalation.dueAt(),
                    escalation.firedAt());
        }
    }

    /** @param next cursor of the following page, null on the last */
    record EscalationPage(
            List<EscalationView> items, @Nullable String next) {}

    @GET
    @RolesAllowed({Role.OFFICE, Role.ADMIN, Role.LEADER, Role.LIAISON})
    @Parameter(name = "department", in = ParameterIn.QUERY, schema = @Schema(implementation = String.class))
    @Parameter(name = "recipient", in = ParameterIn.QUERY, schema = @Schema(implementation = Recipient.class))
    @Parameter(name = "limit", in = ParameterIn.QUERY, schema = @Schema(implementation = Integer.class))
    @Parameter(name = "cursor", in = ParameterIn.QUERY, schema = @Schema(implementation = String.class))
    public RestResponse<EscalationPage> newest(@Context UriInfo uri) {
        var query = QueryParameters.of(uri, "department", "recipient", "limit", "cursor");
        var limit = Slice.limit(query);
        var found = listEscalations.newest(
                query.text("department").orElse(null),
                query.constant("recipient", Recipient.class).orElse(null),
                Slice.after(query),
                limit + 1);
        var page = Slice.of(
                found,
                limit,
                one -> new Keyset(
                        one.escalation().firedAt().toString(), one.escalation().id()));
        return ResponseBuilder.ok(new EscalationPage(
                        page.items().stream().map(EscalationView::of).toList(), page.next()))
                .header("Cache-Control", "no-store")
                .build();
    }
}
