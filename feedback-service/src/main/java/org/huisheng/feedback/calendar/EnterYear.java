package org.huisheng.feedback.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import org.huisheng.feedback.calendar.CalendarYear.Key;
import org.huisheng.kit.problem.DomainException.NotFound;
import org.huisheng.kit.problem.DomainException.Outdated;
import org.huisheng.kit.problem.DomainException.RuleViolated;
import org.jspecify.annotations.Nullable;

/** Enters what the notices say of a year. Clocks that run keep the due times they have. */
@ApplicationScoped
class EnterYear {

    private final Calendars calendars;
    private final CalendarFiles files;

    EnterYear(Calendars calendars, CalendarFiles files) {
        this.calendars = calendars;
        this.files = files;
    }

    /** @return the version of the entry */
    @Transactional
    long enter(String code, int year, YearPlan plan, @Nullable Long expected, String actor, Instant now) {
        var described = files.find(code).orElseThrow(() -> new NotFound("calendar", code));
        if (!described.hasHolidays()) {
            throw new RuleViolated("calendar-without-holidays", code);
        }
        var entry = calendars.findById(new Key(code, year));
        if (expected != null && (entry == null || entry.version() != expected)) {
            throw new Outdated();
        }
        if (entry == null) {
            entry = new CalendarYear(code, year, calendars.write(plan), actor, now);
            calendars.persist(entry);
        } else {
            entry.plan(calendars.write(plan), actor, now);
        }
        calendars.flush();
        return entry.version();
    }
}
