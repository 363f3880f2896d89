package org.huisheng.feedback.lectureplan;

import static java.util.Comparator.comparing;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.huisheng.events.LectureEvent.LectureLevel;
import org.huisheng.feedback.request.Checks;
import org.huisheng.feedback.request.Keyset;
import org.huisheng.feedback.request.QueryParameters;
import org.huisheng.feedback.request.Slice;
import org.huisheng.kit.security.Role;
import org.huisheng.kit.web.CompleteBody;
import org.huisheng.kit.web.EntityVersion;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** Plans of lectures, one a year. */
@Path("/v1/lecture-plans")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class LecturePlanResource {

    private final KeepLecturePlan keepLecturePlan;

    LecturePlanResource(KeepLecturePlan keepLecturePlan) {
        this.keepLecturePlan = keepLecturePlan;
    }

    record PlannedTopic(LectureLevel level, String title) {}

    record PlannedQuota(String department, LectureLevel level, int people) {}

    /** @param people all that are to be reached */
    record LecturePlanLine(
            UUID id, int year, int people, @Nullable Instant adoptedAt) {
        static LecturePlanLine of(LecturePlan plan) {
            return new LecturePlanLine(
                    plan.id(),
                    plan.year(),
                    plan.terms().quotas().stream().mapToInt(Quota::people).sum(),
                    plan.adoptedAt().orElse(null));
        }
    }

    record LecturePlanView(
            LecturePlanLine plan,
            long version,
            int firstWindow,
            List<PlannedTopic> topics,
            List<PlannedQuota> quotas,
            Instant createdAt,
            Instant updatedAt) {

        static LecturePlanView of(LecturePlan plan) {
            var terms = plan.terms();
            return new LecturePlanView(
                    LecturePlanLine.of(plan),
                    plan.version(),
                    terms.firstWindow(),
                    terms.topics().stream()
                            .map(topic -> new PlannedTopic(topic.level(), topic.title()))
                            .toList(),
                    terms.quotas().stream()
                            .sorted(comparing(Quota::department).thenComparing(Quota::level))
                            .map(quota -> new PlannedQuota(quota.department(), quota.level(), quota.people()))
                            .toList(),
                    plan.createdAt(),
                    plan.updatedAt());
        }
    }

    /** @param next cursor of the following page, null on the last */
    record LecturePlanPage(
            List<LecturePlanLine> items, @Nullable String next) {}

    /** The latest year first. */
    @GET
    @RolesAllowed({Role.OFFICE, Role.ADMIN, Role.LEADER, Role.LIAISON})
    @Parameter(name = "limit", in = ParameterIn.QUERY, schema = @Schema(implementation = Integer.class))
    @Parameter(name = "cursor", in = ParameterIn.QUERY, schema = @Schema(implementation = String.class))
    public LecturePlanPage latest(@Context UriInfo uri) {
        var query = QueryParameters.of(uri, "limit", "cursor");
        var limit = Slice.limit(query);
        var slice = Slice.of(
                keepLecturePlan.latest(Slice.after(query), limit + 1),
                limit,
                plan -> new Keyset(Integer.toString(plan.year()), plan.id()));
        return new LecturePlanPage(
                slice.items().stream().map(LecturePlanLine::of).toList(), slice.next());
    }

    @GET
    @Path("{year}")
    @RolesAllowed({Role.OFFICE, Role.ADMIN, Role.LEADER, Role.LIAISON})
    public RestResponse<LecturePlanView> one(int year) {
        return answer(200, keepLecturePlan.read(year));
    }

    /** The whole plan. Of an adopted one what has changed since counts as the difference. */
    @PUT
    @Path("{year}")
    @RolesAllowed(Role.OFFICE)
    @APIResponse(responseCode = "200", description = "Written anew")
    @APIResponseSchema(value = LecturePlanView.class, responseCode = "201")
    public RestResponse<LecturePlanView> keep(
            int year, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable LecturePlanRequest request) {
        var wanted = CompleteBody.required(request);
        var checks = new Checks();
        checks.range("/year", year, PlanYear.OLDEST, PlanYear.LAST);
        checks.passed();
        var kept = keepLecturePlan.keep(year, EntityVersion.expected(ifMatch), wanted.check());
        return answer(kept.isNew() ? 201 : 200, kept.plan());
    }

    @POST
    @Path("{year}/adoption")
    @RolesAllowed(Role.OFFICE)
    public RestResponse<LecturePlanView> adopt(int year, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return answer(200, keepLecturePlan.adopt(year, EntityVersion.expected(ifMatch)));
    }

    private static RestResponse<LecturePlanView> answer(int status, LecturePlan plan) {
        return ResponseBuilder.<LecturePlanView>create(status)
                .entity(LecturePlanView.of(plan))
                .tag(EntityVersion.tag(plan.version()))
                .build();
    }
}
