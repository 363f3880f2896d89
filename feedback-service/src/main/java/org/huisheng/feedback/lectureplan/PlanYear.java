package org.huisheng.feedback.lectureplan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import org.huisheng.feedback.calendar.BusinessCalendar;
import org.huisheng.feedback.request.QueryParameters;

/** The year somebody asks about; this one if they name none. */
@ApplicationScoped
class PlanYear {

    static final int OLDEST = 2000;
    static final int LAST = 2099;

    private final Clock clock;

    PlanYear(Clock clock) {
        this.clock = clock;
    }

    int of(UriInfo uri) {
        return QueryParameters.of(uri, "year")
                .number("year", OLDEST, LAST)
                .orElseGet(() -> clock.instant().atZone(BusinessCalendar.ZONE).getYear());
    }
}
