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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.huisheng.kit.security.Caller;
import org.huisheng.kit.security.Role;
import org.huisheng.kpi.period.Period;
import org.huisheng.kpi.web.AllowedSets;
import org.huisheng.kpi.web.Answers;
import org.jspecify.annotations.Nullable;

/** Scores for people and tools. */
@Path("/v1/scores")
@RolesAllowed({Role.OFFICE, Role.ADMIN, Role.LEADER, Role.ANALYST, Role.LIAISON})
@RunOnVirtualThread
class ScoreResource {

    private final Scorecards scorecards;
    private final Caller caller;
    private final AllowedSets sets;
    private final Answers answers;

    ScoreResource(Scorecards scorecards, Caller caller, AllowedSets sets, Answers answers) {
        this.scorecards = scorecards;
        this.caller = caller;
        this.sets = sets;
        this.answers = answers;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, Answers.CSV})
    @APIResponseSchema(ScoreSheet.class)
    public Response sheet(
            @QueryParam("period") @Nullable String period,
            @QueryParam("department") @Nullable String department,
            @QueryParam("level") @Nullable String level,
            @Context HttpHeaders headers,
            @Context Request request) {
        sets.require(AllowedSets.SCORES);
        var sheet = read(period, department, level);
        return Answers.prefersCsv(headers.getAcceptableMediaTypes())
                ? answers.csv(sheet.csv(), request)
                : answers.json(sheet, request);
    }

    @GET
    @Path("{department}/{period}")
    @APIResponseSchema(ScoreTree.class)
    public Response tree(String department, String period, @Context Request request) {
        sets.require(AllowedSets.SCORES);
        var wanted = Period.parse(period);
        caller.requireDepartment(department);
        return answers.json(ScoreTree.of(wanted, scorecards.require(wanted, department)), request);
    }

    private ScoreSheet read(@Nullable String period, @Nullable String department, @Nullable String level) {
        var wanted = Period.parse(period);
        var levels = Level.parse(level);
        if (department != null) {
            caller.requireDepartment(department);
        }
        var scope = department == null ? caller.departmentScope().orElse(null) : department;
        return ScoreSheet.of(wanted, scorecards.of(wanted, scope), levels);
    }
}
