package org.huisheng.feedback.task;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.huisheng.feedback.casework.ExpectedVersion;
import org.huisheng.feedback.request.Checks;
import org.huisheng.kit.security.Role;
import org.huisheng.kit.web.CompleteBody;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** Contributions of other departments to one case. */
@Path("/v1/cases/{id}/tasks")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class CaseTaskResource {

    private final GiveTask giveTask;
    private final DoTask doTask;
    private final ReadTasks readTasks;

    CaseTaskResource(GiveTask giveTask, DoTask doTask, ReadTasks readTasks) {
        this.giveTask = giveTask;
        this.doTask = doTask;
        this.readTasks = readTasks;
    }

    record TaskRequest(
            @Nullable String department,
            @Nullable String what,
            @Nullable Instant dueAt) {

        CaseTask.Request check() {
            var checks = new Checks();
            var request = new CaseTask.Request(
                    checks.text("/department", department, 64), checks.text("/what", what, 2000), dueAt);
            checks.passed();
            return request;
        }
    }

    record CompletionRequest(@Nullable String result) {}

    record ReturnRequest(@Nullable String reason) {}

    record TaskList(List<TaskView> items) {}

    @GET
    @RolesAllowed({Role.OFFICE, Role.LIAISON})
    public RestResponse<TaskList> list(UUID id) {
        var items = readTasks.of(id).stream().map(TaskView::of).toList();
        return ResponseBuilder.ok(new TaskList(items))
                .header("Cache-Control", "no-store")
                .build();
    }

    @POST
    @RolesAllowed({Role.OFFICE, Role.LIAISON})
    @APIResponseSchema(value = TaskView.class, responseCode = "201")
    public RestResponse<TaskView> give(
            UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Nullable TaskRequest request,
            @Context UriInfo uri) {
        var wanted = CompleteBody.required(request).check();
        var task = giveTask.give(id, ExpectedVersion.of(ifMatch), wanted);
        return ResponseBuilder.<TaskView>create(201)
                .entity(TaskView.of(task))
                .header("Location", uri.getRequestUri().getPath() + "/" + task.number())
                .build();
    }

    @POST
    @Path("{number}/start")
    @RolesAllowed(Role.LIAISON)
    public TaskView start(UUID id, int number) {
        return TaskView.of(doTask.start(id, number));
    }

    @POST
    @Path("{number}/completion")
    @RolesAllowed(Role.LIAISON)
    public TaskView complete(UUID id, int number, @Nullable CompletionRequest request) {
        var checks = new Checks();
        var result = checks.text("/result", CompleteBody.required(request).result(), 4000);
        checks.passed();
        return TaskView.of(doTask.complete(id, number, result));
    }

    @POST
    @Path("{number}/return")
    @RolesAllowed({Role.OFFICE, Role.LIAISON})
    public TaskView giveBack(UUID id, int number, @Nullable ReturnRequest request) {
        var checks = new Checks();
        var reason = checks.text("/reason", CompleteBody.required(request).reason(), 2000);
        checks.passed();
        return TaskView.of(doTask.giveBack(id, number, reason));
    }
}
