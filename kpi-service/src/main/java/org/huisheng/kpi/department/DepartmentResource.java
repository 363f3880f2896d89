package org.huisheng.kpi.department;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.huisheng.kit.problem.DomainException.Malformed;
import org.huisheng.kit.problem.DomainException.RuleViolated;
import org.huisheng.kit.problem.Violation;
import org.huisheng.kit.security.Role;
import org.huisheng.kit.web.CompleteBody;
import org.huisheng.kit.web.EntityVersion;
import org.huisheng.kpi.web.AllowedSets;
import org.huisheng.kpi.web.Answers;
import org.huisheng.kpi.web.Page;
import org.jspecify.annotations.Nullable;

/** The register of departments, which the other services follow. */
@Path("/v1/departments")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class DepartmentResource {

    private static final int NAME_LENGTH = 100;

    /** @param nameEn the name itself when absent */
    record NewDepartment(
            @Nullable String code,
            @Nullable String name,
            @Nullable String nameEn,
            @JsonProperty("class") @Nullable DepartmentClass departmentClass) {}

    /**
     * @param active stays true when absent
     * @param departmentClass stays what it is when absent: not everybody who renames a department knows of classes
     */
    record DepartmentChange(
            @Nullable String name,
            @Nullable String nameEn,
            @Nullable Boolean active,
            @JsonProperty("class") @Nullable DepartmentClass departmentClass) {}

    record DepartmentView(
            String code,
            String name,
            String nameEn,
            boolean active,
            @JsonProperty("class") @Nullable DepartmentClass departmentClass) {
        static DepartmentView of(Department department) {
            return new DepartmentView(
                    department.code(),
                    department.name(),
                    department.nameEn(),
                    department.active(),
                    department.departmentClass());
        }
    }

    private final Departments departments;
    private final EstablishDepartment establishDepartment;
    private final ChangeDepartment changeDepartment;
    private final AllowedSets sets;
    private final Answers answers;

    DepartmentResource(
            Departments departments,
            EstablishDepartment establishDepartment,
            ChangeDepartment changeDepartment,
            AllowedSets sets,
            Answers answers) {
        this.departments = departments;
        this.establishDepartment = establishDepartment;
        this.changeDepartment = changeDepartment;
        this.sets = sets;
        this.answers = answers;
    }

    @POST
    @RolesAllowed(Role.ADMIN)
    @APIResponseSchema(value = DepartmentView.class, responseCode = "201")
    public Response establish(@Nullable NewDepartment body, @Context UriInfo uri) {
        var wanted = CompleteBody.required(body);
        var violations = new ArrayList<Violation>();
        var code = wanted.code();
        if (code == null || !Departments.CODE.matcher(code).matches()) {
            violations.add(new Violation("/code", code == null ? "required" : "department-code"));
        }
        checkNames(wanted.name(), wanted.nameEn(), violations);
        var name = wanted.name();
        if (code == null || name == null || !violations.isEmpty()) {
            throw new RuleViolated(violations);
        }
        var department =
                establishDepartment.establish(code, name, orName(wanted.nameEn(), name), wanted.departmentClass());
        return Response.status(Status.CREATED)
                .header("Location", uri.getRequestUri().getPath() + "/" + code)
                .tag(EntityVersion.tag(department.version()))
                .entity(DepartmentView.of(department))
                .build();
    }

    @PUT
    @Path("{code}")
    @RolesAllowed(Role.ADMIN)
    @APIResponseSchema(DepartmentView.class)
    public Response change(
            String code, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable DepartmentChange body) {
        if (ifMatch == null) {
            throw new Malformed("if-match-required");
        }
        var wanted = CompleteBody.required(body);
        var violations = new ArrayList<Violation>();
        checkNames(wanted.name(), wanted.nameEn(), violations);
        var name = wanted.name();
        if (name == null || !violations.isEmpty()) {
            throw new RuleViolated(violations);
        }
        var active = wanted.active() == null || wanted.active();
        var department = changeDepartment.change(
                code,
                EntityVersion.expected(ifMatch),
                name,
                orName(wanted.nameEn(), name),
                active,
                wanted.departmentClass());
        return Response.ok(DepartmentView.of(department))
                .tag(EntityVersion.tag(department.version()))
                .build();
    }

    @GET
    @Path("{code}")
    @RolesAllowed("**")
    @APIResponseSchema(DepartmentView.class)
    @APIResponse(responseCode = "304", description = "The copy still stands")
    public Response one(String code, @Context Request request) {
        sets.require(AllowedSets.DEPARTMENTS);
        var department = departments.require(code);
        var tag = EntityVersion.tag(department.version());
        var unchanged = EntityVersion.unchanged(request, tag);
        return unchanged == null
                ? Response.ok(DepartmentView.of(department)).tag(tag).build()
                : unchanged.tag(tag).build();
    }

    @GET
    @RolesAllowed("**")
    @APIResponseSchema(DepartmentPage.class)
    public Response list(
            @QueryParam("limit") @DefaultValue("100") int limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context Request request) {
        sets.require(AllowedSets.DEPARTMENTS);
        var size = Page.size(limit);
        var rows = departments.after(Page.key(cursor), size + 1);
        return answers.json(Page.of(rows, size, Department::code).map(DepartmentView::of), request);
    }

    /** Only for the API's description. */
    record DepartmentPage(
            List<DepartmentView> items, @Nullable String next) {}

    private static String orName(@Nullable String nameEn, String name) {
        return nameEn == null ? name : nameEn;
    }

    private static void checkNames(@Nullable String name, @Nullable String nameEn, List<Violation> violations) {
        if (name == null) {
            violations.add(new Violation("/name", "required"));
        } else {
            checkName("/name", name, violations);
        }
        if (nameEn != null) {
            checkName("/nameEn", nameEn, violations);
        }
    }

    private static void checkName(String path, String name, List<Violation> violations) {
        if (name.isBlank()) {
            violations.add(new Violation(path, "blank"));
        } else if (name.codePointCount(0, name.length()) > NAME_LENGTH) {
            violations.add(new Violation(path, "too-long", NAME_LENGTH));
        }
    }
}
