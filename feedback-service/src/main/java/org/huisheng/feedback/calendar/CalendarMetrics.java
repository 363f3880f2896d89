package org.huisheng.feedback.calendar;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.LocalDate;
import org.huisheng.kit.platform.DatabaseOutage;
import org.jboss.logging.Logger;

/** Warns while there is time: next year's notice comes in November. */
@ApplicationScoped
class CalendarMetrics {

    private static final Logger LOG = Logger.getLogger(CalendarMetrics.class);

    private final Calendars calendars;
    private final MeterRegistry metrics;
    private final Clock clock;

    CalendarMetrics(Calendars calendars, MeterRegistry metrics, Clock clock) {
        this.calendars = calendars;
        this.metrics = metrics;
        this.clock = clock;
    }

    void register(@Observes StartupEvent event) {
        metrics.gauge("huisheng.calendar.years.missing", this, CalendarMetrics::missing);
        if (missing() > 0) {
            LOG.warn("A calendar does not know the holidays that are near: its clocks count plain weekdays");
        }
    }

    /** Calendars that do not know the year of the day a month from now. */
    private double missing() {
        var soon = LocalDate.now(clock.withZone(BusinessCalendar.ZONE)).plusDays(31);
        try {
            return calendars.list().stream()
                    .filter(calendar -> !calendar.knows(soon.getYear()))
                    .count();
        } catch (RuntimeException failure) {
            if (!DatabaseOutage.isPassing(failure)) {
                throw failure;
            }
            return Double.NaN;
        }
    }
}
