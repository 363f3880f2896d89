package org.huisheng.feedback.project;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.huisheng.feedback.request.Checks;
import org.huisheng.feedback.request.Days;
import org.huisheng.feedback.request.Numbers;
import org.huisheng.kit.security.Role;
import org.huisheng.kit.web.CompleteBody;
import org.huisheng.kit.web.EntityVersion;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** One sub-resource per step of a project. */
@Path("/v1/root-projects/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class RootProjectStepResource {

    private final RunProject runProject;

    RootProjectStepResource(RunProject runProject) {
        this.runProject = runProject;
    }

    record ProjectWordsRequest(@Nullable String words) {
        static @Nullable String check(@Nullable ProjectWordsRequest request) {
            var checks = new Checks();
            var words =
                    checks.optionalText("/words", CompleteBody.required(request).words(), 2000);
            checks.passed();
            return words;
        }
    }

    record MilestoneReachedRequest(@Nullable LocalDate reachedOn) {}

    record ActionDoneRequest(@Nullable LocalDate doneOn) {}

    record MeasurementRequest(@Nullable BigDecimal valueAfter) {}

    record EvaluationRequest(@Nullable String conclusion) {}

    @POST
    @Path("approval")
    @RolesAllowed({Role.OFFICE, Role.LEADER})
    public RestResponse<RootProjectView> approve(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable ProjectWordsRequest request) {
        return RootProjectView.answer(
                runProject.approve(id, EntityVersion.expected(ifMatch), ProjectWordsRequest.check(request)));
    }

    @PUT
    @Path("milestones/{number}")
    @RolesAllowed({Role.OFFICE, Role.LIAISON})
    public RestResponse<RootProjectView> reach(
            UUID id,
            int number,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Nullable MilestoneReachedRequest request) {
        var checks = new Checks();
        var day =
                Days.check(checks, "/reachedOn", CompleteBody.required(request).reachedOn());
        checks.passed();
        return RootProjectView.answer(runProject.reach(id, EntityVersion.expected(ifMatch), number, day));
    }

    @PUT
    @Path("actions/{number}")
    @RolesAllowed({Role.OFFICE, Role.LIAISON})
    public RestResponse<RootProjectView> act(
            UUID id,
            int number,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Nullable ActionDoneRequest request) {
        var checks = new Checks();
        var day = Days.check(checks, "/doneOn", CompleteBody.required(request).doneOn());
        checks.passed();
        return RootProjectView.answer(runProject.act(id, EntityVersion.expected(ifMatch), number, day));
    }

    @PUT
    @Path("indicators/{number}")
    @RolesAllowed({Role.OFFICE, Role.LIAISON})
    public RestResponse<RootProjectView> measure(
            UUID id,
            int number,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Nullable MeasurementRequest request) {
        var checks = new Checks();
        var value = Numbers.number(
                checks, "/valueAfter", CompleteBody.required(request).valueAfter(), Numbers.DECIMALS);
        checks.passed();
        return RootProjectView.answer(runProject.measure(id, EntityVersion.expected(ifMatch), number, value));
    }

    @POST
    @Path("evaluation")
    @RolesAllowed({Role.OFFICE, Role.LIAISON})
    public RestResponse<RootProjectView> evaluate(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable EvaluationRequest request) {
        var checks = new Checks();
        var conclusion =
                checks.text("/conclusion", CompleteBody.required(request).conclusion(), 4000);
        checks.passed();
        return RootProjectView.answer(runProject.evaluate(id, EntityVersion.expected(ifMatch), conclusion));
    }

    @POST
    @Path("closing")
    @RolesAllowed(Role.OFFICE)
    public RestResponse<RootProjectView> close(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable ProjectWordsRequest request) {
        return RootProjectView.answer(
                runProject.close(id, EntityVersion.expected(ifMatch), ProjectWordsRequest.check(request)));
    }
}
