package org.huisheng.feedback.calendar;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.huisheng.feedback.calendar.Calendars.Year;
import org.huisheng.kit.problem.DomainException.NotFound;
import org.huisheng.kit.security.Caller;
import org.huisheng.kit.security.Role;
import org.huisheng.kit.web.CompleteBody;
import org.huisheng.kit.web.EntityVersion;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** Which time counts, and the holidays of each year. */
@Path("/v1/calendars")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class CalendarResource {

    private final CalendarFiles files;
    private final Calendars calendars;
    private final EnterYear enterYear;
    private final Caller caller;
    private final Clock clock;

    CalendarResource(CalendarFiles files, Calendars calendars, EnterYear enterYear, Caller caller, Clock clock) {
        this.files = files;
        this.calendars = calendars;
        this.enterYear = enterYear;
        this.caller = caller;
        this.clock = clock;
    }

    /** @param years those whose holidays are known; others have plain weekends */
    record CalendarView(String code, String name, String nameEn, boolean holidays, Set<Integer> years) {}

    record CalendarList(List<CalendarView> items) {}

    record YearView(String calendar, int year, YearPlan plan) {}

    @GET
    @RolesAllowed({Role.OFFICE, Role.ADMIN, Role.LEADER, Role.LIAISON})
    public CalendarList all() {
        return new CalendarList(files.all().entrySet().stream().map(this::view).toList());
    }

    private CalendarView view(Map.Entry<String, CalendarFiles.Described> calendar) {
        var description = calendar.getValue().description();
        return new CalendarView(
                calendar.getKey(),
                description.name(),
                description.nameEn(),
                calendar.getValue().hasHolidays(),
                calendars.plans(calendar.getKey()).keySet());
    }

    @GET
    @Path("{code}/years/{year}")
    @RolesAllowed({Role.OFFICE, Role.ADMIN, Role.LEADER, Role.LIAISON})
    public RestResponse<YearView> year(@PathParam("code") String code, @PathParam("year") int year) {
        var known = calendars.year(code, year).orElseThrow(() -> new NotFound("calendar-year", code + " " + year));
        return answer(code, year, known);
    }

    @PUT
    @Path("{code}/years/{year}")
    @RolesAllowed(Role.ADMIN)
    public RestResponse<YearView> enter(
            @PathParam("code") String code,
            @PathParam("year") int year,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Nullable YearRequest request) {
        if (year < 2000 || year > 2100) {
            throw new NotFound("calendar-year", code + " " + year);
        }
        var plan = CompleteBody.required(request).check(year);
        var revision =
                enterYear.enter(code, year, plan, EntityVersion.expected(ifMatch), caller.name(), clock.instant());
        calendars.forget();
        return answer(code, year, new Year(plan, revision));
    }

    private static RestResponse<YearView> answer(String code, int year, Year known) {
        return ResponseBuilder.ok(new YearView(code, year, known.plan()))
                .tag(EntityVersion.tag(known.revision()))
                .build();
    }
}
