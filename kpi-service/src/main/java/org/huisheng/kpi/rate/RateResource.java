package org.huisheng.kpi.rate;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.huisheng.kit.security.Caller;
import org.huisheng.kit.security.Role;
import org.huisheng.kpi.period.Period;
import org.huisheng.kpi.web.AllowedSets;
import org.huisheng.kpi.web.Answers;
import org.huisheng.kpi.web.RememberedAnswers;
import org.jspecify.annotations.Nullable;

/** The three rates every service office is measured by. */
@Path("/v1/rates")
@RolesAllowed({Role.OFFICE, Role.ADMIN, Role.LEADER, Role.ANALYST, Role.LIAISON})
@RunOnVirtualThread
class RateResource {

    private final RateSheets sheets;
    private final Caller caller;
    private final AllowedSets sets;
    private final RememberedAnswers answers;
    private final Clock clock;

    RateResource(RateSheets sheets, Caller caller, AllowedSets sets, RememberedAnswers answers, Clock clock) {
        this.sheets = sheets;
        this.caller = caller;
        this.sets = sets;
        this.answers = answers;
        this.clock = clock;
    }

    private record RatesAsked(Period period, @Nullable String scope) {}

    @GET
    @Produces({MediaType.APPLICATION_JSON, Answers.CSV})
    @APIResponseSchema(RateSheet.class)
    @APIResponse(responseCode = "304", description = "The copy still stands")
    public Response rates(
            @QueryParam("period") @Nullable String period,
            @QueryParam("department") @Nullable String department,
            @Context HttpHeaders headers,
            @Context Request request) {
        sets.require(AllowedSets.RATES);
        var wanted = Period.parse(period, clock);
        if (department != null) {
            caller.requireDepartment(department);
        }
        var scope = department == null ? caller.departmentScope().orElse(null) : department;
        var asked = new RatesAsked(wanted, scope);
        return Answers.prefersCsv(headers.getAcceptableMediaTypes())
                ? answers.csv(asked, request, () -> read(asked).csv())
                : answers.json(asked, request, () -> read(asked));
    }

    private RateSheet read(RatesAsked asked) {
        return sheets.of(asked.period, asked.scope);
    }
}
