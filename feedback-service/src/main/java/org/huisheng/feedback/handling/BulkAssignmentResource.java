package org.huisheng.feedback.handling;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.huisheng.feedback.casework.Act;
import org.huisheng.feedback.casework.ExpectedVersion;
import org.huisheng.feedback.handling.AssignMany.Chosen;
import org.huisheng.feedback.request.Checks;
import org.huisheng.kit.problem.ProblemTexts;
import org.huisheng.kit.security.Caller;
import org.huisheng.kit.security.Role;
import org.huisheng.kit.web.CompleteBody;
import org.jspecify.annotations.Nullable;

/** Triage of many cases at once. Its path is longer than {@code /v1/cases/{id}}, or it would be taken for one. */
@Path("/v1/cases/assignments")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Handling Resource")
@RunOnVirtualThread
class BulkAssignmentResource {

    private static final int MOST_CASES = 100;
    private static final UUID NONE = new UUID(0, 0);

    private final AssignMany assignMany;
    private final Caller caller;
    private final Clock clock;

    BulkAssignmentResource(AssignMany assignMany, Caller caller, Clock clock) {
        this.assignMany = assignMany;
        this.caller = caller;
        this.clock = clock;
    }

    /** @param version of its {@code ETag}; null when the caller does not mind */
    record ChosenCase(@Nullable UUID id, @Nullable Long version) {}

    record AssignmentsRequest(
            @Nullable List<@Nullable ChosenCase> cases,
            @Nullable String department,
            @Nullable String note,
            @Nullable String publicNote) {}

    record AssignmentsView(List<AssignMany.Result> results) {}

    @POST
    @RolesAllowed(Role.OFFICE)
    public AssignmentsView assign(
            @HeaderParam("Accept-Language") @Nullable String language, @Nullable AssignmentsRequest request) {
        var wanted = CompleteBody.required(request);
        var checks = new Checks();
        var department = checks.text("/department", wanted.department(), 64);
        var note = checks.optionalText("/note", wanted.note(), 2000);
        var publicNote = checks.optionalText("/publicNote", wanted.publicNote(), 2000);
        var cases = chosen(checks, checks.required("/cases", wanted.cases(), List.<@Nullable ChosenCase>of()));
        checks.passed();
        var act = new Act(caller.name(), clock.instant(), note, publicNote);
        return new AssignmentsView(assignMany.assign(cases, department, act, ProblemTexts.negotiate(language)));
    }

    private static List<Chosen> chosen(Checks checks, List<@Nullable ChosenCase> cases) {
        if (cases.size() > MOST_CASES) {
            checks.add("/cases", "too-many", MOST_CASES);
            return List.of();
        }
        var chosen = new ArrayList<Chosen>();
        for (var i = 0; i < cases.size(); i++) {
            var one = cases.get(i);
            var id = checks.required("/cases/" + i + "/id", one == null ? null : one.id(), NONE);
            chosen.add(new Chosen(id, new ExpectedVersion(one == null ? null : one.version())));
        }
        return chosen;
    }
}
