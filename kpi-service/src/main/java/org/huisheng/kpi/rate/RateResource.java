package org.huisheng.kpi.rate;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.huisheng.kit.security.Caller;
import org.huisheng.kit.security.Role;
import org.huisheng.kpi.department.Departments;
import org.huisheng.kpi.observation.Cells;
import org.huisheng.kpi.period.Period;
import org.huisheng.kpi.scoring.Suppression;
import org.huisheng.kpi.sql.Database;
import org.huisheng.kpi.web.Answers;
import org.jspecify.annotations.Nullable;

/** The three rates every service office is measured by. */
@Path("/v1/rates")
@RolesAllowed({Role.OFFICE, Role.ADMIN, Role.LEADER, Role.ANALYST, Role.LIAISON})
@RunOnVirtualThread
class RateResource {

    private final Database database;
    private final Departments departments;
    private final Cells cells;
    private final Suppression suppression;
    private final Caller caller;
    private final Answers answers;

    RateResource(
            Database database,
            Departments departments,
            Cells cells,
            Suppression suppression,
            Caller caller,
            Answers answers) {
        this.database = database;
        this.departments = departments;
        this.cells = cells;
        this.suppression = suppression;
        this.caller = caller;
        this.answers = answers;
    }

    @GET
    @APIResponseSchema(RateSheet.class)
    public Response rates(
            @QueryParam("period") @Nullable String period,
            @QueryParam("department") @Nullable String department,
            @Context Request request) {
        var wanted = Period.parse(period);
        if (department != null) {
            caller.requireDepartment(department);
        }
        var scope = department == null ? caller.departmentScope().orElse(null) : department;
        var sheet = database.snapshot(
                () -> RateSheet.of(wanted, departments.inScope(scope), cells.sheets(wanted, scope), suppression));
        return answers.json(sheet, request);
    }
}
