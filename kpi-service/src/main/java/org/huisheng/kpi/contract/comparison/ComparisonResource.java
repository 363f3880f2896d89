package org.huisheng.kpi.contract.comparison;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.huisheng.kit.problem.DomainException.Malformed;
import org.huisheng.kit.problem.DomainException.NotFound;
import org.huisheng.kit.security.Caller;
import org.huisheng.kit.security.Role;
import org.huisheng.kpi.contract.Contract;
import org.huisheng.kpi.contract.Contracts;
import org.huisheng.kpi.web.Answers;
import org.jspecify.annotations.Nullable;

/** Two contracts side by side: how one becomes {@code with} another. */
@Path("/v1/contracts/{id}/comparison")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.OFFICE, Role.ADMIN, Role.LEADER, Role.ANALYST, Role.LIAISON})
@RunOnVirtualThread
class ComparisonResource {

    private final Contracts contracts;
    private final ObjectMapper exactly;
    private final Caller caller;
    private final Answers answers;

    ComparisonResource(Contracts contracts, ObjectMapper json, Caller caller, Answers answers) {
        this.contracts = contracts;
        // Otherwise 60 would become 6E+1.
        this.exactly = json.copy().setNodeFactory(JsonNodeFactory.withExactBigDecimals(true));
        this.caller = caller;
        this.answers = answers;
    }

    @GET
    @APIResponseSchema(Comparison.class)
    public Response comparison(UUID id, @QueryParam("with") @Nullable UUID with, @Context Request request) {
        if (with == null) {
            throw new Malformed("query-required", "with");
        }
        var before = visible(id);
        var after = visible(with);
        return answers.json(Comparison.of(before, terms(before), after, terms(after)), request);
    }

    private Contract visible(UUID id) {
        var contract = contracts.byId(id).orElseThrow(() -> new NotFound("contract", id));
        caller.requireDepartment(contract.department());
        return contract;
    }

    private JsonNode terms(Contract contract) {
        return exactly.<ObjectNode>valueToTree(contract.terms())
                .put("effectiveFrom", contract.effectiveFrom().toString());
    }
}
