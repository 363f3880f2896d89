package org.huisheng.feedback.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
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
    private final EntityManager entities;

    EnterYear(Calendars calendars, CalendarFiles files, EntityManager entities) {
        this.calendars = calendars;
        this.files = files;
        this.entities = entities;
    }

    /**
     * @param expected the revision it takes the place of, null for any
     * @return the revision it is now
     */
    @Transactional
    long enter(String code, int year, YearPlan plan, @Nullable Long expected, String actor, Instant now) {
        var described = files.find(code).orElseThrow(() -> new NotFound("calendar", code));
        if (!described.hasHolidays()) {
            throw new RuleViolated("calendar-without-holidays", code);
        }
        inTurn();
        var entry = calendars.findById(new Key(code, year));
        if (expected != null && expected != (entry == null ? 0 : entry.revision())) {
            throw new Outdated();
        }
        if (entry == null) {
            entry = new CalendarYear(code, year, calendars.write(plan), actor, now);
            calendars.persist(entry);
        } else {
            entry.plan(calendars.write(plan), actor, now);
        }
        calendars.flush();
        return entry.revision();
    }

    /** Of two who enter a year that nobody has entered, the second has to find the first. */
    private void inTurn() {
        entities.createNativeQuery("SELECT 1 FROM (SELECT pg_advisory_xact_lock(36, 0)) AS turn")
                .getSingleResult();
    }
}
