package org.huisheng.kpi.briefing;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.huisheng.kit.security.Role;
import org.huisheng.kpi.briefing.paper.PaperLanguage;
import org.huisheng.kpi.briefing.production.OrderPapers;
import org.huisheng.kpi.briefing.production.ProducePapers;
import org.huisheng.kpi.briefing.production.Production;
import org.huisheng.kpi.briefing.production.ProductionState;
import org.huisheng.kpi.briefing.production.ProductionStep;
import org.huisheng.kpi.briefing.production.Productions;
import org.jspecify.annotations.Nullable;

/** The papers of an issue being made: ordered, and how far they are. Whoever may read the issue may have them made. */
@Path("/v1/briefings/{id}/productions/{language}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.OFFICE, Role.ADMIN, Role.LEADER, Role.ANALYST, Role.LIAISON})
@RunOnVirtualThread
class ProductionResource {

    private final Briefings briefings;
    private final Productions productions;
    private final OrderPapers orderPapers;
    private final ProducePapers producePapers;
    private final MayRead mayRead;

    ProductionResource(
            Briefings briefings,
            Productions productions,
            OrderPapers orderPapers,
            ProducePapers producePapers,
            MayRead mayRead) {
        this.briefings = briefings;
        this.productions = productions;
        this.orderPapers = orderPapers;
        this.producePapers = producePapers;
        this.mayRead = mayRead;
    }

    /**
     * How far the papers are.
     *
     * @param step the one it is at, null when all are done
     * @param editionHash of what they say, null until the figures are filled in
     * @param outdated whether the issue has been changed since its figures were filled in
     */
    record BriefingProduction(
            String language,
            ProductionState state,
            @Nullable ProductionStep step,
            int stepsDone,
            int steps,
            int percent,
            Instant orderedAt,
            @Nullable Instant finishedAt,
            @Nullable String editionHash,
            boolean outdated) {
        static BriefingProduction of(Production production, Briefing briefing) {
            var version = production.version();
            return new BriefingProduction(
                    production.language().tag(),
                    production.state(),
                    production.step(),
                    production.stepsDone(),
                    Production.STEPS,
                    production.percent(),
                    production.orderedAt(),
                    production.finishedAt(),
                    production.editionHash(),
                    version != null && version != briefing.version());
        }
    }

    /** Answers at once; what is being made already goes on, and what is published is made once. */
    @PUT
    @APIResponseSchema(value = BriefingProduction.class, responseCode = "202")
    @APIResponse(
            responseCode = "200",
            description = "They are there",
            content = @Content(schema = @Schema(implementation = BriefingProduction.class)))
    public Response order(UUID id, String language) {
        var wanted = PaperLanguage.of(language);
        var briefing = mayRead.require(briefings.require(id), id);
        var ordered = orderPapers.order(id, briefing.isPublished(), briefing.version(), wanted);
        producePapers.wake();
        return Response.status(ordered.state() == ProductionState.DONE ? Status.OK : Status.ACCEPTED)
                .entity(BriefingProduction.of(ordered, briefing))
                .build();
    }

    /** Nothing where nobody has ordered them yet. */
    @GET
    @APIResponseSchema(BriefingProduction.class)
    @APIResponse(responseCode = "204", description = "Nobody has ordered them")
    public Response progress(UUID id, String language) {
        var wanted = PaperLanguage.of(language);
        var briefing = mayRead.require(briefings.require(id), id);
        return productions
                .find(id, wanted)
                .map(production -> Response.ok(BriefingProduction.of(production, briefing)))
                .orElseGet(Response::noContent)
                .build();
    }
}
