package org.huisheng.feedback.visit;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.huisheng.feedback.request.Checks;
import org.huisheng.feedback.request.QueryParameters;
import org.huisheng.feedback.visit.MeasureCoverage.ParkCoverage;
import org.huisheng.feedback.visit.PlanMonth.Planned;
import org.huisheng.feedback.visit.PlanMonth.Wish;
import org.huisheng.kit.problem.DomainException.Malformed;
import org.huisheng.kit.security.Role;
import org.huisheng.kit.web.CompleteBody;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** The plan of a month, and how far it has got. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class PlanResource {

    private static final int MAX_SURVEYORS = 100;
    private static final int OLDEST = 2000;
    private static final int NEWEST = 2100;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final PlanMonth planMonth;
    private final MeasureCoverage measureCoverage;

    PlanResource(PlanMonth planMonth, MeasureCoverage measureCoverage) {
        this.planMonth = planMonth;
        this.measureCoverage = measureCoverage;
    }

    /** @param freeDays besides those the OFFICE calendar says */
    record PlanRequest(
            @Nullable String month,
            @Nullable List<String> surveyors,
            @Nullable List<LocalDate> freeDays) {

        Wish check() {
            var checks = new Checks();
            var wanted = checks.required("/month", month, "2000-01");
            var names = new LinkedHashSet<String>();
            var given = checks.required("/surveyors", surveyors, List.<String>of());
            for (var i = 0; i < Math.min(given.size(), MAX_SURVEYORS + 1); i++) {
                names.add(checks.text("/surveyors/" + i, given.get(i), 100));
            }
            if (surveyors != null && (names.isEmpty() || given.size() > MAX_SURVEYORS)) {
                checks.add("/surveyors", "out-of-range", 1, MAX_SURVEYORS);
            }
            var parsed = parsed(wanted, checks);
            checks.passed();
            return new Wish(parsed, List.copyOf(names), free());
        }

        private Set<LocalDate> free() {
            var free = new LinkedHashSet<LocalDate>();
            if (freeDays != null) {
                for (var day : freeDays) {
                    if (day == null) {
                        throw new Malformed("malformed");
                    }
                    free.add(day);
                }
            }
            return free;
        }

        private static YearMonth parsed(String month, Checks checks) {
            try {
                var parsed = YearMonth.parse(month);
                if (parsed.getYear() >= OLDEST && parsed.getYear() < NEWEST) {
                    return parsed;
                }
            } catch (DateTimeException notAMonth) {
                // Named below like any other month out of range.
            }
            checks.add("/month", "bad-month");
            return YearMonth.of(OLDEST, 1);
        }
    }

    record SurveyorView(String surveyor, int visits) {}

    /** @param added how many visits were missing and have been added */
    record PlanView(String month, int added, List<SurveyorView> surveyors) {
        static PlanView of(Wish wish, Planned planned) {
            return new PlanView(
                    wish.month().toString(),
                    planned.added(),
                    wish.surveyors().stream()
                            .map(name -> new SurveyorView(name, planned.visits().getOrDefault(name, 0)))
                            .toList());
        }
    }

    /**
     * @param enterprises to be visited in the month
     * @param coverage completed in a hundred of them, null where there is none
     */
    record CoverageView(
            long enterprises,
            long planned,
            long completed,
            @Nullable BigDecimal coverage) {
        static CoverageView of(long enterprises, long planned, long completed) {
            var coverage = enterprises == 0
                    ? null
                    : BigDecimal.valueOf(completed)
                            .multiply(HUNDRED)
                            .divide(BigDecimal.valueOf(enterprises), 1, RoundingMode.HALF_EVEN);
            return new CoverageView(enterprises, planned, completed, coverage);
        }
    }

    record ParkCoverageView(
            String park,
            long enterprises,
            long planned,
            long completed,
            @Nullable BigDecimal coverage) {
        static ParkCoverageView of(ParkCoverage of) {
            var view = CoverageView.of(of.enterprises(), of.planned(), of.completed());
            return new ParkCoverageView(of.park(), of.enterprises(), of.planned(), of.completed(), view.coverage());
        }
    }

    /** @param total of all parks */
    record MonthView(String month, CoverageView total, List<ParkCoverageView> parks) {}

    @POST
    @Path("visit-plans")
    @RolesAllowed(Role.OFFICE)
    @APIResponse(responseCode = "200", description = "Nothing was left to add")
    @APIResponseSchema(value = PlanView.class, responseCode = "201")
    public RestResponse<PlanView> plan(@Nullable PlanRequest request, @Context UriInfo uri) {
        var wish = CompleteBody.required(request).check();
        var planned = planMonth.plan(wish);
        return ResponseBuilder.<PlanView>create(planned.added() > 0 ? 201 : 200)
                .entity(PlanView.of(wish, planned))
                .header(
                        "Location",
                        uri.getRequestUri().getPath().replaceAll("visit-plans$", "visits?month=") + wish.month())
                .build();
    }

    @GET
    @Path("visit-coverage")
    @RolesAllowed({Role.OFFICE, Role.SURVEYOR, Role.LEADER})
    @Parameter(name = "month", in = ParameterIn.QUERY, schema = @Schema(implementation = String.class))
    public MonthView coverage(@Context UriInfo uri) {
        var month = QueryParameters.of(uri, "month")
                .month("month")
                .orElseThrow(() -> new Malformed("query-required", "month"));
        var parks = measureCoverage.of(month);
        var total = CoverageView.of(
                sum(parks, ParkCoverage::enterprises),
                sum(parks, ParkCoverage::planned),
                sum(parks, ParkCoverage::completed));
        return new MonthView(
                month.toString(),
                total,
                parks.stream().map(ParkCoverageView::of).toList());
    }

    private static long sum(List<ParkCoverage> parks, ToLongFunction<ParkCoverage> figure) {
        return parks.stream().mapToLong(figure).sum();
    }
}
