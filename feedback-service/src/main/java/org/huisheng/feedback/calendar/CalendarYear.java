package org.huisheng.feedback.calendar;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.NullUnmarked;

/** A year somebody entered; it takes the place of the one in the files. */
@Entity
@IdClass(CalendarYear.Key.class)
class CalendarYear {

    record Key(String calendar, int year) {}

    @Id
    private String calendar;

    @Id
    private int year;

    @Version
    private long version;

    /** As JSON. */
    private String plan;

    private String changedBy;
    private Instant changedAt;

    @NullUnmarked
    protected CalendarYear() {}

    CalendarYear(String calendar, int year, String plan, String actor, Instant now) {
        this.calendar = calendar;
        this.year = year;
        this.plan = plan;
        this.changedBy = actor;
        this.changedAt = now;
    }

    void plan(String wanted, String actor, Instant now) {
        plan = wanted;
        changedBy = actor;
        changedAt = now;
    }

    String calendar() {
        return calendar;
    }

    int year() {
        return year;
    }

    String plan() {
        return plan;
    }

    String changedBy() {
        return changedBy;
    }

    Instant changedAt() {
        return changedAt;
    }

    /** How often it was entered. */
    long revision() {
        return version + 1;
    }
}
