package org.huisheng.kpi.score;

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
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.huisheng.kit.security.Caller;
import org.huisheng.kit.security.Role;
import org.huisheng.kpi.period.Period;
import org.huisheng.kpi.web.AllowedSets;
import org.huisheng.kpi.web.Answers;
import org.huisheng.kpi.web.RememberedAnswers;
import org.jspecify.annotations.Nullable;

/** Scores for people and tools. */
@Path("/v1/scores")
@RolesAllowed({Role.OFFICE, Role.ADMIN, Role.LEADER, Role.ANALYST, Role.LIAISON})
@RunOnVirtualThread
class ScoreResource {

    private final Scorecards scorecards;
    private final Caller caller;
    private final AllowedSets sets;
    private final RememberedAnswers answers;
    private final Clock clock;

    ScoreResource(Scorecards scorecards, Caller caller, AllowedSets sets, RememberedAnswers answers, Clock clock) {
        this.scorecards = scorecards;
        this.caller = caller;
        this.sets = sets;
        this.answers = answers;
        this.clock = clock;
    }

    private record SheetAsked(Period period, @Nullable String scope, Set<Level> levels) {}

    private record TreeAsked(Period period, String department) {}

    @GET
    @Produces({MediaType.APPLICATION_JSON, Answers.CSV})
    @APIResponseSchema(ScoreSheet.class)
    @APIResponse(responseCode = "304", description = "The copy still stands")
    public Response sheet(
            @QueryParam("period") @Nullable String period,
            @QueryParam("department") @Nullable String department,
            @QueryParam("level") @Nullable String level,
            @Context HttpHeaders headers,
            @Context Request request) {
        sets.require(AllowedSets.SCORES);
        var asked = asked(period, department, level);
        return Answers.prefersCsv(headers.getAcceptableMediaTypes())
                ? answers.csv(asked, request, () -> read(asked).csv())
                : answers.json(asked, request, () -> read(asked));
    }

    @GET
    @Path("{department}/{period}")
    @Produces(MediaType.APPLICATION_JSON)
    @APIResponseSchema(ScoreTree.class)
    @APIResponse(responseCode = "304", description = "The copy still stands")
    public Response tree(String department, String period, @Context Request request) {
        sets.require(AllowedSets.SCORES);
        var wanted = Period.parse(period, clock);
        caller.requireDepartment(department);
        return answers.json(
                new TreeAsked(wanted, department),
                request,
                () -> ScoreTree.of(wanted, scorecards.require(wanted, department)));
    }

    private SheetAsked asked(@Nullable String period, @Nullable String department, @Nullable String level) {
        var wanted = Period.parse(period, clock);
        var levels = Level.parse(level);
        if (department != null) {
            caller.requireDepartment(department);
        }
        var scope = department == null ? caller.departmentScope().orElse(null) : department;
        return new SheetAsked(wanted, scope, levels);
    }

    private ScoreSheet read(SheetAsked asked) {
        return ScoreSheet.of(asked.period, scorecards.of(asked.period, asked.scope), asked.levels);
    }
}
