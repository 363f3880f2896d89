package org.huisheng.feedback.task;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.huisheng.feedback.request.QueryParameters;
import org.huisheng.kit.problem.DomainException.Malformed;
import org.huisheng.kit.security.Role;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** What a department was asked to contribute, over all cases. */
@Path("/v1/tasks")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class TaskListResource {

    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 200;

    private final ReadTasks readTasks;

    TaskListResource(ReadTasks readTasks) {
        this.readTasks = readTasks;
    }

    /** @param next cursor of the following page, null on the last */
    record TaskPage(List<TaskView> items, @Nullable String next) {}

    @GET
    @RolesAllowed({Role.OFFICE, Role.LIAISON})
    @Parameter(name = "department", in = ParameterIn.QUERY, schema = @Schema(implementation = String.class))
    @Parameter(name = "status", in = ParameterIn.QUERY, schema = @Schema(implementation = CaseTask.Status.class))
    @Parameter(name = "limit", in = ParameterIn.QUERY, schema = @Schema(implementation = Integer.class))
    @Parameter(name = "cursor", in = ParameterIn.QUERY, schema = @Schema(implementation = String.class))
    public RestResponse<TaskPage> newest(@Context UriInfo uri) {
        var query = QueryParameters.of(uri, "department", "status", "limit", "cursor");
        var limit = query.number("limit", 1, MAX_LIMIT).orElse(DEFAULT_LIMIT);
        var found = readTasks.newest(
                query.text("department").orElse(null),
                query.constant("status", CaseTask.Status.class).orElse(null),
                query.text("cursor").map(TaskListResource::cursor).orElse(null),
                limit + 1);
        var page = found.subList(0, Math.min(limit, found.size()));
        var next = found.size() > limit ? page.getLast().id().toString() : null;
        return ResponseBuilder.ok(new TaskPage(page.stream().map(TaskView::of).toList(), next))
                .header("Cache-Control", "no-store")
                .build();
    }

    private static UUID cursor(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notOurs) {
            throw new Malformed("bad-cursor");
        }
    }
}
