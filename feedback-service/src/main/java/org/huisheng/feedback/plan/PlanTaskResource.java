package org.huisheng.feedback.plan;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.huisheng.feedback.calendar.BusinessCalendar;
import org.huisheng.feedback.plan.PlanTask.Given;
import org.huisheng.feedback.plan.PlanTaskView.PlanEntryPage;
import org.huisheng.feedback.plan.PlanTaskView.PlanEntryView;
import org.huisheng.feedback.plan.PlanTaskView.PlanTaskPage;
import org.huisheng.feedback.plan.PlanTaskView.WholeTaskView;
import org.huisheng.feedback.plan.PlanTasks.Filter;
import org.huisheng.feedback.request.Checks;
import org.huisheng.feedback.request.Days;
import org.huisheng.feedback.request.Keyset;
import org.huisheng.feedback.request.QueryParameters;
import org.huisheng.feedback.request.Slice;
import org.huisheng.kit.audit.ReadsPersonalData;
import org.huisheng.kit.security.Role;
import org.huisheng.kit.web.CompleteBody;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Tasks of improvement plans: giving them and finding them. */
@Path("/v1/plan-tasks")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class PlanTaskResource {

    private static final UUID NONE = new UUID(0, 0);

    private final WorkOnTasks workOnTasks;
    private final ReadTasks readTasks;
    private final Clock clock;

    PlanTaskResource(WorkOnTasks workOnTasks, ReadTasks readTasks, Clock clock) {
        this.workOnTasks = workOnTasks;
        this.readTasks = readTasks;
        this.clock = clock;
    }

    record MilestoneRequest(
            @Nullable String title, @Nullable LocalDate dueOn) {}

    record PlanTaskRequest(
            @Nullable UUID id,
            @Nullable UUID action,
            @Nullable String title,
            @Nullable String department,
            @Nullable LocalDate dueOn,
            @Nullable List<@Nullable MilestoneRequest> milestones) {

        Given check() {
            var checks = new Checks();
            var day = Days.check(checks, "/dueOn", dueOn);
            var given = new Given(
                    checks.required("/action", action, NONE),
                    checks.text("/title", title, 200),
                    checks.code("/department", department),
                    day,
                    way(checks, day));
            checks.passed();
            return given;
        }

        private List<Milestone> way(Checks checks, LocalDate end) {
            var said = milestones == null ? List.<@Nullable MilestoneRequest>of() : milestones;
            if (said.size() > PlanTask.MOST_MILESTONES) {
                checks.add("/milestones", "too-many", PlanTask.MOST_MILESTONES);
            }
            var way = new ArrayList<Milestone>();
            for (var i = 0; i < Math.min(said.size(), PlanTask.MOST_MILESTONES); i++) {
                var path = "/milestones/" + i;
                var one = checks.required(path, said.get(i), new MilestoneRequest("-", end));
                var day = Days.check(checks, path + "/dueOn", one.dueOn());
                if (day.isAfter(end)) {
                    checks.add(path + "/dueOn", "after-the-end");
                }
                way.add(new Milestone(checks.text(path + "/title", one.title(), 200), day, null));
            }
            return way;
        }
    }

    @POST
    @RolesAllowed(Role.OFFICE)
    @APIResponse(responseCode = "200", description = "Kept before, with the same content")
    @APIResponseSchema(value = PlanTaskView.class, responseCode = "201")
    public RestResponse<PlanTaskView> give(@Nullable PlanTaskRequest request, @Context UriInfo uri) {
        var wanted = CompleteBody.required(request);
        var kept = workOnTasks.give(wanted.id(), wanted.check());
        return PlanTaskView.answer(PlanJson.created(kept, uri.getRequestUri().getPath()), kept.part());
    }

    @GET
    @ReadsPersonalData
    @RolesAllowed({Role.OFFICE, Role.ADMIN, Role.LEADER, Role.LIAISON})
    @Parameter(name = "plan", in = ParameterIn.QUERY, schema = @Schema(implementation = UUID.class))
    @Parameter(name = "action", in = ParameterIn.QUERY, schema = @Schema(implementation = UUID.class))
    @Parameter(name = "department", in = ParameterIn.QUERY, schema = @Schema(implementation = String.class))
    @Parameter(name = "status", in = ParameterIn.QUERY, schema = @Schema(implementation = PlanTaskStatus.class))
    @Parameter(name = "overdue", in = ParameterIn.QUERY, schema = @Schema(implementation = Boolean.class))
    @Parameter(name = "limit", in = ParameterIn.QUERY, schema = @Schema(implementation = Integer.class))
    @Parameter(name = "cursor", in = ParameterIn.QUERY, schema = @Schema(implementation = String.class))
    public PlanTaskPage byDay(@Context UriInfo uri) {
        var query = QueryParameters.of(uri, "plan", "action", "department", "status", "overdue", "limit", "cursor");
        var limit = Slice.limit(query);
        var today = LocalDate.ofInstant(clock.instant(), BusinessCalendar.ZONE);
        var filter = new Filter(
                query.id("plan").orElse(null),
                query.id("action").orElse(null),
                query.text("department").orElse(null),
                query.constant("status", PlanTaskStatus.class).orElse(null),
                query.isSet("overdue") ? today : null);
        var slice = Slice.of(
                readTasks.byDay(filter, Slice.after(query), limit + 1),
                limit,
                task -> new Keyset(task.dueOn().toString(), task.id()));
        return new PlanTaskPage(slice.items().stream().map(PlanTaskView::of).toList(), slice.next());
    }

    @GET
    @ReadsPersonalData
    @Path("{id}")
    @RolesAllowed({Role.OFFICE, Role.ADMIN, Role.LEADER, Role.LIAISON})
    public RestResponse<WholeTaskView> one(UUID id) {
        return PlanTaskView.answer(readTasks.one(id));
    }

    /** The latest first. */
    @GET
    @ReadsPersonalData
    @Path("{id}/history")
    @RolesAllowed({Role.OFFICE, Role.ADMIN, Role.LEADER, Role.LIAISON})
    @Parameter(name = "limit", in = ParameterIn.QUERY, schema = @Schema(implementation = Integer.class))
    @Parameter(name = "cursor", in = ParameterIn.QUERY, schema = @Schema(implementation = String.class))
    public PlanEntryPage history(UUID id, @Context UriInfo uri) {
        var query = QueryParameters.of(uri, "limit", "cursor");
        var limit = Slice.limit(query);
        var after = Slice.after(query);
        var slice = Slice.of(
                readTasks.history(id, after == null ? null : after.id(), limit + 1),
                limit,
                entry -> new Keyset("", entry.id()));
        return new PlanEntryPage(slice.items().stream().map(PlanEntryView::of).toList(), slice.next());
    }
}
