package org.huisheng.feedback.rule;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.huisheng.kit.security.Caller;
import org.huisheng.kit.security.Role;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Trying a rule out: what would it have opened on past answers? For the office, which may read the answers too. */
@Path("/v1/rules/{id}/simulation")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.OFFICE)
@RunOnVirtualThread
class SimulationResource {

    private final SimulateRule simulateRule;
    private final ReadRules readRules;
    private final Caller caller;
    private final ObjectMapper json;

    SimulationResource(SimulateRule simulateRule, ReadRules readRules, Caller caller, ObjectMapper json) {
        this.simulateRule = simulateRule;
        this.readRules = readRules;
        this.caller = caller;
        this.json = json;
    }

    @POST
    @APIResponse(responseCode = "200", description = "What it would have opened")
    @APIResponse(
            responseCode = "202",
            description = "Still being counted; to be read later",
            content = @Content(schema = @Schema(implementation = SimulationView.class)))
    @APIResponse(responseCode = "422", description = "The condition cannot be evaluated")
    public RestResponse<SimulationView> simulate(UUID id, @Context UriInfo uri) {
        return answer(
                simulateRule.simulate(id, caller.name()),
                ResponseBuilder.<SimulationView>create(202)
                        .header("Location", uri.getRequestUri().getPath()));
    }

    /** The newest of the version the rule has now. */
    @GET
    public RestResponse<SimulationView> newest(UUID id) {
        return answer(readRules.simulation(id), ResponseBuilder.create(200));
    }

    private RestResponse<SimulationView> answer(
            RuleSimulation simulation, ResponseBuilder<SimulationView> whilePending) {
        simulation.refused().ifPresent(refused -> {
            throw Simulations.refusal(refused);
        });
        var view = SimulationView.of(simulation, readRules.opens(simulation), json);
        return simulation.state() == RuleSimulation.State.PENDING
                ? whilePending.entity(view).build()
                : ResponseBuilder.ok(view).build();
    }
}
